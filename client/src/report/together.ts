/**
 * Figures of several days taken together. Counts add up, means and shares weigh by what they were taken from; percentiles
 * of days do not make one of the days together, so there is none.
 */
import type { Figures, Spread } from '../../../shared/rows/figures.js';

export function together(days: readonly Figures[]): Figures {
  const of = <T>(part: (figures: Figures) => T): T[] => days.map(part);
  const [tickets, level, counter, rating] = [of((day) => day.tickets), of((day) => day.serviceLevel), of((day) => day.counter), of((day) => day.rating)];
  const targets = new Set(level.map(({ targetMs }) => targetMs));
  return {
    tickets: added(tickets),
    waitMs: spread(of((day) => day.waitMs)),
    waitToServiceMs: spread(of((day) => day.waitToServiceMs)),
    walkMs: spread(of((day) => day.walkMs)),
    serviceMs: spread(of((day) => day.serviceMs)),
    abandonMs: spread(of((day) => day.abandonMs)),
    serviceLevel: {
      targetMs: targets.size === 1 ? level[0]!.targetMs : null,
      rule: level[0]!.rule,
      within: sum(level.map(({ within }) => within)),
      of: sum(level.map((one) => one.of)),
      share: weighed(level.map(({ share, of: weight }) => [share, weight])),
    },
    abandonmentRate: weighed(of((day) => [day.abandonmentRate, day.tickets.called + day.tickets.abandoned])),
    noShowRate: weighed(of((day) => [day.noShowRate, day.tickets.called])),
    counter: {
      openMs: sum(counter.map(({ openMs }) => openMs)),
      pausedMs: sum(counter.map(({ pausedMs }) => pausedMs)),
      busyMs: sum(counter.map(({ busyMs }) => busyMs)),
      occupancy: weighed(counter.map(({ occupancy, openMs }) => [occupancy, openMs])),
      adherence: null,
    },
    rating: {
      requested: sum(rating.map(({ requested }) => requested)),
      given: sum(rating.map(({ given }) => given)),
      defaulted: sum(rating.map(({ defaulted }) => defaulted)),
      byLevel: added(rating.map(({ byLevel }) => byLevel)),
      mean: weighed(rating.map(({ mean, given }) => [mean, given])),
      satisfiedShare: weighed(rating.map(({ satisfiedShare, given }) => [satisfiedShare, given])),
      badShare: weighed(rating.map(({ badShare, given }) => [badShare, given])),
      ratedShare: weighed(of(({ rating: { ratedShare }, serviceMs }) => [ratedShare, serviceMs.count])),
    },
    countedAt: Math.max(...of(({ countedAt }) => countedAt)),
  };
}

function spread(days: readonly Spread[]): Spread {
  const longest = days.flatMap(({ max }) => max ?? []);
  return {
    count: sum(days.map(({ count }) => count)),
    mean: weighed(days.map(({ mean, count }) => [mean, count])),
    p50: null, p90: null, p95: null,
    max: longest.length > 0 ? Math.max(...longest) : null,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, one) => all + one, 0);
}

/** The mean of values by their weights; null where nothing weighs. */
function weighed(pairs: readonly (readonly [value: number | null, weight: number])[]): number | null {
  const known = pairs.filter(([value]) => value !== null) as readonly (readonly [number, number])[];
  const weight = sum(known.map(([, one]) => one));
  return weight > 0 ? sum(known.map(([value, one]) => value * one)) / weight : null;
}

function added<T extends Record<keyof T, number>>(all: readonly T[]): T {
  const keys = Object.keys(all[0]!) as (keyof T)[];
  return Object.fromEntries(keys.map((key) => [key, sum(all.map((one) => one[key]))])) as T;
}
