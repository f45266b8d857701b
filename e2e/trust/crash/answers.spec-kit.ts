/** What a planted journal answers with: the true answer of the journal, or one that is made up to fit on the last. */
import type { Appended, Post } from '../../../server/journal/journal.js';
import { SqliteJournal } from '../../../server/journal/sqlite-journal.js';

const lastSeqs = new Map<string, number>();
const append = Object.getOwnPropertyDescriptor(SqliteJournal.prototype, 'append')!.value as (this: SqliteJournal, posts: Post[]) => Promise<Appended[]>;

/** As the journal does it. */
export async function stored(journal: SqliteJournal, posts: Post[]): Promise<Appended[]> {
  const appended = await append.call(journal, posts);
  posts.forEach(({ hallId, ids }, index) => lastSeqs.set(hallId, Math.max(lastSeqs.get(hallId) ?? 0, appended[index]!.firstSeq + ids.length - 1)));
  return appended;
}

/** Null where nothing was stored of one of these halls yet. */
export function madeUp(posts: Post[]): Appended[] | null {
  if (posts.some(({ hallId }) => !lastSeqs.has(hallId))) return null;
  return posts.map(({ hallId, ids }): Appended => {
    const firstSeq = lastSeqs.get(hallId)! + 1;
    lastSeqs.set(hallId, firstSeq + ids.length - 1);
    return { firstSeq, loggedAt: Date.now(), verdicts: null, corrects: new Map() };
  });
}
