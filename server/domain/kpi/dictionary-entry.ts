/** How an entry of the dictionary is written: its texts as pairs of Chinese and English. */
import type { DictionaryEntry } from '../../../shared/rows/dictionary.js';

export type Pair = readonly [zh: string, en: string];

export interface Told {
  name: Pair;
  formula: Pair;
  boundaries?: Pair;
  source?: string;
  version?: number;
}

const DAY: Pair = ['事件自身的时间落在大厅时区的当天 [00:00, 24:00)', 'the event\'s own time lies in the hall\'s day, [00:00, 24:00) in its zone'];

export const text = ([zh, en]: Pair) => ({ zh, en });

export function entry(key: string, unit: DictionaryEntry['unit'], { name, formula, boundaries = DAY, source = 'local', version = 1 }: Told): DictionaryEntry {
  return { key, name: text(name), formula: text(formula), unit, source, boundaries: text(boundaries), version };
}
