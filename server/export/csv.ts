/**
 * Days as one CSV, for people's spreadsheets and for programs: UTF-8 with a mark, RFC 4180, a row a group, lengths in ms. A head
 * names its column in Chinese and ends in the dictionary's key.
 */
import type { Days, Out } from './out.js';
import { tables, type Value } from './tables.js';

/** What a spreadsheet would run as a formula, also one that ends a cell at semicolons, tabs or line ends; a number never is one. */
const FORMULA = /(?<=^|[;\t\n])(?="*[=+\-@\t\r\n\0＝＋－＠])|(?<=\r)(?="*[=+\-@＝＋－＠])/g;
const NEEDS_QUOTES = /[",\r\n]/;

export function cell(value: Value): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const text = value.replace(FORMULA, "'");
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

const line = (values: readonly Value[]): string => `${values.map(cell).join(',')}\r\n`;

/** Each table's columns, a key once. */
const columns = tables.flatMap((table) => table.columns).filter(({ key }, index, all) => all.findIndex((one) => one.key === key) === index);
const head = line(['表 table', ...columns.map(({ key, name }) => `${name.zh} ${key}`)]);
/** For each table: where in its rows the file's columns are. */
const places = tables.map((table) => columns.map(({ key }) => table.columns.findIndex((one) => one.key === key)));

export async function writeCsv(days: Days, out: Out): Promise<void> {
  const encoder = new TextEncoder();
  out(encoder.encode(`\ufeff${head}`));
  for await (const day of days) {
    for (const [index, table] of tables.entries()) {
      out(encoder.encode(table.rows(day).map((row) => line([table.id, ...places[index]!.map((at) => row[at] ?? null)])).join('')));
    }
  }
}
