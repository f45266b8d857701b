/** The sheets that are no table: the front page with its chart, and the definitions. */
import type { DictionaryEntry } from '../../../shared/rows/dictionary.js';
import { CLOSING, opening, row, type Look } from './sheet.js';

/** What the front page says of the days in the file. */
export interface Front {
  hall: string;
  from: string;
  to: string;
  timezone: string;
  days: number;
}

const FRONT_WIDTHS = [26, 44, 13, 13, 13, 13];
/** The chart stands below the lines of the front page. */
export const CHART = { row: 7, columns: 6, rows: 24 };

export function front({ hall, from, to, timezone, days }: Front): string {
  const lines: [string, string | number][] = [
    ['大厅 Hall', hall], ['日期 Date', from === to ? from : `${from} – ${to}`], ['时区 Time zone', timezone], ['天数 Days', days],
    ['单位 Units', '时长 h:mm:ss，比率 %；口径见"指标说明"。 Lengths in h:mm:ss, shares in %; what each figure means stands on the last sheet.'],
  ];
  const title = row(1, ['明窗日报 Hallboard daily report'], () => 'title');
  const kinds = (value: string | number): ((index: number) => Look) => (index) => (index === 1 && typeof value === 'number' ? 'count' : 'text');
  return opening(FRONT_WIDTHS) + title + lines.map(([name, value], index) => row(index + 2, [name, value], kinds(value))).join('') + CLOSING.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>');
}

const HEADS = ['键\nKey', '名称', 'Name', '公式', 'Formula', '边界', 'Boundaries', '单位\nUnit', '来源\nSource', '版本\nVersion'];
const DEFINITION_WIDTHS = [26, 20, 26, 34, 38, 42, 50, 10, 34, 8];

export function definitions(entries: readonly DictionaryEntry[]): string {
  const rows = entries.map(({ key, name, formula, boundaries, unit, source, version }, index) =>
    row(index + 2, [key, name.zh, name.en, formula.zh, formula.en, boundaries.zh, boundaries.en, unit, source, version], () => 'prose'));
  return opening(DEFINITION_WIDTHS, { columns: 1 }) + row(1, HEADS, () => 'head') + rows.join('') + CLOSING;
}
