/** How far a journal's file holds each of its halls. */
import type { HeldHall } from '../../shared/commands/backup.js';
import { formatInstant } from '../../shared/instant.js';
import { hashRows } from '../../shared/messages/hash.js';
import { allRows } from '../domain/hall/make-rows.js';
import { BrokenChainError, CHAIN_START } from '../journal/chain.js';
import { foldFrom } from '../live/fold-journal.js';
import { readJournalFile, type ReadJournal } from './journal-file.js';
import { knownSeqs, proveHall } from './prove-hall.js';

export function heldHalls(file: string): Promise<Record<string, HeldHall>> {
  return readJournalFile(file, async (journal) => {
    const halls: Record<string, HeldHall> = {};
    const known = await knownSeqs(journal);
    for (const id of new Set([...(await journal.hallIds()), ...known.keys()])) halls[id] = await heldHall(journal, id, known.get(id));
    return halls;
  });
}

async function heldHall(journal: ReadJournal, id: string, known: number | undefined): Promise<HeldHall> {
  try {
    const { seq, hash, loggedAt } = await proveHall(journal, id, { known });
    const hall = await foldFrom(journal, id, null);
    return { seq, hash, loggedAt: loggedAt === null ? null : formatInstant(loggedAt), foldHash: hashRows(allRows(hall)), broken: null };
  } catch (error) {
    if (!(error instanceof BrokenChainError)) throw error;
    return { seq: error.seq - 1, hash: CHAIN_START, loggedAt: null, foldHash: null, broken: { seq: error.seq, why: error.why } };
  }
}
