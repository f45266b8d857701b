/** Figure rows: today's figures of the hall, its services, zones, counters and people, and the day's curve by quarter-hours. */
import type { Figures, Quarter } from '../../../shared/rows/figures.js';
import { localTime } from '../calendar/day.js';
import { counterTimes } from '../counter/counter.js';
import { spreadOf } from '../kpi/distribution.js';
import { figuresOf, type Moment } from '../kpi/figures.js';
import { QUARTER_MS, type CounterGroup, type Group, type Hall, type QuarterTally } from './hall.js';
import { freshCounter, isObserved, isServiceShown } from './rows.js';
import { sharedTarget, waitsReached, waitTargetAt } from './standard-of.js';
import { zonesOf, zoneTallyOf } from './zones.js';

const noTime = { openMs: 0, pausedMs: 0, busyMs: 0 };

function momentOf(hall: Hall, group: Group, rest: Partial<Moment>): Moment {
  const { carriedIn, waiting, called, serving, parked } = group;
  return { now: hall.now, carriedIn, waiting, called, serving, parked, overdue: 0, targetMs: null, ...noTime, ...rest };
}

/** F5: waits of a service's queue that still run and have reached its limit. */
function overdueOf(hall: Hall, serviceId: string): number {
  return [...waitsReached(hall, serviceId, { after: -Infinity, by: hall.now })].length;
}

/** The times of some counters taken together. */
function timesOf(hall: Hall, groups: Iterable<CounterGroup>): typeof noTime {
  const times = { ...noTime };
  for (const group of groups) {
    const { openMs, pausedMs, busyMs } = counterTimes(freshCounter(hall, group), hall.now, hall.day.startAt);
    times.openMs += openMs;
    times.pausedMs += pausedMs;
    times.busyMs += busyMs;
  }
  return times;
}

function sum<T>(list: T[], count: (one: T) => number): number {
  return list.reduce((total, one) => total + count(one), 0);
}

export function hallFigures(hall: Hall): Figures {
  const overdue = sum([...hall.services.keys()], (id) => overdueOf(hall, id));
  const shown = [...hall.services].filter(([id, service]) => isServiceShown(hall, id, service)).map(([id]) => id);
  const times = timesOf(hall, hall.counters.values());
  return figuresOf(hall.all.tally, momentOf(hall, hall.all, { overdue, targetMs: sharedTarget(hall, shown, hall.now), ...times }));
}

/** F11: what happens at its counters, and who waits for its own services. */
export function zoneFigures(hall: Hall, zone: string): Figures {
  const { counterIds, serviceIds } = zonesOf(hall).all.get(zone)!;
  const counters = counterIds.map((id) => hall.counters.get(id)!);
  const services = serviceIds.map((id) => hall.services.get(id)!);
  return figuresOf(zoneTallyOf(hall, zone), {
    now: hall.now,
    carriedIn: sum(services, ({ carriedIn }) => carriedIn),
    waiting: sum(services, ({ waiting }) => waiting),
    parked: sum(services, ({ parked }) => parked),
    called: sum(counters, ({ called }) => called),
    serving: sum(counters, ({ serving }) => serving),
    overdue: sum(serviceIds, (id) => overdueOf(hall, id)),
    targetMs: sharedTarget(hall, serviceIds, hall.now),
    ...timesOf(hall, counters),
  });
}

export function serviceFigures(hall: Hall, id: string): Figures {
  const service = hall.services.get(id)!;
  return figuresOf(service.tally, momentOf(hall, service, { overdue: overdueOf(hall, id), targetMs: waitTargetAt(hall, id, hall.now) }));
}

export function counterFigures(hall: Hall, id: string): Figures {
  const group = hall.counters.get(id)!;
  const times = counterTimes(freshCounter(hall, group), hall.now, hall.day.startAt);
  return figuresOf(group.tally, momentOf(hall, group, times));
}

export function staffFigures(hall: Hall, id: string): Figures {
  const group = hall.staff.get(id)!;
  return figuresOf(group.tally, momentOf(hall, group, {}));
}

/** A quarter in which something was counted, and not all of it taken back. */
function isEventful({ issued, called, ended, abandoned, queued, dequeued, observed }: QuarterTally): boolean {
  return observed.size > 0 || [issued, called, ended, abandoned, queued, dequeued].some((count) => count !== 0);
}

/**
 * F9: quarter-hours of today by row id, from the first eventful one up to now; null for what no longer stands before it.
 * Waiting at a quarter's end = waiting now, less what came and went since.
 */
export function quarterRows(hall: Hall): Map<string, Quarter | null> {
  const rows = new Map<string, Quarter | null>();
  const { startAt, endAt, zone } = hall.day;
  const last = Math.floor((Math.min(hall.now, endAt - 1) - startAt) / QUARTER_MS);
  const first = Math.min(last, ...hall.quarters.keys());
  const eventful = Math.min(...[...hall.quarters].map(([index, quarter]) => (isEventful(quarter) ? index : Infinity)));
  const boards = boardsByQuarter(hall, { first, last });
  let waiting = hall.all.waiting;
  for (const [index, quarter] of hall.quarters) if (index > last) waiting -= quarter.queued - quarter.dequeued;
  const list: [string, Quarter | null][] = [];
  for (let index = last; index >= first; index--) {
    const quarter = hall.quarters.get(index);
    const at = startAt + index * QUARTER_MS;
    list.push([`quarter:${localTime(at, zone).time}`, index < eventful ? null : {
      startAt: at,
      waiting: waiting + boards[index - first]!,
      issued: quarter?.issued ?? 0,
      called: quarter?.called ?? 0,
      ended: quarter?.ended ?? 0,
      abandoned: quarter?.abandoned ?? 0,
      waitP50Ms: quarter ? spreadOf(quarter.waits).p50 : null,
      waitP90Ms: quarter ? spreadOf(quarter.waits).p90 : null,
    }]);
    if (quarter) waiting -= quarter.queued - quarter.dequeued;
  }
  // where the clocks go back an hour's labels come twice: the second ones carry a mark
  for (const [id, row] of list.reverse()) rows.set(rows.has(id) ? `${id}b` : id, row);
  return rows;
}

/** People waiting by the boards at each quarter's end: each observed service's newest reading so far. */
function boardsByQuarter(hall: Hall, { first, last }: { first: number; last: number }): number[] {
  const newest = new Map<string, number>();
  const sums: number[] = [];
  for (let index = first; index <= last; index++) {
    for (const [id, { waiting }] of hall.quarters.get(index)?.observed ?? []) {
      const service = hall.services.get(id);
      if (service && isObserved(service)) newest.set(id, waiting);
    }
    sums.push([...newest.values()].reduce((sum, waiting) => sum + waiting, 0));
  }
  return sums;
}
