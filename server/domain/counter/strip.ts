/** What a counter did, read off its day: stretch by stretch, or one letter a quarter-hour, of the state that filled most of it. */
import { replayCounter, viewCounter, type Counter, type CounterView } from './counter.js';

/** Plays the counter's day up to `endAt` and tells of each stretch of one state, in order; the counter stays as it is. */
export function eachStretch(counter: Counter, { startAt, endAt }: { startAt: number; endAt: number }, tell: (played: Counter, from: number, to: number) => void): void {
  const played = { ...counter };
  const told = (to: number) => {
    const from = Math.max(played.lastAt, startAt);
    if (from < Math.min(to, endAt)) tell(played, from, Math.min(to, endAt));
  };
  replayCounter(played, startAt, told);
  told(endAt);
}

export interface Quarters {
  /** Start of the first. */
  startAt: number;
  count: number;
  lengthMs: number;
}

/** Of states that filled as much of a quarter, the first stands. */
const letters = 'sopc';
const letterOf: Record<CounterView['state'], number> = { serving: 0, calling: 0, open: 1, paused: 2, closed: 3 };

export function stripOf(counter: Counter, dayStartAt: number, { startAt, count, lengthMs }: Quarters): string {
  const spent = Array.from({ length: count }, () => [0, 0, 0, 0]);
  const endAt = startAt + count * lengthMs;
  const spend = (letter: number, from: number, to: number) => {
    let at = Math.max(from, startAt);
    while (at < Math.min(to, endAt)) {
      const index = Math.floor((at - startAt) / lengthMs);
      const until = Math.min(to, startAt + (index + 1) * lengthMs);
      spent[index]![letter]! += until - at;
      at = until;
    }
  };
  eachStretch(counter, { startAt: dayStartAt, endAt }, (played, from, to) => spend(letterOf[viewCounter(played).state], from, to));
  return spent.map((quarter) => letters[quarter.indexOf(Math.max(...quarter))]).join('');
}
