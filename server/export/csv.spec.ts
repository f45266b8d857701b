import { cell, writeCsv } from './csv.js';
import { someDay } from './some-day.spec-kit.js';
import type { Daily } from '../../shared/rows/daily.js';

async function csvOf(...days: Daily[]): Promise<string> {
  const parts: Uint8Array[] = [];
  await writeCsv(days, (bytes) => parts.push(bytes));
  return Buffer.concat(parts).toString();
}

/** RFC 4180, read again: rows of fields. */
function read(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end !== ',') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('The CSV of a day', () => {
  const texts: [given: string, written: string][] = [
    ['=1+1', '\'=1+1'], ['+49 30', '\'+49 30'], ['-5', '\'-5'], ['@SUM(A1)', '\'@SUM(A1)'], ['\tx', '\'\tx'], ['\rx', '"\'\rx"'], ['＝1', '\'＝1'],
    ['=cmd|\' /C calc\'!A0', '\'=cmd|\' /C calc\'!A0'], ['="a,b"', '"\'=""a,b"""'], ['综合受理', '综合受理'], ['a "b", c', '"a ""b"", c"'], ['two\nlines', '"two\nlines"'], ['A-01', 'A-01'], ['', ''], ['a;=1;b', 'a;\'=1;b'], ['a\n=1\nb', '"a\n\'=1\nb"'], ['\0=1', '\'\0=1'],
  ];
  for (const [given, written] of texts) {
    it(`[X1] writes the text ${JSON.stringify(given)} as ${JSON.stringify(written)}: no spreadsheet runs it`, () => expect(cell(given)).toBe(written));
  }

  it('[X1] leaves numbers alone, also those below zero, and nothing where nothing was counted', () => {
    expect([-5, 0, 1e-7, 0.1, null].map(cell)).toEqual(['-5', '0', '1e-7', '0.1', '']);
  });

  it('[X2] begins with its mark, ends each line with CR LF and has as many fields in every row, whatever names hold', async () => {
    const text = await csvOf(someDay({ hallName: '=HYPERLINK("http://x","a,b\r\n")', names: { services: { SB: '"社保"' }, counters: {} } }));
    expect(text.startsWith('\ufeff表 table,日期 date,')).toBeTrue();
    expect(text.endsWith('\r\n')).toBeTrue();
    const [head, ...rows] = read(text.slice(1));
    expect(rows.length).toBe(10);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([head!.length]));
    expect(rows[0]![4]).toBe('\'=HYPERLINK("http://x","a,b\r\n")');
  });

  it('[X2] tells every group of each day by its key, lengths in ms and shares in full', async () => {
    const [head, ...rows] = read((await csvOf(someDay(), someDay({ date: '2026-11-24', revision: 2 }))).slice(1));
    const keys = head!.map((name) => name.split(' ').at(-1)!);
    const at = (row: string[], key: string) => row[keys.indexOf(key)];
    expect(rows.map((row) => row.slice(0, 4).join())).toEqual(['2026-11-23,1', '2026-11-24,2'].flatMap((day) => [
      `hall,${day},h1`, `services,${day},SB`, `services,${day},ZH`, `counters,${day},A01`, `staff,${day},S-A01`, `zones,${day},A区`, `hours,${day},09`, `hours,${day},10`, `alerts,${day},wait`, `quality,${day},late`,
    ]));
    expect(['name', 'tickets.issued', 'waitMs.p90', 'waitMs.mean', 'serviceLevel.share', 'serviceLevel.rule', 'honestWait.p50', 'honestWait.p90', 'walkMs.mean', 'rating.byLevel.5'].map((key) => at(rows[1]!, key)))
      .toEqual(['社保医保', '25', '25000', '60000.5', '0.96', 'abandoned-after-target-counts', '60000', '', '', '0']);
    expect([at(rows[0]!, 'alerts.raised'), at(rows[0]!, 'journal.events'), at(rows[8]!, 'count')]).toEqual(['3', '99', '3']);
  });
});
