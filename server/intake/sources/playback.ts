import { hallTime, realTime, type Clock } from '../../domain/calendar/clock.js';
import type { Wait } from './hall-api.js';

/** What is played: events with their instants on the hall's clock, in order. */
interface Timed {
  at: number;
}

interface Playback<T extends Timed> {
  events: readonly T[];
  clock: Clock;
  now: () => number;
  /** At the least so long between two posts, in real ms: what comes due meanwhile goes together. */
  tickMs: number;
  post: (due: T[]) => Promise<void>;
  /** Told what the hall's clock shows, at every look at it. */
  onLook?: (shown: number) => void;
  wait: Wait;
}

/** No sleep is longer than this: a machine that was suspended is noticed soon. */
const LONGEST_SLEEP = 1000;

/** Posts each event when the hall's clock reaches it; returns when the last one is posted. */
export async function playWhenDue<T extends Timed>({ events, clock, now, tickMs, post, onLook, wait }: Playback<T>): Promise<void> {
  let next = 0;
  while (next < events.length) {
    const shown = hallTime(clock, now());
    let end = next;
    while (end < events.length && (events[end]?.at ?? Infinity) <= shown) end++;
    const due = events.slice(next, end);
    if (due.length) await post(due);
    onLook?.(shown);
    next = end;
    const following = events[next];
    if (following) await wait(Math.min(Math.max(realTime(clock, following.at) - now(), tickMs), LONGEST_SLEEP));
  }
}
