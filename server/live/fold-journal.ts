/** A hall folded from its journal, with the chain of all that is read proven on the way. */
import type { HallConfigured } from '../domain/event/own-event.js';
import { foldOrNote } from '../domain/hall/fold-or-note.js';
import { FOLD_VERSION, newHall, type Hall } from '../domain/hall/hall.js';
import { BrokenChainError, ChainCheck } from '../journal/chain.js';
import { eventsOf, linkGroups, type Journal } from '../journal/journal.js';
import { hallOfCheckpoint } from './checkpoint.js';

/** From its newest checkpoint and the events after it; null for a hall of no events. Throws a `BrokenChainError` where it cannot be read whole. */
export async function foldJournal(journal: Pick<Journal, 'links' | 'find' | 'lastCheckpoint'>, id: string): Promise<Hall | null> {
  const checkpoint = await journal.lastCheckpoint(id, FOLD_VERSION);
  const kept = checkpoint && hallOfCheckpoint(checkpoint);
  return foldFrom(journal, id, kept?.id === id ? kept : null);
}

/** On top of `kept`, or from the first event on. */
export async function foldFrom(journal: Pick<Journal, 'links' | 'find'>, id: string, kept: Hall | null): Promise<Hall | null> {
  let hall = kept;
  let check = kept ? null : new ChainCheck();
  const fromSeq = (kept?.seq ?? 0) + 1;
  try {
    for await (const links of linkGroups(journal, id, kept?.seq ?? 1)) {
      for (const link of links) {
        if (check) check.take(link);
        else check = new ChainCheck(link); // it holds the last event of the checkpoint
      }
      for (const stored of await eventsOf(journal, id, { links, fromSeq })) {
        hall ??= newHall(id, (stored.event as HallConfigured).data, stored.loggedAt);
        foldOrNote(hall, stored);
      }
    }
    check?.demand();
    const next = check?.next ?? 1;
    if (kept && next < fromSeq) throw new BrokenChainError(next, `it ends there, and the hall was folded up to seq ${kept.seq} before`);
  } catch (error) {
    if (error instanceof BrokenChainError) throw error;
    check?.demand(); // a fold that fails tells less than the chain that was broken before
    throw new BrokenChainError((hall?.seq ?? 0) + 1, (error as Error).message);
  }
  return hall;
}
