import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { parseInstant } from '../../../shared/instant.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { dayAt, dayOf } from '../calendar/day.js';
import type { StoredEvent } from '../event/fact.js';
import { day } from '../golden/day-builder.js';
import { demoHall } from '../golden/demo-hall.js';
import { settingsOf } from '../golden/hall-plan.js';
import { workingDay } from '../golden/working-day.js';
import { advance } from '../hall/advance.js';
import { plainJournals, START } from '../hall/arbitrary-events.spec-kit.js';
import { foldEvent } from '../hall/fold-event.js';
import { newHall, type Hall } from '../hall/hall.js';
import { settingsForSpec } from '../hall/hall.spec-kit.js';
import { allRows } from '../hall/make-rows.js';
import { booksUntil } from './daily.spec-kit.js';
import { dailyOf, type DailyFigures } from './daily.js';

const FILE = new URL('../../../../shared/data/bank-1999-01.events.ndjson.gz', import.meta.url);
const FROM_BUILD = new URL('../../../../../shared/data/bank-1999-01.events.ndjson.gz', import.meta.url);
const settings = settingsForSpec();
/** Of an event's clock that runs ahead so much is believed. */
const AHEAD_MS = 5000;

/** Told on its own day: word of another day that comes later may speak of a ticket that the live hall has let go of. */
function isOfItsDay({ loggedAt, event: { time }, corrects }: StoredEvent): boolean {
  const dayStart = (at: number) => dayAt(at, settings.timezone).startAt;
  const said = time === undefined ? loggedAt : parseInstant(time);
  return (said > loggedAt || dayStart(Math.max(0, said)) === dayStart(loggedAt)) && (!corrects || dayStart(corrects.loggedAt) === dayStart(loggedAt));
}

/** The figures of a snapshot under the ids of the live rows. */
function rowsOf({ hall, services, counters, staff, zones }: DailyFigures): Record<string, Figures> {
  const of = (name: string, groups: Record<string, Figures>) => Object.entries(groups).map(([id, figures]) => [`${name}:${id}`, figures]);
  return Object.fromEntries([['hall', hall], ...of('service', services), ...of('counter', counters), ...of('staff', staff), ...of('zone', zones)]) as Record<string, Figures>;
}

function differences(left: unknown, right: unknown, path = ''): string[] {
  if (Object.is(left, right)) return [];
  if (typeof left !== 'object' || typeof right !== 'object' || !left || !right) return [`${path}: live ${JSON.stringify(left)}, daily ${JSON.stringify(right)}`];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap((key) => differences(left[key as never], right[key as never], `${path}/${key}`));
}

/** Without groups of which nothing was counted: what is shown of those is the screens' matter. */
function counted(rows: [string, Figures][]): Record<string, Figures> {
  const isSomething = ({ tickets, rating, counter, waitToServiceMs, walkMs }: Figures) =>
    [...Object.values(tickets), rating.requested, rating.given, rating.defaulted, counter.openMs, waitToServiceMs.count, walkMs.count].some((count) => count > 0);
  return Object.fromEntries(rows.filter(([id, figures]) => id === 'hall' || isSomething(figures)));
}

/** The live hall at an instant at which nothing happens, against the day's columns cut there. */
function compare(hall: Hall, daily: DailyFigures): string[] {
  const live = Object.entries(allRows(hall).figures).filter((row): row is [string, Figures] => 'tickets' in row[1]);
  return differences(counted(live), counted(Object.entries(rowsOf(daily))));
}

