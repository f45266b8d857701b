/** A planted bug, preloaded under the server: a journal that answers before it has stored. */
import type { Appended, Post } from '../../../server/journal/journal.js';
import { SqliteJournal } from '../../../server/journal/sqlite-journal.js';

const LATE_MS = 50;
const lastSeqs = new Map<string, number>();
const append = Object.getOwnPropertyDescriptor(SqliteJournal.prototype, 'append')!.value as (this: SqliteJournal, posts: Post[]) => Promise<Appended[]>;

SqliteJournal.prototype.append = async function (posts: Post[]): Promise<Appended[]> {
  if (posts.some(({ hallId }) => !lastSeqs.has(hallId))) {
    const appended = await append.call(this, posts);
    posts.forEach(({ hallId, ids }, index) => lastSeqs.set(hallId, appended[index]!.firstSeq + ids.length - 1));
    return appended;
  }
  const answers = posts.map(({ hallId, ids }): Appended => {
    const firstSeq = lastSeqs.get(hallId)! + 1;
    lastSeqs.set(hallId, firstSeq + ids.length - 1);
    return { firstSeq, loggedAt: Date.now(), verdicts: null, corrects: new Map() };
  });
  setTimeout(() => void append.call(this, posts), LATE_MS);
  return answers;
};
