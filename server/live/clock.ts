/** The clock port: real time for the server, set by hand in tests. Lengths in ms, instants in epoch ms. */
export interface ServerClock {
  now(): number;
  /** Calls `then` once after `ms`; the answer cancels it. */
  after(ms: number, then: () => void): () => void;
  /** Calls `then` once when the clock shows that instant, though it be set meanwhile, and not a timer's millisecond or two later; the answer cancels it. */
  at(instant: number, then: () => void): () => void;
}

/** A timer comes so late at most: this long before the instant it is waited for awake. */
const AWAKE_MS = 2;
/** The machine's clock may be set, or the machine may sleep, while a timer runs: it is looked at this often. */
const LOOK_MS = 250;

/** `at` of any clock, made of its other two. */
export function callAt({ now, after }: Pick<ServerClock, 'now' | 'after'>, instant: number, then: () => void): () => void {
  const wait = () => after(Math.min(LOOK_MS, Math.floor(instant - now() - AWAKE_MS)), look);
  const look = () => {
    if (now() >= instant) then();
    else cancel = wait();
  };
  let cancel = wait();
  return () => cancel();
}

export const realClock: ServerClock = {
  now: () => Date.now(),
  after: (ms, then) => {
    if (ms <= 0) {
      const soon = setImmediate(then); // a timer would take a millisecond at least
      return () => clearImmediate(soon);
    }
    const timer = setTimeout(then, ms);
    return () => clearTimeout(timer);
  },
  at: (instant, then) => callAt(realClock, instant, then),
};
