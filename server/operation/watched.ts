import type { ChannelEntry } from '../../shared/commands/channel.js';
import type { Rows } from '../../shared/rows/rows.js';

/** What an operator watches of a hall; a `LiveHall` is one. */
export interface WatchedHall {
  readonly id: string;
  now(): number;
  snapshot(): { readonly rows: Pick<Rows, 'tickets' | 'sources'> };
}

/** What an operator watches of a hall's screens; a `HallFeed` is one. */
export interface WatchedFeed {
  readonly hall: { readonly id: string };
  readonly connected: ReadonlySet<{ readonly lagging: boolean }>;
}

/** What is asked when somebody looks, and at no other time. */
export abstract class Watched {
  abstract halls(): readonly WatchedHall[];
  abstract feeds(): Iterable<WatchedFeed>;
  /** How each channel out of the house is. */
  abstract channels(): readonly ChannelEntry['state'][];
  /** Whether each hall that is heard over MQTT is heard just now. */
  abstract mqtt(): readonly { readonly hall: string; readonly connected: boolean }[];
}
