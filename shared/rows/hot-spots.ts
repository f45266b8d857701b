/** Hot spots 问题集中: which windows and people are named more often than others for as many services. */
import * as z from 'zod';

const count = z.int();
const perThousand = z.number().nullable();

/** A window or a person. Rates are per 1,000 services that ended there in the period, null without any; `low` and `high` are the exact 95 % interval. */
export const HotSpot = z.object({
  id: z.string(),
  name: z.string(),
  services: count,
  /** Ratings of 2 and 1, but for those whose complaint was found to be unfounded. */
  badRatings: count,
  /** Complaints and return visits that were verified, told otherwise than by a rating. */
  verified: count,
  /** Rounds that failed. */
  failedRounds: count,
  rate: perThousand,
  low: perThousand,
  high: perThousand,
  /** More than chance: `low` lies above the rate of all, and there were services enough. */
  hot: z.boolean(),
  /** The cases among them, the newest first. */
  cases: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
});
export type HotSpot = z.infer<typeof HotSpot>;

const Spots = z.object({ services: count, rate: perThousand, spots: z.array(HotSpot) });
export type Spots = z.infer<typeof Spots>;

/** `GET …/hot-spots?from=2026-11-01&to=2026-11-30`: of the days that have a snapshot; those that stand out most surely come first. */
export const HotSpotsAnswer = z.object({
  hallId: z.string(),
  timezone: z.string(),
  /** Dates of the hall, both inclusive. */
  from: z.string(),
  to: z.string(),
  days: count,
  /** So few services tell nothing of a place yet. */
  enough: count,
  counters: Spots,
  staff: Spots,
});
export type HotSpotsAnswer = z.infer<typeof HotSpotsAnswer>;
