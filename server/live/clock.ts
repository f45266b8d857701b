/** The clock port: real time for the server, set by hand in tests. Lengths in ms, instants in epoch ms. */
export interface ServerClock {
  now(): number;
  /** Calls `then` once after `ms`; the answer cancels it. */
  after(ms: number, then: () => void): () => void;
  /** Calls `then` once at that instant, and not a timer's millisecond or two later; the answer cancels it. */
  at(instant: number, then: () => void): () => void;
}

/** A timer comes so late at most: this long before the instant it is waited for awake. */
const AWAKE_MS = 2;

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
  at(instant, then) {
    const look = () => {
      if (Date.now() >= instant) then();
      else cancel = realClock.after(0, look);
    };
    let cancel = realClock.after(Math.floor(instant - Date.now() - AWAKE_MS), look);
    return () => cancel();
  },
};
