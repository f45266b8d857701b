import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { day } from '../domain/golden/day-builder.js';
import { Server } from '../server.spec-kit.js';

const HOURS = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '17:00' }];
const DAILY = '/api/v1/halls/h/daily';

/** What one day was. */
const of = (date: string) => day(date).at('09:00').open('A01').at('09:05').issue('T1', { service: 'tax' }).at('09:10').call('T1', { counter: 'A01' }).at('09:11').start('T1').at('09:20').end('T1');

describe('The files of a hall\'s days', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('h', { name: '=税务大厅', openingHours: HOURS as never });
    await server.post('h', of('2026-11-23').events());
  });
  afterEach(() => server.end());

  /** Moves the clock there, and lets the days that are due be told: the second look finds that nothing more came. */
  const until = async (time: string) => {
    for (const before of [20_000, 10_000, 0]) {
      server.clock.pass(Date.parse(`2026-11-${time}+08:00`) - before - server.clock.now());
      await server.running.dailies.looked();
    }
    await server.running.files.kept();
  };
  const folder = (date: string) => join(server.data, 'exports/h', date);

  it('[X5] lie beside each snapshot when the day is made, each with its hash', async () => {
    await until('23T17:00:40');
    const names = (await readdir(folder('2026-11-23'))).sort();
    expect(names).toEqual(['h_2026-11-23_r1.json', 'h_2026-11-23_r1.sig', 'h_kpi_2026-11-23_r1.csv', 'h_kpi_2026-11-23_r1.csv.sha256', 'h_kpi_2026-11-23_r1.xlsx', 'h_kpi_2026-11-23_r1.xlsx.sha256'].sort());
    for (const name of names.filter((one) => one.endsWith('.sha256'))) {
      const file = name.replace('.sha256', '');
      const hash = createHash('sha256').update(await readFile(join(folder('2026-11-23'), file))).digest('hex');
      expect(await readFile(join(folder('2026-11-23'), name), 'utf8')).toBe(`${hash}  ${file}\n`);
    }
  });

  it('are given as they lie there, and the workbook is one', async () => {
    await until('23T17:00:40');
    const csv = await server.say(`${DAILY}/2026-11-23.csv`);
    expect([csv.status, csv.headers['content-type'], csv.headers['content-disposition']]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="h_kpi_2026-11-23_r1.csv"']);
    expect(csv.text).toBe(await readFile(join(folder('2026-11-23'), 'h_kpi_2026-11-23_r1.csv'), 'utf8'));
    expect(csv.text).toContain('hall,2026-11-23,1,h,\'=税务大厅,1,');
    const xlsx = await server.say(`${DAILY}/2026-11-23.xlsx`);
    expect([xlsx.status, xlsx.text.slice(0, 2)]).toEqual([200, 'PK']);
    expect(Number(xlsx.headers['content-length'])).toBe((await readFile(join(folder('2026-11-23'), 'h_kpi_2026-11-23_r1.xlsx'))).length);
  });

  it('are of each revision: the older stays as it was', async () => {
    await until('23T17:00:40');
    const first = (await server.say(`${DAILY}/2026-11-23.csv`)).text;
    await server.post('h', day('2026-11-23').from('/late').at('16:50').issue('T9', { service: 'tax' }).events());
    await until('24T00:00:40');
    const second = await server.say(`${DAILY}/2026-11-23.csv`);
    expect(second.headers['content-disposition']).toContain('_r2.csv');
    expect(second.text).not.toBe(first);
    expect((await server.say(`${DAILY}/2026-11-23.csv?revision=1`)).text).toBe(first);
    expect((await server.say(`${DAILY}/2026-11-23.csv?revision=3`)).status).toBe(404);
  });

  it('come together for a range, the earliest day first, and leave nothing behind', async () => {
    await until('24T09:30:00');
    await server.post('h', of('2026-11-24').events());
    await until('24T17:00:40');
    const csv = await server.say(`${DAILY}/files?from=2026-11-01&to=2026-11-30`);
    expect(csv.headers['content-disposition']).toBe('attachment; filename="h_kpi_2026-11-01_2026-11-30.csv"');
    expect(csv.text.split('\r\n').filter((line) => line.startsWith('hall,')).map((line) => line.split(',')[1])).toEqual(['2026-11-23', '2026-11-24']);
    const json = await server.say(`${DAILY}/files?from=2026-11-23&to=2026-11-24&format=json`);
    const texts = await Promise.all(['2026-11-23', '2026-11-24'].map(async (date) => (await server.say(`${DAILY}/${date}.json`)).text.trim()));
    expect(json.text).toBe(`[\n${texts.join(',\n')}\n]\n`);
    expect(await readdir(join(server.data, 'exports'))).not.toContain(jasmine.stringMatching(/^\./));
  });

  it('[X5] are made when they are asked for, where they are not there yet', async () => {
    await until('23T17:00:40');
    const path = join(folder('2026-11-23'), 'h_kpi_2026-11-23_r1.csv');
    const before = await readFile(path);
    await Promise.all([rm(path), rm(`${path}.sha256`)]);
    const both = await Promise.all([1, 2].map(() => server.say(`${DAILY}/2026-11-23.csv`)));
    expect(both.map(({ text }) => text)).toEqual([before.toString(), before.toString()]);
    expect(existsSync(`${path}.sha256`)).toBeTrue();
  });

  const refused: [query: string, status: number, code: string][] = [
    ['2026-11-22.csv', 404, 'unknownDay'], ['2026-11-24.csv', 404, 'unknownDay'], ['2026-11-23.csv?revision=2', 404, 'unknownRevision'], ['2026-11-23.csv?revision=x', 404, 'unknownRevision'], ['2026-11-99.csv', 400, 'from'], ['x.xlsx', 400, 'from'], ['files', 400, 'from'], ['files?from=2026-11-24&to=2026-11-23', 400, 'from'],
    ['files?from=2025-01-01&to=2026-11-23', 400, 'to'], ['files?from=2026-11-23&format=pdf', 400, 'format'], ['files?from=2026-11-23&format=__proto__', 400, 'format'], ['files?from=2026-10-01&to=2026-10-31', 404, 'unknownDay'], ['2026-11-23.pdf', 501, 'noBrowser'],
  ];
  it('are refused in words where they cannot be had', async () => {
    expect((await server.say(`${DAILY}/2026-11-23.csv`)).json.code).toBe('dayRuns');
    await until('23T17:00:40');
    for (const [query, status, code] of refused) {
      const { json } = await server.say(`${DAILY}/${query}`);
      expect([json.status, json.code]).withContext(query).toEqual([status, code]);
    }
  });

  it('are for readers, supervisors and administrators of the hall', async () => {
    await until('23T17:00:40');
    const keys = await Promise.all((['device', 'wall', 'reader'] as const).map(async (role) => (await server.makeKey('h', role)).key));
    const statuses = await Promise.all([null, ...keys].map(async (key) => (await server.say(`${DAILY}/files?from=2026-11-23`, { key })).status));
    expect(statuses).toEqual([401, 403, 403, 200]);
  });

  it('have a dictionary that anyone may read', async () => {
    const { status, json } = await server.say('/api/v1/dictionary', { key: null });
    expect(status).toBe(200);
    expect((json as unknown as { entries: { key: string }[] }).entries.map(({ key }) => key)).toContain('serviceLevel.share');
  });
});
