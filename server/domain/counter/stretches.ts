/** When a counter was open, paused and busy, as stretches in time order: of these any hour's and day's times are made. */
import type { Stretch } from '../calendar/day.js';
import { replayCounter, type Counter } from './counter.js';

export type CounterStretches = Record<'open' | 'paused' | 'busy', Stretch[]>;

/** C5, of the day that begins then; what still runs closes at `untilAt`. */
export function stretchesOf(counter: Counter, startAt: number, untilAt: number): CounterStretches {
  const played = { ...counter };
  const stretches: CounterStretches = { open: [], paused: [], busy: [] };
  const extend = (list: Stretch[], opensAt: number, closesAt: number) => {
    const last = list.at(-1);
    if (last?.closesAt === opensAt) last.closesAt = closesAt;
    else list.push({ opensAt, closesAt });
  };
  const upTo = (at: number) => {
    const from = Math.max(startAt, played.lastAt);
    if (at <= from) return;
    if (played.base !== 'closed') extend(stretches.open, from, at);
    if (played.base === 'paused') extend(stretches.paused, from, at);
    if (played.busySince !== null) extend(stretches.busy, from, at);
  };
  replayCounter(played, startAt, upTo);
  upTo(untilAt);
  return stretches;
}

/** How much of the stretches lies within [from, to). */
export function lengthIn(stretches: readonly Stretch[], from: number, to: number): number {
  return stretches.reduce((sum, { opensAt, closesAt }) => sum + Math.max(0, Math.min(to, closesAt) - Math.max(from, opensAt)), 0);
}
