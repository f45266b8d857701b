/** What a live hall shares with the others, and whom it tells. */
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { ServerClock } from './clock.js';
import type { Committer } from './committer.js';
import type { OwnerOf } from './round-cases.js';

export interface LiveHallTools {
  clock: ServerClock;
  committer: Committer;
  /** Who answers for a case that a hall opens by itself. */
  ownerOf: OwnerOf;
  /** Rows were made anew: deadlines may have moved. */
  published: () => void;
  /** The fold failed on the event of this seq. */
  unread: (hallId: string, seq: number, error: Error) => void;
  posted: (hallId: string, answer: Pick<IntakeAnswer, 'accepted' | 'duplicates' | 'rejected'>, seconds: number) => void;
}
