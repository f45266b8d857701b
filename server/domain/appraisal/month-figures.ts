/**
 * A month's figures of a person or a counter, from its days' snapshots by the formulas of the day: counts and lengths add up, shares
 * are those of the sums. Each with its n, of how many it speaks.
 */
import type { AppraisalFigure } from '../../../shared/glossary/appraisals.js';
import type { Figures, Spread } from '../../../shared/rows/figures.js';
import { ratingFigures } from '../kpi/figures.js';

export interface Told {
  /** Null where nothing was counted. */
  value: number | null;
  n: number;
}
export type MonthFigures = Record<AppraisalFigure, Told>;

const LEVELS = [1, 2, 3, 4, 5] as const;

/** `days`: of one subject. */
export function monthFigures(days: readonly Figures[]): MonthFigures {
  const sum = (of: (one: Figures) => number) => days.reduce((total, one) => total + of(one), 0);
  const served = sum(({ tickets }) => tickets.served);
  const called = sum(({ tickets }) => tickets.called);
  return {
    'tickets.served': { value: days.length === 0 ? null : served, n: served },
    'waitMs.mean': meanOf(days.map(({ waitMs }) => waitMs)),
    'serviceMs.mean': meanOf(days.map(({ serviceMs }) => serviceMs)),
    'serviceLevel.share': ratio(sum(({ serviceLevel }) => serviceLevel.within), sum(({ serviceLevel }) => serviceLevel.of)),
    noShowRate: ratio(sum(({ tickets }) => tickets.noShow), called),
    'counter.occupancy': { ...ratio(sum(({ counter }) => counter.busyMs), sum(({ counter }) => counter.openMs)), n: days.filter(({ counter }) => counter.openMs > 0).length },
    'counter.adherence': adherenceOf(days),
    ...ratingsOf(days),
  };
}

export function servicesOf(days: readonly Figures[]): number {
  return days.reduce((total, { tickets: { served, returned, referred } }) => total + served + returned + referred, 0);
}

function ratio(part: number, n: number): Told {
  return { value: n === 0 ? null : part / n, n };
}

function meanOf(spreads: readonly Spread[]): Told {
  const n = spreads.reduce((total, { count }) => total + count, 0);
  return { value: n === 0 ? null : spreads.reduce((total, { mean, count }) => total + (mean ?? 0) * count, 0) / n, n };
}

/** A day keeps the share alone, not the time of its roster: the days with one weigh the same, and n is how many. */
function adherenceOf(days: readonly Figures[]): Told {
  const shares = days.flatMap(({ counter: { adherence } }) => adherence ?? []);
  return { value: shares.length === 0 ? null : shares.reduce((total, share) => total + share, 0) / shares.length, n: shares.length };
}

function ratingsOf(days: readonly Figures[]) {
  const sum = (of: (one: Figures) => number) => days.reduce((total, one) => total + of(one), 0);
  const byLevel = LEVELS.map((level) => sum(({ rating }) => rating.byLevel[level])) as [number, number, number, number, number];
  const given = sum(({ rating }) => rating.given);
  const ended = servicesOf(days);
  const { mean, satisfiedShare, badShare, ratedShare } = ratingFigures({ rating: { requested: 0, given, defaulted: 0, byLevel }, counts: { served: ended, returned: 0, referred: 0 } });
  return {
    'rating.mean': { value: mean, n: given },
    'rating.satisfiedShare': { value: satisfiedShare, n: given },
    'rating.badShare': { value: badShare, n: given },
    'rating.ratedShare': { value: ratedShare, n: ended },
  };
}
