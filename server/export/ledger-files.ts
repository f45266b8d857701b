/** Cases as a CSV (a row a case) and as a workbook (a sheet of cases, one of what was done about them, one of rounds by month), a case at a time. */
import { line } from './csv.js';
import { caseTable, deedTable, roundTable, type Ledger, type LedgerTable } from './ledger-tables.js';
import type { Out } from './out.js';
import { Package } from './xlsx/package.js';
import { TableSheet } from './xlsx/sheet.js';

export function* ledgerCsv(ledger: Ledger): Generator<string> {
  yield `\ufeff${line(caseTable.columns.map(({ key, name }) => `${name.zh} ${key}`))}`;
  for (const rows of caseTable.rows(ledger)) yield rows.map(line).join('');
}

const TABLES: readonly LedgerTable[] = [caseTable, deedTable, roundTable];
const NAMES = TABLES.map(({ name }) => `${name.zh} ${name.en}`);

export function* ledgerXlsx(ledger: Ledger): Generator<Uint8Array> {
  const made: Uint8Array[] = [];
  const out: Out = (bytes) => made.push(bytes);
  const zip = new Package(out);
  zip.begin(NAMES);
  for (const [index, table] of TABLES.entries()) {
    const steps = writeSheet(zip, { table, name: `xl/worksheets/sheet${index + 1}.xml` }, ledger);
    while (!steps.next().done) yield* made.splice(0);
  }
  zip.end();
  yield* made.splice(0);
}

function* writeSheet(zip: Package, { table, name }: { table: LedgerTable; name: string }, ledger: Ledger): Generator<void> {
  const part = zip.open(name);
  const sheet = new TableSheet(table.columns);
  part.write(sheet.start());
  for (const rows of table.rows(ledger)) {
    part.write(rows.map((row) => sheet.add(row)).join(''));
    yield;
  }
  part.write(sheet.end());
  part.end();
  yield;
}
