const [FIRST_MS, CAP_MS] = [2_000, 3_000];

/**
 * How long a screen waits before it opens its line again: 2 s, then 3 s, each ±50 %. The chance (0–1) is drawn after the cap, so
 * that a building of walls stays apart for as long as a server is away.
 */
export function reopenAfterMs(attempts: number, chance: number): number {
  return Math.min(CAP_MS, FIRST_MS * 2 ** attempts) * (0.5 + chance);
}
