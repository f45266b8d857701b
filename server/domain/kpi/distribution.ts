/**
 * A multiset of lengths in ms that gives exact percentiles while values come and go: values stand sorted in buckets of a
 * minute, so adding and removing touch one bucket and a percentile walks at most a day of minutes.
 */
import type { Spread } from '../../../shared/rows/figures.js';

export interface Distribution {
  count: number;
  sum: number;
  /** buckets[m]: the values of [m, m+1) minutes, ascending; the last one holds everything from 24 h on. */
  buckets: number[][];
}

const MINUTE = 60_000;
const LAST = 24 * 60;
/** By hand and not by hour-long arrays: lengths of a hall are minutes, so empty buckets cost little. */
const bucketOf = (value: number) => Math.min(LAST, Math.floor(value / MINUTE));

export function newDistribution(): Distribution {
  return { count: 0, sum: 0, buckets: [] };
}

/** Index of the first element ≥ value. */
function lowerBound(sorted: number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Adds a length (sign 1) or takes one back (sign −1). */
export function addLength(distribution: Distribution, value: number, sign: 1 | -1): void {
  const { buckets } = distribution;
  const index = bucketOf(value);
  while (buckets.length <= index) buckets.push([]);
  const bucket = buckets[index]!;
  if (sign === 1) bucket.splice(lowerBound(bucket, value), 0, value);
  else bucket.splice(lowerBound(bucket, value), 1);
  distribution.count += sign;
  distribution.sum += sign * value;
}

/** The value of a rank, 0 being the smallest. */
function valueAt(distribution: Distribution, rank: number): number {
  let before = 0;
  for (const bucket of distribution.buckets) {
    if (rank < before + bucket.length) return bucket[rank - before]!;
    before += bucket.length;
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
