/** How far what the screen shows can be trusted, from the feed's own silence alone. */
export type Freshness = 'connecting' | 'refused' | 'live' | 'reconnecting' | 'lost';

export const RECONNECTING_AFTER_MS = 3_000;
export const LOST_AFTER_MS = 10_000;

export interface FeedState {
  refused: boolean;
  /** Rows have come at least once. */
  held: boolean;
  /** Since the last word of the server. */
  silenceMs: number;
}

/** A beat comes every second, so silence means a cut line or a dead server and never a quiet hall. */
export function freshnessOf({ refused, held, silenceMs }: FeedState): Freshness {
  if (refused) return 'refused';
  if (!held) return 'connecting';
  if (silenceMs >= LOST_AFTER_MS) return 'lost';
  return silenceMs >= RECONNECTING_AFTER_MS ? 'reconnecting' : 'live';
}
