/** Spreads of groups from their lengths in rising order: each group waits for the few ranks that its percentiles stand on. */
import type { Spread } from '../../../shared/rows/figures.js';
import type { ByLength } from './radix.js';

/** Hyndman & Fan (1996) type 7, as NumPy, R and PERCENTILE.INC: percentile p of n stands at rank (n − 1)p, between its neighbours. */
const SHARES = [0.5, 0.9, 0.95] as const;

export interface Group {
  count: number;
  sum: number;
}

interface Waiting {
  /** Ranks still to come, the next one last. */
  ranks: number[];
  found: Map<number, number>;
}

/** `groupOf` a number that went along: the group's place in `groups`, or −1. */
export function spreadsOf({ lengths, along }: ByLength, groupOf: ArrayLike<number>, groups: readonly Group[]): Spread[] {
  const waiting = groups.map(({ count }): Waiting => ({ ranks: ranksOf(count), found: new Map() }));
  const seen = new Uint32Array(groups.length);
  const next = Float64Array.from(waiting, ({ ranks }) => ranks.pop() ?? -1);
  const group = Int32Array.from(groupOf);
  for (let index = 0; index < lengths.length; index++) {
    const number = group[along[index]!]!;
    if (number < 0 || seen[number]!++ !== next[number]) continue;
    const { ranks, found } = waiting[number]!;
    found.set(next[number], lengths[index]!);
    next[number] = ranks.pop() ?? -1;
  }
  return groups.map((one, number) => spreadOf(one, waiting[number]!.found));
}

/** In falling order, each once. */
function ranksOf(count: number): number[] {
  if (count === 0) return [];
  const around = SHARES.flatMap((share) => [Math.floor((count - 1) * share), Math.ceil((count - 1) * share)]);
  return [...new Set([...around, count - 1])].sort((a, b) => b - a);
}

function spreadOf({ count, sum }: Group, found: ReadonlyMap<number, number>): Spread {
  if (count === 0) return { count, mean: null, p50: null, p90: null, p95: null, max: null };
  const [p50, p90, p95] = SHARES.map((share) => {
    const h = (count - 1) * share;
    const low = Math.floor(h);
    const lower = found.get(low)!;
    return h === low ? lower : lower + (h - low) * (found.get(low + 1)! - lower);
  }) as [number, number, number];
  return { count, mean: sum / count, p50, p90, p95, max: found.get(count - 1)! };
}
