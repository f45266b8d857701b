import fc from 'fast-check';
import { parseInstant } from '../../../shared/instant.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { dayAt } from '../calendar/day.js';
import type { StoredEvent } from '../event/fact.js';
import { advance } from '../hall/advance.js';
import { plainJournals, START } from '../hall/arbitrary-events.spec-kit.js';
import { foldEvent } from '../hall/fold-event.js';
import { newHall, type Hall } from '../hall/hall.js';
import { settingsForSpec } from '../hall/hall.spec-kit.js';
import { allRows } from '../hall/make-rows.js';
import { booksUntil } from './daily.spec-kit.js';
import { dailyOf, type DailyFigures } from './daily.js';

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
    const found = fc.check(fc.property(cases, agrees), { numRuns: 1000 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    console.log(`daily law: ${found.numRuns} cases, seed ${found.seed}`);
  });
});
