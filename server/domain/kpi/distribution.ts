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

/** Adds a length (sign 1) or takes one back (sign −1). */
export function addLength(distribution: Distribution, value: number, sign: 1 | -1): void {
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

/** Finds values by rank, 0 being the smallest. Ranks that rise are found on one walk over the buckets. */
class Ranks {
  private index = 0;
  private before = 0;

  constructor(private readonly buckets: Distribution['buckets']) {}

  valueAt(rank: number): number {
    if (rank < this.before) this.index = this.before = 0;
    for (; this.index < this.buckets.length; this.index++) {
      const bucket = this.buckets[this.index];
      if (!bucket) continue;
      if (rank < this.before + bucket.values.length) {
        if (!bucket.sorted) bucket.values.sort((a, b) => a - b);
        bucket.sorted = true;
        return bucket.values[rank - this.before]!;
      }
      this.before += bucket.values.length;
    }
    return NaN;
  }
}

/** Percentile p (0…1), linear interpolation: Hyndman & Fan (1996) type 7, as NumPy, R and PERCENTILE.INC. Null when empty. */
export function percentile({ count, buckets }: Distribution, p: number, ranks = new Ranks(buckets)): number | null {
  if (count === 0) return null;
  const h = (count - 1) * p;
  const low = Math.floor(h);
  const lower = ranks.valueAt(low);
  if (h === low) return lower;
  return lower + (h - low) * (ranks.valueAt(low + 1) - lower);
}

export function spreadOf(distribution: Distribution): Spread {
  const { count, sum, buckets } = distribution;
  const ranks = new Ranks(buckets);
  return {
    count,
    mean: count === 0 ? null : sum / count,
    p50: percentile(distribution, 0.5, ranks),
    p90: percentile(distribution, 0.9, ranks),
    p95: percentile(distribution, 0.95, ranks),
    max: percentile(distribution, 1, ranks),
  };
}
