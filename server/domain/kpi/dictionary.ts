/**
 * The dictionary 指标说明: what every figure is, in one place. The files, the report page, `GET /api/v1/dictionary` and
 * docs/dictionary.md all tell it from here; a spec fails when a figure of the contract has no entry.
 */
import type { DictionaryEntry } from '../../../shared/rows/dictionary.js';
import { counts } from './dictionary-counts.js';
import { devices } from './dictionary-devices.js';
import { entry } from './dictionary-entry.js';
import { lengths } from './dictionary-lengths.js';
import { shares } from './dictionary-shares.js';

const rest = [
  entry('countedAt', 'instant', { name: ['统计时刻', 'Counted at'], formula: ['进行中的时长与超时计到这一刻', 'running lengths and overdue waits are counted up to this instant'], boundaries: ['日报为当天结束', 'of a day that is over: its end'] }),
  entry('quality', 'count', { name: ['数据质量', 'Data quality'], formula: ['每种质量标记的事件数', 'events of the day by what was rough about them'] }),
];

const ORDER = ['tickets', 'waitMs', 'waitToServiceMs', 'walkMs', 'serviceMs', 'abandonMs', 'honestWait', 'serviceLevel', 'abandonmentRate', 'noShowRate', 'counter', 'rating', 'alerts', 'cases', 'devices', 'quality', 'countedAt', 'quarter'];
const place = ({ key }: DictionaryEntry) => ORDER.indexOf(key.split('.')[0]!);

export const dictionary: readonly DictionaryEntry[] = [...counts, ...lengths, ...shares, ...devices, ...rest].sort((a, b) => place(a) - place(b));
