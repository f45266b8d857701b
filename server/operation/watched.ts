import type { ChannelEntry } from '../../shared/commands/channel.js';
import type { ticketStates } from '../../shared/glossary/states.js';

/** What an operator watches of a hall; a `LiveHall` is one. */
export interface WatchedHall {
  readonly id: string;
  now(): number;
  /** Seqs of events that could not be folded. */
  readonly unread: readonly number[];
  readonly open: Readonly<Record<keyof typeof ticketStates, number>>;
  readonly sources: ReadonlyMap<string, { readonly lastHeardAt: number }>;
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
  /** Ids of the halls that are out of service because their journal does not hold. */
  abstract quarantined(): readonly string[];
  /** When the last backup was made, epoch ms; null where none was. */
  abstract lastBackupAt(): number | null;
  /** Whether each hall that is heard over MQTT is heard just now. */
  abstract mqtt(): readonly { readonly hall: string; readonly connected: boolean }[];
}
