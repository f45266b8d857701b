/** Proves a hall's journal: its chain link by link, and the index of identities event by event. */
import { BrokenChainError, ChainCheck } from '../journal/chain.js';
import { linkGroups, type EventName, type Identities, type Journal, type Link } from '../journal/journal.js';

export interface Proven {
  seq: number;
  hash: string;
  /** Of the last link, epoch ms. */
  loggedAt: number | null;
}

type Paused = () => Promise<void>;
const AT_ONCE: Paused = () => Promise.resolve();

/** Up to which seq the index of identities knows each hall: its journal must hold as much. Ask before the halls are proven, for they grow. */
export async function knownSeqs(journal: Pick<Journal, 'identities'>, paused = AT_ONCE): Promise<Map<string, number>> {
  const known = new Map<string, number>();
  for (let after: Identities['next'] = [0, '']; after; await paused()) {
    const { seqs, next }: Identities = await journal.identities(after);
    for (const [hallId, seq] of Object.entries(seqs)) known.set(hallId, Math.max(known.get(hallId) ?? 0, seq));
    after = next;
  }
  return known;
}

/** Throws a `BrokenChainError` at the first seq that does not hold. `paused` is awaited after every few thousand events. */
export async function proveHall(journal: Pick<Journal, 'links' | 'seqsOf'>, hallId: string, { known = 1, paused = AT_ONCE }: { known?: number | undefined; paused?: Paused } = {}): Promise<Proven> {
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
    if (check.next <= known) throw new BrokenChainError(check.next, `it ends there, and the index of identities knows events up to seq ${known}`);
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
