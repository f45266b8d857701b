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

/** What the hall's clock shows at a real instant; both in epoch ms. */
export function hallTime(clock: Clock, realAt: number): number {
  return Math.round(clock.showsAt + (realAt - clock.setAt) * clock.speed);
}

/** The real instant at which the hall's clock shows `at`. */
export function realTime(clock: Clock, at: number): number {
  return clock.setAt + (at - clock.showsAt) / clock.speed;
}
