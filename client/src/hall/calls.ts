/** When a sound calls people to breaches that nobody has: at a new one, and again each minute, but only so often. */
export interface Calls {
  known: ReadonlySet<string>;
  /** So often for those that are known. */
  times: number;
  rungAt: number;
}

const EVERY_MS = 60_000;
/** Once, and three times again; after that the escalations of the standard call others. */
const MOST = 4;

export const NO_CALLS: Calls = { known: new Set(), times: 0, rungAt: -EVERY_MS };

/** `elapsed`: of a steady clock, in ms. Whether to ring now stands in `ring`. */
export function nextCall(before: Calls, unowned: readonly string[], elapsed: number): Calls & { ring: boolean } {
  const isNew = unowned.some((id) => !before.known.has(id));
  const times = isNew ? 0 : before.times;
  const ring = unowned.length > 0 && times < MOST && elapsed - before.rungAt >= EVERY_MS;
  const known = ring || !isNew ? new Set(unowned) : before.known; // what came within the minute is new until it has rung
  return { known, times: times + Number(ring), rungAt: ring ? elapsed : before.rungAt, ring };
}
