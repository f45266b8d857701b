/** Exports of a hall whose every name is meant to be computed: no cell of theirs is a formula, and every name is still there. */
import { strFromU8, unzipSync } from 'fflate';
import { writeCsv } from '../../../server/export/csv.js';
import { figures, someDay } from '../../../server/export/some-day.spec-kit.js';
import { writeXlsx } from '../../../server/export/xlsx/xlsx.js';
import { tried } from '../kit/tried.js';
import { readByPattern, readByState } from './csv-readers.js';
import { formulaPayloads, isFormula } from './formula-payloads.js';

const byIndex = <T>(of: (text: string) => T) => Object.fromEntries(formulaPayloads.map((text, index) => [`X${index}`, of(text)]));
const byText = Object.fromEntries(formulaPayloads.map((text) => [text, figures(1)]));
const hostile = someDay({
  hallName: formulaPayloads[0]!, services: byIndex(() => figures(1)), counters: byIndex(() => figures(2)), zones: byText, staff: byText,
  names: { services: byIndex((text) => text), counters: byIndex((text) => text) },
});

async function written(write: typeof writeCsv): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await write([hostile], (bytes) => parts.push(bytes));
  return Buffer.concat(parts);
}
/** A mark that keeps a text from being computed may stand before it; nothing else may have changed. */
const bare = (text: string) => text.replaceAll('\'', '');

describe('A spreadsheet of hostile names', () => {
  it('as CSV has no formula for two readers, nor for one that cuts at semicolons or tabs, and holds every name', async () => {
    const text = (await written(writeCsv)).toString().slice(1);
    const [byState, byPattern] = [readByState(text), readByPattern(text)];
    expect(byState).toEqual(byPattern);
    const widths = new Set(byState.map(({ length }) => length));
    expect(widths.size).toBe(1);
    const cells = byState.flat();
    expect(cells.filter(isFormula)).toEqual([]);
    for (const separator of [';', '\t']) expect(readByState(text, separator).flat().filter(isFormula)).withContext(separator).toEqual([]);
    const names = new Set(cells.map(bare));
    expect(formulaPayloads.filter((one) => !names.has(bare(one)))).toEqual([]);
    tried({ promise: 'CSV and XLSX injection', how: 'hostile names as CSV, read by two readers and at three separators', cases: formulaPayloads.length, outcome: `0 formulas in ${cells.length.toLocaleString('en')} cells, every name kept` });
  });

  it('as a workbook has no formula in any sheet, and holds every name', async () => {
    const parts = Object.entries(unzipSync(await written(writeXlsx)));
    const sheets = parts.filter(([name]) => name.startsWith('xl/worksheets/sheet')).map(([, bytes]) => strFromU8(bytes));
    expect(sheets.length).toBeGreaterThan(8);
    for (const sheet of sheets) expect(/<f[ >]|t="(?:str|e)"|<hyperlink|<\?(?!xml)|<!/.test(sheet)).toBeFalse();
    const plain = (text: string) => text.replace(/[\u0000-\u0008]/g, '\ufffd');
    const unescaped = (text: string) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
    const texts = new Set(sheets.flatMap((sheet) => [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => unescaped(text!))));
    expect(formulaPayloads.filter((one) => !texts.has(plain(one)))).toEqual([]);
    for (const [name] of parts) expect(/^[\w[\]./-]+$/.test(name) && !name.includes('..')).withContext(name).toBeTrue();
    tried({ promise: 'CSV and XLSX injection', how: 'hostile names as a workbook, every sheet\'s XML', cases: formulaPayloads.length, outcome: '0 formula cells, every name kept as a text' });
  });

  it('the net has teeth: names written as they are would be computed', () => {
    const careless = formulaPayloads.map((text) => `x,"${text.replaceAll('"', '""')}",1\r\n`).join('');
    expect(readByState(careless).flat().filter(isFormula).length).toBeGreaterThan(100);
    const quotedOnly = formulaPayloads.filter((text) => !isFormula(text)).map((text) => `x,"${text.replaceAll('"', '""')}",1\r\n`).join('');
    expect(readByState(quotedOnly).flat().filter(isFormula)).toEqual([]);
    expect(readByState(quotedOnly, ';').flat().filter(isFormula).length).toBeGreaterThan(10);
  });
});
