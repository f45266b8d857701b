import * as z from 'zod';

/** Counts of tickets today; each belongs to the day on which its own event happened (contract §5). */
export const TicketCounts = z.object({
  issued: z.int(),
  carriedIn: z.int(),
  called: z.int(),
  served: z.int(),
  returned: z.int(),
  referred: z.int(),
  noShow: z.int(),
  abandoned: z.int(),
  removed: z.int(),
  transferredIn: z.int(),
  transferredOut: z.int(),
  stillWaiting: z.int(),
  inService: z.int(),
  parked: z.int(),
});
export type TicketCounts = z.infer<typeof TicketCounts>;

/** A spread of lengths in ms; mean, percentiles (exact, Hyndman–Fan type 7) and max are null when count is 0. */
export const Spread = z.object({
  count: z.int(),
  mean: z.number().nullable(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  p95: z.number().nullable(),
  max: z.number().nullable(),
});
export type Spread = z.infer<typeof Spread>;

export const ServiceLevel = z.object({
  targetMs: z.number().nullable(),
  rule: z.enum(['abandoned-after-target-counts', 'ignored', 'all-count-against']),
  within: z.int(),
  of: z.int(),
  share: z.number().nullable(),
});

export const CounterFigures = z.object({
  openMs: z.number(),
  pausedMs: z.number(),
  busyMs: z.number(),
  occupancy: z.number().nullable(),
  adherence: z.number().nullable(),
});

/** How many of each level. */
export const Levels = z.object({ 5: z.int(), 4: z.int(), 3: z.int(), 2: z.int(), 1: z.int() });
export type Levels = z.infer<typeof Levels>;

export const RatingFigures = z.object({
  requested: z.int(),
  given: z.int(),
  defaulted: z.int(),
  byLevel: Levels,
  mean: z.number().nullable(),
  satisfiedShare: z.number().nullable(),
  badShare: z.number().nullable(),
  ratedShare: z.number().nullable(),
});
export type RatingFigures = z.infer<typeof RatingFigures>;

/**
 * Today's figures of the hall, a service, a zone, a counter or a person: ids `hall`, `service:X`, `zone:NAME`, `counter:X`,
 * `staff:X`. A zone's are those of its counters taken together, with who waits for the services that mostly stand there.
 */
export const Figures = z.object({
  tickets: TicketCounts,
  waitMs: Spread,
  waitToServiceMs: Spread,
  walkMs: Spread,
  serviceMs: Spread,
  abandonMs: Spread,
  serviceLevel: ServiceLevel,
  abandonmentRate: z.number().nullable(),
  noShowRate: z.number().nullable(),
  counter: CounterFigures,
  rating: RatingFigures,
  /** Running lengths (openMs, pausedMs, busyMs) and overdue waits are counted up to this instant. */
  countedAt: z.number(),
});
export type Figures = z.infer<typeof Figures>;

/** A quarter of an hour of today, for the day's curve: id `quarter:HH:MM` of its start in the hall's zone. */
export const Quarter = z.object({
  startAt: z.number(),
  /** People waiting at its end, or now while it runs. */
  waiting: z.int(),
  issued: z.int(),
  called: z.int(),
  ended: z.int(),
  abandoned: z.int(),
  /** Waits of the tickets first called in it. */
  waitP50Ms: z.number().nullable(),
  waitP90Ms: z.number().nullable(),
});
export type Quarter = z.infer<typeof Quarter>;

/** What each counter did in the last quarter-hours of today: id `strip`. Made anew when a quarter ends. */
export const Strip = z.object({
  /** Start of the first quarter. */
  startAt: z.number(),
  /** By counter: one letter of `stripStates` a quarter. */
  counters: z.record(z.string(), z.string()),
});
export type Strip = z.infer<typeof Strip>;

export const FigureRow = z.union([Figures, Quarter, Strip]);
export type FigureRow = z.infer<typeof FigureRow>;
