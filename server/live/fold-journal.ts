/** A hall folded from its journal, with the chain of all that is read proven on the way. */
import type { HallConfigured } from '../domain/event/own-event.js';
import { foldOrNote } from '../domain/hall/fold-or-note.js';
import { FOLD_VERSION, newHall, type Hall } from '../domain/hall/hall.js';
import { BrokenChainError, ChainCheck } from '../journal/chain.js';
import { eventsOf, linkGroups, type Journal, type Link } from '../journal/journal.js';
import { hallOfCheckpoint } from './checkpoint.js';

/** From its newest checkpoint and the events after it, and how many these were. Throws a `BrokenChainError` where it cannot be read whole. */
export async function foldJournal(journal: Pick<Journal, 'links' | 'find' | 'lastCheckpoint'>, id: string): Promise<{ hall: Hall; folded: number }> {
  const checkpoint = await journal.lastCheckpoint(id, FOLD_VERSION).catch(() => null); // one that cannot be read is as good as none
  const kept = checkpoint && hallOfCheckpoint(checkpoint);
  const before = kept?.id === id ? kept.seq : 0; // the fold goes on in it
  const hall = await foldFrom(journal, id, kept?.id === id ? kept : null);
  return { hall, folded: hall.seq - before };
}

/** On top of `kept`, or from the first event on. */
export async function foldFrom(journal: Pick<Journal, 'links' | 'find'>, id: string, kept: Hall | null): Promise<Hall> {
  const fold = new ProvenFold(journal, id, kept);
  try {
    for await (const links of linkGroups(journal, id, kept?.seq ?? 1)) await fold.take(links);
  } catch (error) {
    fold.demand(); // what cannot be folded tells less than the chain that was broken before
    throw new BrokenChainError(fold.seq + 1, (error as Error).message);
  }
  return fold.end();
}

class ProvenFold {
  private check: ChainCheck | null;
  private readonly from: number;

  constructor(
    private readonly journal: Pick<Journal, 'find'>,
    private readonly id: string,
    private hall: Hall | null,
  ) {
    this.check = hall ? null : new ChainCheck();
    this.from = (hall?.seq ?? 0) + 1;
  }

  get seq(): number {
    return this.hall?.seq ?? 0;
  }

  async take(links: Link[]): Promise<void> {
    for (const link of links) {
      if (this.check) this.check.take(link);
      else this.check = new ChainCheck(link); // it holds the last event of the checkpoint
    }
    for (const stored of await eventsOf(this.journal, this.id, { links, fromSeq: this.from })) {
      this.hall ??= newHall(this.id, (stored.event as HallConfigured).data, stored.loggedAt);
      foldOrNote(this.hall, stored);
    }
  }

  demand(): void {
    this.check?.demand();
  }

  end(): Hall {
    this.demand();
    const next = this.check?.next ?? 1;
    if (next < this.from) throw new BrokenChainError(next, `it ends there, and the hall was folded up to seq ${this.from - 1} before`);
    if (!this.hall) throw new BrokenChainError(1, 'the hall is known and has no events'); // a hall is made by its first
    return this.hall;
  }
}
