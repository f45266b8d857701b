/** F3: figures of several days of one group: counts of days add up, and shares are those of the sums. */
import type { Figures, RatingFigures } from '../../../shared/rows/figures.js';
import { ratingFigures } from './figures.js';

const LEVELS = [1, 2, 3, 4, 5] as const;

/** Services that ended. */
export function servicesOf(days: readonly Figures[]): number {
  return days.reduce((total, { tickets: { served, returned, referred } }) => total + served + returned + referred, 0);
}

export function ratingsOf(days: readonly Figures[]): RatingFigures {
  const sum = (of: (one: Figures) => number) => days.reduce((total, one) => total + of(one), 0);
  const byLevel = LEVELS.map((level) => sum(({ rating }) => rating.byLevel[level])) as [number, number, number, number, number];
  const rating = { requested: sum((one) => one.rating.requested), given: sum((one) => one.rating.given), defaulted: sum((one) => one.rating.defaulted), byLevel };
  const counts = { served: sum(({ tickets }) => tickets.served), returned: sum(({ tickets }) => tickets.returned), referred: sum(({ tickets }) => tickets.referred) };
  return ratingFigures({ rating, counts });
}
