/** Today's running counts of one group: the hall, a service, a counter or a person. Marks go in and come out again. */
import type { Spread } from '../../../shared/rows/figures.js';
import { addLength, newDistribution, spreadOf, type Distribution } from './distribution.js';
import type { Mark } from '../ticket/ticket.js';

export interface Tally {
  counts: {
    issued: number; called: number; served: number; returned: number; referred: number; noShow: number;
    abandoned: number; removed: number; transferredIn: number; transferredOut: number;
  };
  waits: Distribution;
  waitsToService: Distribution;
  walks: Distribution;
  services: Distribution;
  abandons: Distribution;
  /** For the service level, over tickets whose service has a target: called within it, called, left after it. */
  within: number;
  called: number;
  leftLate: number;
  rating: { requested: number; given: number; defaulted: number; byLevel: [number, number, number, number, number] };
}

/** The lengths that are measured, in the order of the figures. */
export const measures = ['waits', 'waitsToService', 'walks', 'services', 'abandons'] as const;
export type Spreads = Record<(typeof measures)[number], Spread>;

export function spreadsOf(tally: Tally): Spreads {
  return Object.fromEntries(measures.map((measure) => [measure, spreadOf(tally[measure])])) as Spreads;
}

export function newTally(): Tally {
  return {
    counts: {
      issued: 0, called: 0, served: 0, returned: 0, referred: 0, noShow: 0,
      abandoned: 0, removed: 0, transferredIn: 0, transferredOut: 0,
    },
    waits: newDistribution(), waitsToService: newDistribution(), walks: newDistribution(),
    services: newDistribution(), abandons: newDistribution(),
    within: 0, called: 0, leftLate: 0,
    rating: { requested: 0, given: 0, defaulted: 0, byLevel: [0, 0, 0, 0, 0] },
  };
}

const outcomeCount = { completed: 'served', returned: 'returned', referred: 'referred' } as const;

function addKnown(distribution: Distribution, value: number | null, sign: 1 | -1): void {
  if (value !== null) addLength(distribution, value, sign);
}

/** Counts a mark (sign 1) or takes it back (−1). `within`: whether a wait that ended was within its limit, null where nothing was promised or known. */
export function tallyMark(tally: Tally, mark: Mark, { sign, within }: { sign: 1 | -1; within: boolean | null }): void {
  const { counts, rating } = tally;
  switch (mark.kind) {
    case 'called':
      counts.called += sign;
      addKnown(tally.waits, mark.waitMs, sign);
      if (within !== null) tally.called += sign;
      if (within) tally.within += sign;
      return;
    case 'started':
      addKnown(tally.waitsToService, mark.waitToServiceMs, sign);
      return addKnown(tally.walks, mark.walkMs, sign);
    case 'ended':
      counts[outcomeCount[mark.outcome]] += sign;
      return addKnown(tally.services, mark.serviceMs, sign);
    case 'abandoned':
      counts.abandoned += sign;
      addKnown(tally.abandons, mark.abandonMs, sign);
      if (within === false) tally.leftLate += sign;
      return;
    case 'ratingRequested':
      rating.requested += sign;
      return;
    case 'ratingDefaulted':
      rating.defaulted += sign;
      return;
    case 'ratingGiven':
      rating.given += sign;
      rating.byLevel[mark.level - 1]! += sign;
      return;
    case 'queued':
    case 'dequeued':
      return;
    default:
      counts[mark.kind] += sign;
  }
}
