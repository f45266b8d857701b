/** A workbook of plain tables, one a sheet. */
import type { Sheet } from '../satisfaction-tables.js';
import { Package } from './package.js';
import { TableSheet } from './sheet.js';

export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const parts: Uint8Array[] = [];
  const zip = new Package((bytes) => parts.push(bytes));
  zip.begin(sheets.map(({ name }) => name));
  sheets.forEach(({ columns, rows }, index) => {
    const sheet = new TableSheet(columns);
    zip.put(`xl/worksheets/sheet${index + 1}.xml`, sheet.start() + rows.map((values) => sheet.add(values)).join('') + sheet.end());
  });
  zip.end();
  return Buffer.concat(parts);
}
