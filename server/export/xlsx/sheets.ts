/** A workbook of plain tables, one a sheet. */
import type { Sheet } from '../satisfaction-tables.js';
import { contentTypes, Package, workbook, workbookParts } from './package.js';
import { TableSheet } from './sheet.js';
import { styles } from './styles.js';
import { relationships } from './xml.js';

export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const parts: Uint8Array[] = [];
  const zip = new Package((bytes) => parts.push(bytes));
  zip.put('[Content_Types].xml', contentTypes(sheets.length, { chart: false }));
  zip.put('_rels/.rels', relationships([['officeDocument', 'xl/workbook.xml']]));
  zip.put('xl/workbook.xml', workbook(sheets.map(({ name }) => name)));
  zip.put('xl/_rels/workbook.xml.rels', workbookParts(sheets.length));
  zip.put('xl/styles.xml', styles);
  sheets.forEach(({ columns, rows }, index) => {
    const sheet = new TableSheet(columns);
    zip.put(`xl/worksheets/sheet${index + 1}.xml`, sheet.start() + rows.map((values) => sheet.add(values)).join('') + sheet.end());
  });
  zip.end();
  return Buffer.concat(parts);
}
