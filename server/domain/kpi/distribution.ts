/**
 * A multiset of lengths in ms that gives exact percentiles while values come and go: values lie in buckets of a minute, so
 * adding touches one bucket, and a percentile walks at most a day of minutes and sorts the one bucket that it falls in.
 */
import type { Spread } from '../../../shared/rows/figures.js';

interface Bucket {
  values: number[];
  sorted: boolean;
}

export interface Distribution {
  count: number;
  sum: number;
  /** buckets[m]: the values of [m, m+1) minutes; the last one holds everything from 24 h on. */
  buckets: (Bucket | undefined)[];
}

const MINUTE = 60_000;
const LAST = 24 * 60;

export function newDistribution(): Distribution {
  return { count: 0, sum: 0, buckets: [] };
}

/** Of those that have not changed since: most groups are shown anew for a count, few for a length. */
const spreads = new WeakMap<Distribution, Spread>();

/** Adds a length (sign 1) or takes one back (sign −1). */
export function addLength(distribution: Distribution, value: number, sign: 1 | -1): void {
  spreads.delete(distribution);
  const { buckets } = distribution;
  const index = Math.min(LAST, Math.floor(value / MINUTE));
  while (buckets.length <= index) buckets.push(undefined);
  const bucket = (buckets[index] ??= { values: [], sorted: true });
  if (sign === 1) {
    bucket.sorted &&= bucket.values.length === 0 || bucket.values.at(-1)! <= value;
    bucket.values.push(value);
  } else bucket.values.splice(bucket.values.lastIndexOf(value), 1);
  distribution.count += sign;
  distribution.sum += sign * value;
}

/** The value of a rank, 0 being the smallest. */
function valueAt(distribution: Distribution, rank: number): number {
  let before = 0;
  for (const bucket of distribution.buckets) {
    if (!bucket) continue;
    if (rank < before + bucket.values.length) {
      if (!bucket.sorted) bucket.values.sort((a, b) => a - b);
      bucket.sorted = true;
      return bucket.values[rank - before]!;
    }
    before += bucket.values.length;
  }
  return NaN;
}

/** Percentile p (0…1), linear interpolation: Hyndman & Fan (1996) type 7, as NumPy, R and PERCENTILE.INC. Null when empty. */
export function percentile(distribution: Distribution, p: number): number | null {
  if (distribution.count === 0) return null;
  const h = (distribution.count - 1) * p;
  const low = Math.floor(h);
  const lower = valueAt(distribution, low);
  if (h === low) return lower;
  return lower + (h - low) * (valueAt(distribution, low + 1) - lower);
}

export function spreadOf(distribution: Distribution): Spread {
  let spread = spreads.get(distribution);
  if (!spread) spreads.set(distribution, (spread = readSpread(distribution)));
  return spread;
}

function readSpread(distribution: Distribution): Spread {
  const { count, sum } = distribution;
  return {
    count,
    mean: count === 0 ? null : sum / count,
    p50: percentile(distribution, 0.5),
    p90: percentile(distribution, 0.9),
    p95: percentile(distribution, 0.95),
    max: count === 0 ? null : valueAt(distribution, count - 1),
  };
}
