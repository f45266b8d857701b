/** The clock port: real time for the server, set by hand in tests. Lengths in ms, instants in epoch ms. */
export interface ServerClock {
  now(): number;
  /** Calls `then` once after `ms`; the answer cancels it. */
  after(ms: number, then: () => void): () => void;
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
};
