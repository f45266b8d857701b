import type { Spread } from '../../../shared/rows/figures.js';

/** The spread of lengths in rising order at [from, to): Hyndman & Fan (1996) type 7, as NumPy, R and PERCENTILE.INC. */
export function sortedSpread(sorted: ArrayLike<number>, from: number, to: number): Spread {
  const count = to - from;
  if (count === 0) return { count, mean: null, p50: null, p90: null, p95: null, max: null };
  let sum = 0;
  for (let index = from; index < to; index++) sum += sorted[index]!;
  const percentile = (p: number) => {
    const h = (count - 1) * p;
    const low = Math.floor(h);
    const lower = sorted[from + low]!;
    return h === low ? lower : lower + (h - low) * (sorted[from + low + 1]! - lower);
  };
  return { count, mean: sum / count, p50: percentile(0.5), p90: percentile(0.9), p95: percentile(0.95), max: sorted[to - 1]! };
}
