import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { day } from '../../domain/golden/day-builder.js';
import { openRecording } from './opened-recording.js';
import { historyOf, readDay, startOf, zoneOf } from './recorded-day.js';
import { eventRecording, type Recorded } from './recording.js';

describe('A recording', () => {
  let folder: string;
  const file = (name: string): string => join(folder, name);
  const built = day('1999-01-03', 'Asia/Jerusalem')
    .at('23:50').issue('T1', { service: 'PS' })
    .at('+1 00:05').call('T1', 'A01').at('+1 09:00').issue('T2', { service: 'IN' }).at('+1 09:02').call('T2', 'A02')
    .at('+1 09:02').start('T2', 'A02').at('+2 00:00').end('T2', 'A02')
    .events().map((event) => JSON.stringify(event));

  async function read(path: string): Promise<{ events: Recorded[]; bad: string[] }> {
    const [events, bad]: [Recorded[], string[]] = [[], []];
    for await (const event of eventRecording(path).read((line, reason) => bad.push(`${String(line)} ${reason}`))) events.push(event);
    return { events, bad };
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-'));
    await writeFile(file('a.events.ndjson'), built.join('\n'));
    await writeFile(file('a.events.ndjson.gz'), gzipSync(`${built.join('\r\n')}\n`));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads the same plain and packed, with the instant of each event', async () => {
    const [plain, packed] = [await read(file('a.events.ndjson')), await read(file('a.events.ndjson.gz'))];
    expect(plain.events.map((event) => event.at)).toEqual(packed.events.map((event) => event.at));
    expect(plain.events[0]?.at).toBe(Date.parse('1999-01-03T23:50:00+02:00'));
    expect(plain.bad).toEqual([]);
  });

  it('tells of bad lines by their number and reads on', async () => {
    const noTime = JSON.stringify({ type: 'hall.opened', data: {} });
    const oddTime = JSON.stringify({ type: 'hall.opened', time: '1999-01-04 09:00', data: {} });
    await writeFile(file('b.ndjson'), [built[0], '{"type":', '', noTime, oddTime, '[]', built[1]].join('\n'));
    const { events, bad } = await read(file('b.ndjson'));
    expect(events.map((event) => event.line)).toEqual([1, 7]);
    expect(bad.map((words) => words.slice(0, 24))).toEqual(['2 is not JSON', '4 is not an event with a', '5 has the time "1999-01-', '6 is not an event with a']);
  });

  it('fails in the open when the file is missing or not packed', async () => {
    await expectAsync(read(file('none.ndjson'))).toBeRejectedWithError(/ENOENT/);
    await writeFile(file('c.ndjson.gz'), 'plain');
    await expectAsync(read(file('c.ndjson.gz'))).toBeRejectedWithError(/incorrect header/);
  });

  it('keeps a day of the zone, from midnight to midnight, with the services and counters it names', async () => {
    const recorded = await readDay(eventRecording(file('a.events.ndjson')), { date: '1999-01-04' }, () => undefined);
    expect(recorded.timezone).toBe('Etc/GMT-2');
    expect(recorded.events.length).toBe(4);
    expect(recorded.services).toEqual([{ id: 'IN', name: 'IN' }]);
    expect(recorded.counters.map(({ id }) => id)).toEqual(['A01', 'A02']);
    expect(startOf(recorded, undefined)).toBe(Date.parse('1999-01-04T00:04:00+02:00'));
    expect(startOf(recorded, '09:00')).toBe(Date.parse('1999-01-04T09:00:00+02:00'));
  });

  it('tells as history all that came before, so that a ticket open at midnight is carried in', async () => {
    const recording = eventRecording(file('a.events.ndjson'));
    const recorded = await readDay(recording, { date: '1999-01-04', timezone: 'Asia/Jerusalem' }, () => undefined);
    const history = await all(historyOf(recording, recorded, startOf(recorded, '09:00')));
    expect(history).toEqual(built.slice(0, 2));
    expect(recorded.heldSince).toBe(Date.parse('1999-01-03T23:50:00+02:00'));
  });

  it('says which days it has when it lacks the one asked for', async () => {
    const wanted = readDay(eventRecording(file('a.events.ndjson')), { date: '1999-02-01' }, () => undefined);
    await expectAsync(wanted).toBeRejectedWithError('The file holds nothing on 1999-02-01: it has 3 days, from 1999-01-03 to 1999-01-05');
  });

  it('derives a fixed zone from the offset that most times carry, when that is possible', () => {
    expect(zoneOf(['1999-01-04T09:00:00+02:00', '1999-01-04T09:00:00+02:00', '1999-01-04T09:00:00Z'])).toBe('Etc/GMT-2');
    expect(zoneOf(['1999-01-04T09:00:00-05:00'])).toBe('Etc/GMT+5');
    expect(zoneOf(['1999-01-04T09:00:00Z'])).toBe('Etc/UTC');
    expect(zoneOf(['1999-01-04T09:00:00+05:30'])).toBeUndefined();
    expect(zoneOf([])).toBeUndefined();
  });

  it('is known by its name, and a new hall is named after it', async () => {
    expect((await openRecording(file('a.events.ndjson.gz'), { date: '1999-01-04' })).name).toBe('a · 1999-01-04');
    await writeFile(file('a.xlsx'), '');
    await expectAsync(openRecording(file('none.ndjson'), { date: '1999-01-04' })).toBeRejectedWithError(/none.ndjson" cannot be read/);
    await expectAsync(openRecording(file('a.xlsx'), { date: '1999-01-04' })).toBeRejectedWithError(/no recording that can be read/);
  });
});

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const list: string[] = [];
  for await (const line of lines) list.push(line);
  return list;
}

