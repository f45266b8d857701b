/** What a counter did in each of some quarter-hours, read off its day: one letter a quarter, of the state that filled most of it. */
import { replayCounter, viewCounter, type Counter, type CounterView } from './counter.js';

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
  const played = { ...counter };
  replayCounter(played, dayStartAt, (at) => spend(letterOf[viewCounter(played).state], played.lastAt, at));
  spend(letterOf[viewCounter(played).state], played.lastAt, endAt);
  return spent.map((quarter) => letters[quarter.indexOf(Math.max(...quarter))]).join('');
}
