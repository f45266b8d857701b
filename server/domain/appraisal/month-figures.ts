/**
 * A month's figures of a person or a counter, from its days' snapshots by the formulas of the day: counts and lengths add up, shares
 * are those of the sums. Each with its n, of how many it speaks.
 */
import type { AppraisalFigure } from '../../../shared/glossary/appraisals.js';
import type { Figures, Spread } from '../../../shared/rows/figures.js';
import { ratingsOf, servicesOf } from '../kpi/days-together.js';

export interface Told {
  /** Null where nothing was counted. */
  value: number | null;
  n: number;
}
export type MonthFigures = Record<AppraisalFigure, Told>;

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
    ...ratingShares(days),
  };
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

function ratingShares(days: readonly Figures[]) {
  const { given, mean, satisfiedShare, badShare, ratedShare } = ratingsOf(days);
  return {
    'rating.mean': { value: mean, n: given },
    'rating.satisfiedShare': { value: satisfiedShare, n: given },
    'rating.badShare': { value: badShare, n: given },
    'rating.ratedShare': { value: ratedShare, n: servicesOf(days) },
  };
}
