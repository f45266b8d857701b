/**
 * The hall's clock. Most halls run on the server's; a replayed or demonstrated day runs on its own: at the real instant
 * `setAt` it shows `showsAt`, and it runs `speed` times as fast.
 */
export interface Clock {
  readonly setAt: number;
  readonly showsAt: number;
  readonly speed: number;
}

export const REAL_CLOCK: Clock = { setAt: 0, showsAt: 0, speed: 1 };

/** The last day of the year 9999: dates beyond it have no four-digit year. A clock that runs fast stands still there. */
const END_OF_TIME = Date.UTC(9999, 11, 30);

/** What the hall's clock shows at a real instant; both in epoch ms. */
export function hallTime(clock: Clock, realAt: number): number {
  return Math.min(END_OF_TIME, Math.round(clock.showsAt + (realAt - clock.setAt) * clock.speed));
}

/** The real instant at which the hall's clock shows `at`. */
export function realTime(clock: Clock, at: number): number {
  return clock.setAt + (at - clock.showsAt) / clock.speed;
}
