/** So much further than the steady clock, the machine's own has not been set right by a hair: the machine slept. */
const ASLEEP_MS = 3_000;

/**
 * Milliseconds that have gone by for this page, a machine's sleep included, in which `performance.now()` may stand still. The
 * machine's own clock is asked for leaps only: one set forward makes the rows look old until the next beat, a second later.
 */
export function wakingClock(steady = () => performance.now(), machine = () => Date.now()): () => number {
  let slept = 0;
  let apart = machine() - steady();
  return () => {
    const before = apart;
    apart = machine() - steady();
    if (apart - before >= ASLEEP_MS) slept += apart - before;
    return steady() + slept;
  };
}
