/** Proves a hall's journal: its chain link by link, and the index of identities event by event. */
import { BrokenChainError, ChainCheck } from '../journal/chain.js';
import { linkGroups, type EventName, type Journal, type Link } from '../journal/journal.js';

export interface Proven {
  seq: number;
  hash: string;
  /** Of the last link, epoch ms; null for a hall of no events. */
  loggedAt: number | null;
}

/** Throws a `BrokenChainError` at the first seq that does not hold. `paused` is awaited after every few thousand events. */
export async function proveHall(journal: Pick<Journal, 'links' | 'seqsOf'>, hallId: string, paused: () => Promise<void> = () => Promise.resolve()): Promise<Proven> {
  const check = new ChainCheck();
  let loggedAt: number | null = null;
  try {
    for await (const links of linkGroups(journal, hallId, 1)) {
      for (const link of links) {
        check.take(link);
        ({ loggedAt } = link);
      }
      await proveIdentity(journal, hallId, links);
      await paused();
    }
    check.demand();
  } catch (error) {
    check.demand();
    if (error instanceof BrokenChainError) throw error;
    throw new BrokenChainError(check.next, (error as Error).message); // the file itself cannot be read there
  }
  return { seq: check.next - 1, hash: check.hash, loggedAt };
}

/** An event that the index does not know, or knows elsewhere, would be stored a second time. */
async function proveIdentity(journal: Pick<Journal, 'seqsOf'>, hallId: string, links: Link[]): Promise<void> {
  const names = links.flatMap(({ body }) => (JSON.parse(body) as EventName[]).map(({ source, id }) => ({ source, id })));
  const first = links[0]!.firstSeq;
  const wrong = (await journal.seqsOf(hallId, names)).findIndex((seq, index) => seq !== first + index);
  if (wrong >= 0) throw new BrokenChainError(first + wrong, 'the index of identities does not know the event');
}
