import fc from 'fast-check';
import { countedFigures, DayCurve, type CountedFigure } from '../../../shared/rows/behind.js';
import type { Figures } from '../../../shared/rows/figures.js';
import type { StoredEvent } from '../event/fact.js';
import { demoHall } from '../golden/demo-hall.js';
import { settingsOf } from '../golden/hall-plan.js';
import { workingDay } from '../golden/working-day.js';
import { HallSettings } from '../../../shared/commands/hall.js';
import { advance } from './advance.js';
import { journals, START } from './arbitrary-events.spec-kit.js';
import { ticketsBehind } from './behind.js';
import { dayCurve } from './day-curve.js';
import { foldEvent } from './fold-event.js';
import { newHall, type Hall } from './hall.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { allRows } from './make-rows.js';

/** What a group's figures say of each figure that counts tickets. */
function saidBy(figures: Figures): Record<CountedFigure, number> {
  const { rating, serviceLevel } = figures;
  const said: Record<string, number> = {
    'serviceLevel.of': serviceLevel.of, 'serviceLevel.within': serviceLevel.within, breached: serviceLevel.of - serviceLevel.within,
    'rating.requested': rating.requested, 'rating.given': rating.given, 'rating.defaulted': rating.defaulted,
    'rating.satisfied': Math.round((rating.satisfiedShare ?? 0) * rating.given), 'rating.bad': Math.round((rating.badShare ?? 0) * rating.given),
  };
  for (const [name, count] of Object.entries(figures.tickets)) said[`tickets.${name}`] = count;
  for (const name of ['waitMs', 'waitToServiceMs', 'walkMs', 'serviceMs', 'abandonMs'] as const) said[name] = figures[name].count;
  for (const [level, count] of Object.entries(rating.byLevel)) said[`rating.byLevel.${level}`] = count;
  return said;
}

/** Throws the first figure whose tickets are not as many as it says, for the hall and each service, counter and person. */
function reconcile(hall: Hall): number {
  const { startAt, endAt } = hall.day;
  const behind = [...ticketsBehind(hall, { since: startAt, from: startAt, to: endAt })];
  let compared = 0;
  for (const [id, row] of Object.entries(allRows(hall).figures)) {
    const [group, of] = id.split(/:(.*)/s) as [string, string | undefined];
    if (!['hall', 'service', 'counter', 'staff'].includes(group)) continue;
    const said = saidBy(row as Figures);
    const named = behind.filter(({ counted }) => group === 'hall' || counted[`${group}Id` as 'serviceId'] === of);
    for (const figure of countedFigures) {
      const tickets = named.filter(({ counted }) => counted.figure === figure);
      if (tickets.length !== said[figure]) throw new Error(`${id} ${figure}: ${tickets.length} tickets are named, the figure says ${said[figure]}`);
      compared++;
    }
  }
  return compared;
}

const fold = (journal: StoredEvent[]): Hall => {
  const hall = newHall('spec', settingsForSpec(), START);
  for (const stored of journal) foldEvent(hall, stored);
  return hall;
};

function demoDay(seed: string, until: string): Hall {
  const events = workingDay({ seed, date: '2026-03-02', plan: { ...demoHall, tickets: 300 } });
  const hall = newHall('spec', HallSettings.parse(settingsOf(demoHall)), Date.parse('2026-03-01T22:00:00+08:00'));
  events.filter(({ time }) => Date.parse(time!) <= Date.parse(until)).forEach((event, index) => foldEvent(hall, { seq: index + 1, loggedAt: Date.parse(event.time!), event }));
  advance(hall, Date.parse(until));
  return hall;
}

describe('Behind the figures of a day', () => {
  it('[P4] stand as many tickets as they say, in the hall and for each service, counter and person', () => {
    const found = fc.check(fc.property(journals, (journal) => void reconcile(fold(journal))), { numRuns: 300, endOnFailure: true });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    const planted = fc.check(fc.property(journals, (journal) => {
      const hall = fold(journal);
      hall.all.tally.counts.called++;
      reconcile(hall);
    }), { numRuns: 1, seed: found.seed });
    expect(planted.failed).withContext('the planted fault').toBeTrue();
    let compared = 0;
    for (const until of ['11:23:45', '17:30:00']) compared += reconcile(demoDay('behind', `2026-03-02T${until}+08:00`));
    console.log(`behind: ${found.numRuns} journals, seed ${found.seed}; ${compared} figures of a built day`);
  });

  it('[P4] a ticket stands once where no figure is asked for, also over several days', () => {
    const hall = demoDay('behind', '2026-03-02T17:30:00+08:00');
    const { startAt, endAt } = hall.day;
    const once = (time: { since: number; from: number; to: number }) => [...ticketsBehind(hall, time)].filter(({ counted }) => counted.figure === null).map(({ entry }) => entry.ticketId);
    const noon = startAt + 12 * 3_600_000;
    const [whole, morning, afternoon] = [once({ since: startAt, from: startAt, to: endAt }), once({ since: startAt, from: startAt, to: noon }), once({ since: startAt, from: noon, to: endAt })];
    expect(new Set(whole).size).toBe(whole.length);
    expect([...morning, ...afternoon].sort()).toEqual([...whole].sort());
  });

  it('[P5] the curve comes to the figures of its day', () => {
    for (const until of ['11:23:45', '17:30:00']) {
      const hall = demoDay('curve', `2026-03-02T${until}+08:00`);
      const curve = dayCurve(hall);
      const figures = allRows(hall).figures['hall'] as Figures;
      const sum = (list: number[]) => list.reduce((total, one) => total + one, 0);
      expect(sum(curve.quarters.map(({ issued }) => issued))).toBe(figures.tickets.issued);
      expect(sum(curve.quarters.map(({ called }) => called))).toBe(figures.tickets.called);
      expect(curve.quarters.at(-1)!.waiting).toBe(hall.all.waiting);
      expect(sum(curve.waits.byMinute)).toBe(figures.waitMs.count);
      expect(sum(Object.values(curve.services).map(({ ended }) => ended))).toBe(figures.tickets.served + figures.tickets.returned + figures.tickets.referred);
      const spent = (...states: string[]) => sum(Object.values(curve.counters).flatMap(({ stretches }) => stretches.filter(({ state }) => states.includes(state)).map(({ from, to }) => Math.min(to, hall.now) - from)));
      expect(spent('open', 'calling', 'serving', 'paused')).toBe(figures.counter.openMs);
      expect(spent('serving')).toBe(figures.counter.busyMs);
      expect(DayCurve.safeParse(curve).success).toBeTrue();
    }
  });
});
