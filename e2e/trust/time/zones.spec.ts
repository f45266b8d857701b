import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { dayAt, dayOf, type Day } from '../../../server/domain/calendar/day.js';
import { booksUntil } from '../../../server/domain/daily/daily.spec-kit.js';
import { dailyOf } from '../../../server/domain/daily/daily.js';
import { hoursOf } from '../../../server/domain/daily/hours.js';
import { settingsForSpec } from '../../../server/domain/hall/hall.spec-kit.js';
import { shuffled } from '../../../server/domain/hall/arbitrary-events.spec-kit.js';
import { event, Server } from '../../../server/server.spec-kit.js';
import { count, seed, tried } from '../kit/tried.js';
import { dateAfter, ZoneReference } from './zone-reference.js';

const HOUR = 3_600_000;
const STEP = 5 * HOUR;
const [FROM, TO] = [Date.UTC(2020), Date.UTC(2031)];
const ZONES = Intl.supportedValuesOf('timeZone');

interface Case {
  zone: ZoneReference;
  date: string;
}

/** The days around each change of a zone's clocks; where they never change, a leap day's. */
function daysAround(zone: ZoneReference): Case[] {
  const dates = zone.transitions.flatMap(({ at }) => [-1, 0, 1].map((days) => dateAfter(zone.dateAt(at), days)));
  return [...new Set([...dates, '2024-02-29', '2024-12-31'])].map((date) => ({ zone, date }));
}

/** What is wrong with the product's day, by the reference. */
function faults({ zone, date }: Case, make: (date: string, zone: string) => Day = dayOf): string[] {
  const [startAt, endAt] = [zone.startOf(date), zone.startOf(dateAfter(date))];
  const day = make(date, zone.zone);
  const wrong: string[] = [];
  const say = (what: string, isSo: boolean) => void (isSo || wrong.push(`${zone.zone} ${date}: ${what}`));
  say(`begins at ${day.startAt}, not ${startAt}`, day.startAt === startAt);
  say(`ends at ${day.endAt}, not ${endAt}`, day.endAt === endAt);
  for (const at of [startAt, endAt - 1]) say(`${at} is of ${dayAt(at, zone.zone).date}`, endAt === startAt || dayAt(at, zone.zone).date === date);
  const hours = hoursOf(day).reduce((sum, { opensAt, closesAt }) => sum + closesAt - opensAt, 0);
  say(`its hours come to ${hours / HOUR}`, hours === endAt - startAt);
  return wrong;
}

/** A counter that is open all day: its hours together, as a snapshot tells them. */
function openAllDay({ zone, date }: Case): number {
  const startAt = zone.startOf(date);
  const opened: PostedEvent = { specversion: '1.0', id: 'o', source: '/desk', type: 'counter.opened', time: new Date(startAt).toISOString(), data: { counterId: 'C1' } };
  const book = booksUntil([{ seq: 1, loggedAt: startAt, event: opened }], settingsForSpec({ timezone: zone.zone }), zone.startOf(dateAfter(date)) - 1).at(-1)!;
  return Object.values(dailyOf(book).hours as Record<string, { counter: { openMs: number } }>).reduce((sum, { counter }) => sum + counter.openMs, 0) + 1;
}

const references = ZONES.map((zone) => new ZoneReference(zone, FROM, TO));

