/** How far what the screen shows can be trusted, from the feed's own silence alone. */
export type Freshness = 'connecting' | 'refused' | 'live' | 'reconnecting' | 'lost' | 'past';

export const RECONNECTING_AFTER_MS = 3_000;
export const LOST_AFTER_MS = 10_000;

export interface FeedState {
  refused: boolean;
  /** It shows an instant of the past, which nothing makes older. */
  past: boolean;
  /** Rows have come at least once. */
  held: boolean;
  /** Since the last word of the server. */
  silenceMs: number;
}

/** A beat comes every second, so silence means a cut line or a dead server and never a quiet hall. */
export function freshnessOf({ refused, held, past, silenceMs }: FeedState): Freshness {
  if (refused) return 'refused';
  if (!held) return 'connecting';
  if (past) return 'past';
  if (silenceMs >= LOST_AFTER_MS) return 'lost';
  return silenceMs >= RECONNECTING_AFTER_MS ? 'reconnecting' : 'live';
}
