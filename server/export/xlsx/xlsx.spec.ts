import { strFromU8, unzipSync } from 'fflate';
import type { Daily } from '../../../shared/rows/daily.js';
import { figures, someDay } from '../some-day.spec-kit.js';
import { letters } from './xml.js';
import { writeXlsx } from './xlsx.js';

async function bytesOf(days: Daily[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  await writeXlsx(days, (bytes) => parts.push(bytes));
  return Buffer.concat(parts);
}

async function open(...days: Daily[]): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(await bytesOf(days))).map(([name, bytes]) => [name, strFromU8(bytes)]));
}

const namesIn = (workbook: string) => [...workbook.matchAll(/<sheet name="([^"]+)"/g)].map(([, name]) => name!);

/** A cell as a reader finds it: how it looks, its type, its value. */
function cellAt(sheet: string, at: string) {
  const [, attributes, inside] = new RegExp(`<c r="${at}"([^>]*)>(.*?)</c>`, 's').exec(sheet) ?? [];
  if (attributes === undefined) return null;
  const style = Number(/s="(\d+)"/.exec(attributes)?.[1] ?? 0);
  const text = /<t[^>]*>(.*?)<\/t>/s.exec(inside!)?.[1];
  return text === undefined ? { style, value: Number(/<v>(.*?)<\/v>/.exec(inside!)![1]) } : { style, value: text };
}

/** The column whose English head is this. */
function columnOf(sheet: string, head: string): string {
  return new RegExp(`<c r="([A-Z]+)1"[^>]*><is><t[^>]*>[^<]*\n${head}<`).exec(sheet)![1]!;
}

/** What a cell of this style is shown as. */
function formatOf(styles: string, style: number): string {
  const id = [.../<cellXfs.*?<\/cellXfs>/s.exec(styles)![0].matchAll(/<xf numFmtId="(\d+)"/g)][style]![1]!;
  return new RegExp(`numFmtId="${id}" formatCode="([^"]+)"`).exec(styles)?.[1] ?? id;
}

const SHEETS = ['概览 Overview', '大厅 Hall', '事项 Services', '窗口 Counters', '人员 Staff', '分区 Zones', '时段 Hours', '告警 Alerts', '台账 Ledgers', '设备 Devices', '数据质量 Quality', '指标说明 Definitions'];

describe('The workbook of a day', () => {
  it('has a sheet for each table, and every part that another names', async () => {
    const parts = await open(someDay());
    expect(namesIn(parts['xl/workbook.xml']!)).toEqual(SHEETS);
    const named = Object.entries(parts).filter(([name]) => name.endsWith('.rels')).flatMap(([name, text]) =>
      [...text.matchAll(/Target="([^"]+)"/g)].map(([, target]) => new URL(target!, `file:///${name.replace('_rels/', '')}`).pathname.slice(1)));
    expect(named.filter((name) => !(name in parts))).toEqual([]);
    const typed = [...parts['[Content_Types].xml']!.matchAll(/PartName="\/([^"]+)"/g)].map(([, name]) => name!);
    expect(typed.filter((name) => !(name in parts))).toEqual([]);
    expect(Object.keys(parts).filter((name) => name.startsWith('xl/') && !name.endsWith('.rels') && !typed.includes(name))).toEqual([]);
  });

  it('[X3] keeps each table\'s head and names in view', async () => {
    const parts = await open(someDay());
    expect(SHEETS.map((_, index) => /<pane [^>]*state="frozen"/.exec(parts[`xl/worksheets/sheet${index + 1}.xml`]!)?.[0].includes('ySplit="1"') ?? false)).toEqual([false, ...SHEETS.slice(1).map(() => true)]);
    expect(parts['xl/worksheets/sheet3.xml']).toContain('xSplit="4" ySplit="1" topLeftCell="E2"');
  });

  const typed: [head: string, format: string, value: string | number | null][] = [
    ['Date', 'yyyy\\-mm\\-dd', 46_349], ['Name', '0', '社保医保'], ['Issued', '3', 25], ['Wait, p90', '[h]:mm:ss', 25_000 / 86_400_000], ['Service level', '10', 0.96], ['Wait limit', '[h]:mm:ss', 1_200_000 / 86_400_000],
  ];
  for (const [head, format, value] of typed) {
    it(`[X3] holds "${head}" as what it is: ${value} shown by ${format}`, async () => {
      const parts = await open(someDay());
      const sheet = parts['xl/worksheets/sheet3.xml']!;
      const cell = cellAt(sheet, `${columnOf(sheet, head)}2`)!;
      expect(cell.value).toBe(value as number);
      expect(formatOf(parts['xl/styles.xml']!, cell.style)).toBe(format);
    });
  }

  it('[X1] has no cell where nothing was counted, and text that no reader takes for a formula or for markup', async () => {
    const parts = await open(someDay({ names: { services: { SB: '=1+1 <b>&\u0007', ZH: '+' }, counters: {} } }));
    const sheet = parts['xl/worksheets/sheet3.xml']!;
    expect(cellAt(sheet, `${columnOf(sheet, 'Walk, mean')}2`)).toBeNull();
    expect(cellAt(sheet, 'D2')!.value).toBe('=1+1 &lt;b&gt;&amp;\ufffd');
    expect(Object.values(parts).some((text) => text.includes('<f>'))).withContext('a formula anywhere').toBeFalse();
  });

  it('[X3] draws what came and was served by hour, of several days by day, from cells that hold it', async () => {
    for (const [days, sheet, rows] of [[[someDay()], '时段 Hours', 3], [[someDay(), someDay({ date: '2026-11-24' })], '大厅 Hall', 3]] as const) {
      const parts = await open(...days);
      const chart = parts['xl/charts/chart1.xml']!;
      expect(parts['xl/worksheets/sheet1.xml']).toContain('<drawing r:id="rId1"/>');
      const table = parts[`xl/worksheets/sheet${SHEETS.indexOf(sheet) + 1}.xml`]!;
      for (const head of ['Issued', 'Served', 'Wait, p90']) {
        const letter = columnOf(table, head);
        expect(chart).withContext(head).toContain(`<c:val><c:numRef><c:f>'${sheet}'!$${letter}$2:$${letter}$${rows}</c:f>`);
        expect(cellAt(table, `${letter}${rows}`)).withContext(head).not.toBeNull();
      }
    }
  });

  it('[X3] tells on its last sheet what every figure means, in Chinese and English', async () => {
    const sheet = (await open(someDay()))[`xl/worksheets/sheet${SHEETS.length}.xml`]!;
    const at = Number(/<c r="A(\d+)"[^>]*><is><t[^>]*>serviceLevel\.share</.exec(sheet)![1]);
    expect(['B', 'C', 'E'].map((letter) => cellAt(sheet, `${letter}${at}`)!.value)).toEqual(['等候达标率', 'Service level', 'called in time ÷ judged']);
  });

  it('[X4] is the same bytes when written twice, in whatever order its groups were made', async () => {
    const turned = someDay({ hours: { '09': figures(18), '10': figures(22) }, services: { ZH: figures(15), SB: figures(25) } });
    expect((await bytesOf([someDay()])).equals(await bytesOf([turned]))).toBeTrue();
    expect((await bytesOf([someDay()])).equals(await bytesOf([someDay({ revision: 2 })]))).toBeFalse();
  });

  it('counts columns beyond Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
