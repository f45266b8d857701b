/**
 * Days as a workbook: a front page with a chart, one sheet a table, the definitions. Days are read once and each is written to
 * every sheet, so a year takes no more memory than a day and its packed sheets.
 */
import { dictionary } from '../../domain/kpi/dictionary.js';
import type { Days, Out } from '../out.js';
import { tables, type Table } from '../tables.js';
import { chart, drawing, type Plotted } from './chart.js';
import { Package, type Part } from './package.js';
import { CHART, definitions, front, type Front } from './pages.js';
import { TableSheet } from './sheet.js';
import { relationships } from './xml.js';

interface Open {
  table: Table;
  sheet: TableSheet;
  part: Part;
}

const nameOf = ({ name }: Pick<Table, 'name'>) => `${name.zh} ${name.en}`;
const NAMES = ['概览 Overview', ...tables.map(nameOf), '指标说明 Definitions'];

export async function writeXlsx(days: Days, out: Out): Promise<void> {
  const zip = new Package(out);
  zip.begin(NAMES, { chart: true });
  const sheets = tables.map((table, index) => openSheet(zip, table, index));
  const facts = await writeDays(days, sheets);
  zip.put('xl/worksheets/sheet1.xml', front(facts));
  zip.put('xl/worksheets/_rels/sheet1.xml.rels', relationships([['drawing', '../drawings/drawing1.xml']]));
  zip.put('xl/drawings/drawing1.xml', drawing(CHART));
  zip.put('xl/drawings/_rels/drawing1.xml.rels', relationships([['chart', '../charts/chart1.xml']]));
  zip.put('xl/charts/chart1.xml', chart(plot(sheets, facts)));
  zip.put(`xl/worksheets/sheet${NAMES.length}.xml`, definitions(dictionary));
  zip.end();
}

function openSheet(zip: Package, table: Table, index: number): Open {
  const part = zip.open(`xl/worksheets/sheet${index + 2}.xml`);
  const sheet = new TableSheet(table.columns);
  part.write(sheet.start());
  return { table, sheet, part };
}

async function writeDays(days: Days, sheets: readonly Open[]): Promise<Front> {
  const facts: Front = { hall: '', from: '', to: '', timezone: '', days: 0 };
  for await (const day of days) {
    for (const { table, sheet, part } of sheets) part.write(table.rows(day).map((values) => sheet.add(values)).join(''));
    facts.from ||= day.date;
    Object.assign(facts, { hall: `${day.hallName} (${day.hallId})`, to: day.date, timezone: day.timezone, days: facts.days + 1 });
  }
  for (const { sheet, part } of sheets) {
    part.write(sheet.end());
    part.end();
  }
  return facts;
}

/** A day by its hours; several day by day. */
function plot(sheets: readonly Open[], { days, hall }: Front): Plotted {
  const { table, sheet } = sheets.find(({ table: { id } }) => id === (days === 1 ? 'hours' : 'hall'))!;
  const at = (key: string) => table.columns.findIndex((one) => one.key === key);
  return {
    sheet: nameOf(table),
    rows: sheet.rows,
    title: hall,
    categories: days === 1 ? { column: at('id'), dates: false } : { column: at('date'), dates: true },
    columns: [{ column: at('tickets.issued'), colour: '9DB7D0' }, { column: at('tickets.served'), colour: '2F6DA5' }],
    line: { column: at('waitMs.p90'), colour: 'C8541F' },
  };
}
