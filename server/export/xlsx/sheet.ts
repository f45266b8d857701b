/** A sheet, row by row: typed cells under a head that stays in view. */
import type { Column, Value } from '../tables.js';
import { STYLE } from './styles.js';
import { escape, HEAD, letters, MAIN, OFFICE } from './xml.js';

const DAY_MS = 86_400_000;
/** 1970-01-01 as a spreadsheet counts days. */
const EPOCH = 25_569;

export type Look = keyof typeof STYLE;

/** A cell of its kind: dates and lengths as days, as spreadsheets have them; nothing where nothing was counted. */
export function cell(at: string, value: Value, kind: Look): string {
  if (value === null) return '';
  const style = STYLE[kind] === 0 ? '' : ` s="${STYLE[kind]}"`;
  if (kind === 'date') return `<c r="${at}"${style}><v>${Date.parse(String(value)) / DAY_MS + EPOCH}</v></c>`;
  if (typeof value === 'number') return `<c r="${at}"${style}><v>${kind === 'ms' ? value / DAY_MS : value}</v></c>`;
  return `<c r="${at}"${style} t="inlineStr"><is><t xml:space="preserve">${escape(value)}</t></is></c>`;
}

export function row(number: number, values: readonly Value[], kindOf: (index: number) => Look): string {
  return `<row r="${number}">${values.map((value, index) => cell(`${letters(index)}${number}`, value, kindOf(index))).join('')}</row>`;
}

export function opening(widths: readonly number[], frozen?: { columns: number }): string {
  const cols = widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('');
  const corner = frozen ? `${letters(frozen.columns)}2` : '';
  const pane = frozen ? `<pane${frozen.columns ? ` xSplit="${frozen.columns}"` : ''} ySplit="1" topLeftCell="${corner}" activePane="${frozen.columns ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>` : '';
  return `${HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetViews><sheetView ${frozen ? '' : 'showGridLines="0" '}workbookViewId="0">${pane}</sheetView></sheetViews><cols>${cols}</cols><sheetData>`;
}

export const CLOSING = '</sheetData></worksheet>';

/** One sheet of a table: counts its rows, for the filter at its end and for the chart. */
export class TableSheet {
  rows = 1;

  constructor(private readonly columns: readonly Column[]) {}

  start(): string {
    const lead = this.columns.findIndex(({ key }) => key.includes('.'));
    const widths = this.columns.map(({ key, kind }) => (key.endsWith('sha256') ? 66 : kind === 'text' ? 24 : 13));
    return opening(widths, { columns: Math.max(0, lead) }) + `<row r="1" ht="48" customHeight="1">${this.columns.map(({ name }, index) => cell(`${letters(index)}1`, `${name.zh}\n${name.en}`, 'head')).join('')}</row>`;
  }

  add(values: readonly Value[]): string {
    this.rows += 1;
    return row(this.rows, values, (index) => this.columns[index]!.kind);
  }

  end(): string {
    return `</sheetData><autoFilter ref="A1:${letters(this.columns.length - 1)}${this.rows}"/></worksheet>`;
  }
}