describe('[F14] A day of any zone', () => {
  it('is as long as its clocks make it, and its hours add up to it, around every change from 2020 to 2030 and in Shanghai’s summers', () => {
    const shanghai = new ZoneReference('Asia/Shanghai', Date.UTC(1986), Date.UTC(1992));
    expect(shanghai.transitions.length).toBe(12);
    const cases = [...references, shanghai].flatMap(daysAround);
    const lengths = new Set(cases.map(({ zone, date }) => (zone.startOf(dateAfter(date)) - zone.startOf(date)) / HOUR));
    const wrong = cases.flatMap((one) => faults(one));
    expect(wrong.slice(0, 10)).toEqual([]);
    expect([23, 23.5, 24, 24.5, 25].every((length) => lengths.has(length))).toBeTrue();
    const changes = references.reduce((sum, { transitions }) => sum + transitions.length, 0);
    tried({ promise: 'F14', how: `days around ${changes} changes of the clocks in ${ZONES.length} zones, 2020–2030, and Shanghai 1986–1991`, cases: cases.length, outcome: `${wrong.length} wrong; lengths of ${[...lengths].sort().join(', ')} h` });
  });

  it('follows the day before without a gap, all years through', () => {
    const some = shuffled(references, seed).slice(0, count(3, ZONES.length));
    let [days, wrong] = [0, 0];
    for (const { zone } of some) {
      for (let day = dayOf('2020-01-01', zone), next; day.date < '2031'; day = next, days++) {
        next = dayAt(day.endAt, zone);
        if (next.startAt !== day.endAt || next.date !== dateAfter(day.date)) wrong++;
      }
    }
    expect(wrong).toBe(0);
    tried({ promise: 'F14', how: `every day of 2020–2030 in ${some.length} zones, one after the other`, cases: days, outcome: `${wrong} gaps, days doubled or left out` });
  });

  it('is told in hours that come to its real length', () => {
    const changing = references.filter(({ transitions }) => transitions.length > 0);
    const some = shuffled(changing, seed).slice(0, count(10, changing.length)).concat(references.find(({ zone }) => zone === 'Australia/Lord_Howe')!);
    const cases = some.flatMap((zone) => daysAround(zone).slice(0, 6));
    for (const one of cases) expect(openAllDay(one)).withContext(`${one.zone.zone} ${one.date}`).toBe(one.zone.startOf(dateAfter(one.date)) - one.zone.startOf(one.date));
    tried({ promise: 'F14', how: 'snapshots of days around changes, a counter open from midnight to midnight', cases: cases.length, outcome: 'the sum of the hours is the length of the day in all' });
  });

  it('has exactly one snapshot, though the clocks change under the server', async () => {
    const changing = references.filter(({ transitions }) => transitions.some(({ at }) => at > Date.UTC(2026, 11) && at < Date.UTC(2028)));
    const some = shuffled(changing, seed).slice(0, count(1, 60));
    let days = 0;
    for (const zone of some) days += await snapshotsAround(zone, zone.transitions.find(({ at }) => at > Date.UTC(2026, 11))!.at);
    expect(days).toBe(some.length * 4);
    tried({ promise: 'F14', how: `the server, every few hours over a change of the clocks in ${some.length} zones`, cases: days, outcome: 'one snapshot a day, each day' });
  }, 600_000);

  it('the net has teeth: a day of 24 hours, whatever the clocks say, is caught', () => {
    const plain = (date: string, zone: string): Day => ({ ...dayOf(date, zone), endAt: dayOf(date, zone).startAt + 24 * HOUR });
    expect(shuffled(references.filter(({ transitions }) => transitions.length > 0), seed).slice(0, 10).flatMap(daysAround).flatMap((one) => faults(one, plain)).length).toBeGreaterThan(0);
  });
});

/** How many days were told, of four around an instant, each once and final. */
async function snapshotsAround(zone: ZoneReference, at: number): Promise<number> {
  const server = await Server.start();
  const first = dateAfter(zone.dateAt(at), -2);
  const [startAt, endAt] = [zone.startOf(first), zone.startOf(dateAfter(first, 4))];
  server.clock.set(startAt);
  server.clock.settle();
  await server.makeHall('h', { timezone: zone.zone });
  for (; server.clock.now() < endAt + STEP; server.clock.pass(STEP)) {
    if (server.clock.now() < endAt) await server.post('h', [event('queue.observed', { serviceId: 'tax', waiting: 1 }, { time: new Date(server.clock.now()).toISOString() })]);
    await server.running.dailies.looked();
  }
  server.clock.pass(10_000);
  await server.running.dailies.looked();
  const { days } = (await server.say('/api/v1/halls/h/daily')).json as unknown as { days: { date: string; revision: number }[] };
  const past = days.filter(({ date }) => date < dateAfter(first, 4));
  expect(past.map(({ date }) => date).sort()).withContext(zone.zone).toEqual([0, 1, 2, 3].map((day) => dateAfter(first, day)));
  expect(past.every(({ revision }) => revision === 1)).withContext(zone.zone).toBeTrue();
  await server.end();
  return past.length;
}