describe('The daily snapshot', () => {
  it('[L7] agrees with the live figures to the millisecond, at any instant of arbitrary days', () => {
    const agrees = ([journal, afterMs]: [StoredEvent[], number]) => {
      const hall = newHall('spec', settings, START);
      for (const stored of journal) foldEvent(hall, stored);
      const at = Math.max(hall.now, journal.at(-1)!.loggedAt) + AHEAD_MS + afterMs * 1000 + 7;
      advance(hall, at);
      const found = compare(hall, dailyOf(booksUntil(journal, settings, at).at(-1)!));
      if (found.length > 0) throw new Error(found.slice(0, 5).join('\n'));
    };
    const cases = fc.tuple(plainJournals.filter((journal) => journal.every(isOfItsDay)), fc.nat(7200));
    const found = fc.check(fc.property(cases, agrees), { numRuns: 300 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    console.log(`daily law: ${found.numRuns} cases, seed ${found.seed}`);
  });

  it('[Y9] counts the ledgers of arbitrary days as their journal does, each event on its own day', () => {
    const counted = (journal: StoredEvent[]) => {
      const books = booksUntil(journal, settings, journal.at(-1)!.loggedAt + 1).map((book) => dailyOf(book).cases!);
      const sum = (of: Record<string, number>[]) => of.flatMap((counts) => Object.values(counts)).reduce((total, count) => total + count, 0);
      const inJournal = (type: string) => journal.filter(({ event }) => event.type === type).length;
      const [left, right] = [[sum(books.map(({ opened }) => opened)), sum(books.map(({ steps }) => steps))], [inJournal('case.opened'), inJournal('case.stepped')]];
      if (JSON.stringify(left) !== JSON.stringify(right)) throw new Error(`told ${JSON.stringify(left)}, in the journal ${JSON.stringify(right)}`);
    };
    const found = fc.check(fc.property(plainJournals, counted), { numRuns: 200 });
    expect(found.failed).withContext(fc.defaultReportMessage(found) ?? '').toBeFalse();
  });

  it('[L7] catches a figure that is a millisecond or a ticket off', () => {
    const events = day('2026-03-02').at('09:00').open('C1').issue('T1', { service: 'S1' }).at('09:05').call('T1', 'C1').at('09:06').start('T1').events();
    const journal = events.map((event, index): StoredEvent => ({ seq: index + 1, loggedAt: Date.parse(event.time!), event }));
    const hall = newHall('spec', settings, START);
    for (const stored of journal) foldEvent(hall, stored);
    const at = Date.parse('2026-03-02T09:30:00.007+08:00');
    advance(hall, at);
    expect(compare(hall, dailyOf(booksUntil(journal, settings, at).at(-1)!))).toEqual([]);
    expect(compare(hall, dailyOf(booksUntil(journal, settings, at + 1).at(-1)!)).length).toBeGreaterThan(0);
    expect(compare(hall, dailyOf(booksUntil(journal.slice(0, 3), settings, at).at(-1)!)).length).toBeGreaterThan(0);
  });

  it('[L7] agrees on every day of a built week, at noon and at its end', () => {
    const of = settingsOf(demoHall) as ReturnType<typeof settingsForSpec>;
    const dates = Array.from({ length: 7 }, (_, index) => `2026-03-${String(index + 2).padStart(2, '0')}`);
    const events = dates.flatMap((date) => workingDay({ seed: 'daily', date, plan: demoHall })).filter(({ type }) => !type.startsWith('device.'));
    const days = agreeAt(events, settingsForSpec(of), (date) => [dayOf(date, of.timezone).startAt + 12 * 3_600_000 + 1, dayOf(date, of.timezone).endAt - 1]);
    expect(days).toBe(14);
    console.log(`daily law: a built week, ${events.length} events, compared at ${days} instants`);
  });

  it('[L7] agrees on every day of a bank’s month, as it happened', () => {
    const file = [FILE, FROM_BUILD].find((url) => existsSync(url));
    if (!file) return pending('the recorded month is not at ../shared/data: nothing was compared');
    const events = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as PostedEvent);
    const of = settingsForSpec({ timezone: 'Asia/Jerusalem', services: [{ id: 'PS', name: 'PS', waitLimit: 'PT3M' }], counters: [] });
    const days = agreeAt(events, of, (date) => [dayOf(date, of.timezone).endAt - 1]);
    console.log(`daily law: a bank month, ${events.length} events, compared on ${days} days`);
    expect(days).toBeGreaterThan(28);
  });
});

/** Folds the events live, and compares at these instants of each of their days; how many there were. */
function agreeAt(events: PostedEvent[], of: ReturnType<typeof settingsForSpec>, instantsOf: (date: string) => number[]): number {
  const journal = events.map((event, index): StoredEvent => ({ seq: index + 1, loggedAt: Date.parse(event.time!), event }));
  const instants = [...new Set(journal.map(({ loggedAt }) => dayAt(loggedAt, of.timezone).date))].flatMap(instantsOf);
  const hall = newHall('spec', of, journal[0]!.loggedAt);
  let next = 0;
  for (const at of instants) {
    while (next < journal.length && journal[next]!.loggedAt < at) foldEvent(hall, journal[next++]!);
    advance(hall, at);
    const { startAt } = dayAt(at, of.timezone);
    // what stood open before is in the day before: nobody stays longer in these recordings
    const book = booksUntil(journal.filter(({ loggedAt }) => loggedAt >= startAt - 24 * 3_600_000 && loggedAt < at), of, at).at(-1)!;
    expect(compare(hall, dailyOf(book)).slice(0, 5)).withContext(new Date(at).toISOString()).toEqual([]);
  }
  return instants.length;
}
