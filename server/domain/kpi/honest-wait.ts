/**
 * The wait as everyone had it who waited, also those who were never called: a wait cut short (the person left, was sent on, or
 * still waits) is known to have lasted so long and no more is known of it. Product-limit estimate (Kaplan & Meier 1958).
 */
import type { HonestWait } from '../../../shared/rows/daily.js';
import { byLength } from './radix.js';

/** Lengths of waits that ended with a call, and of those that were cut short. */
export interface Waits {
  called: number[];
  cut: number[];
}

export function honestWait({ called, cut }: Waits): HonestWait {
  const [ended, censored] = [inOrder(called), inOrder(cut)];
  const count = ended.length + censored.length;
  const reached = { p50: null, p90: null } as Pick<HonestWait, 'p50' | 'p90'>;
  let [waiting, gone] = [1, 0];
  for (let index = 0; index < ended.length; ) {
    const length = ended[index]!;
    // of equal lengths the calls come first: whoever leaves at that instant was still waiting
    while (gone < censored.length && censored[gone]! < length) gone++;
    const first = index;
    while (index < ended.length && ended[index] === length) index++;
    const atRisk = count - first - gone;
    waiting *= (atRisk - (index - first)) / atRisk;
    if (waiting <= 0.5 + ROUNDING) reached.p50 ??= length;
    if (waiting <= 0.1 + ROUNDING) reached.p90 ??= length;
  }
  return { count, censored: censored.length, ...reached };
}

/** A product of fractions may miss a half by its last bits. */
const ROUNDING = 1e-12;

function inOrder(lengths: number[]): ArrayLike<number> {
  return byLength(Float64Array.from(lengths), new Uint32Array(lengths.length)).lengths;
}
