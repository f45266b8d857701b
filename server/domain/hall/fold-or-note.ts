/**
 * The fold, for whoever reads a journal: an event that it fails on is a bug of ours and takes nobody else's with it. It stays in the
 * journal, is noted by its seq and has no further effect, now and whenever the journal is folded again.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import type { StoredEvent } from '../event/fact.js';
import { foldEvent } from './fold-event.js';
import type { Hall } from './hall.js';

const NOTED = 100;

/** `failed` hears why. */
export function foldOrNote(hall: Hall, stored: StoredEvent, failed?: (error: Error) => void): QualityFlag[] {
  try {
    return foldEvent(hall, stored);
  } catch (error) {
    hall.seq = stored.seq;
    hall.quality['unread'] = (hall.quality['unread'] ?? 0) + 1;
    hall.unread = [...(hall.unread ?? []), stored.seq].slice(0, NOTED);
    hall.dirty.hall = true;
    failed?.(error as Error);
    return ['unread'];
  }
}
