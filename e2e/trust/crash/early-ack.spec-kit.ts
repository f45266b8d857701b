/** A planted bug, preloaded under the server: a journal that answers before it has stored. */
import type { Appended, Post } from '../../../server/journal/journal.js';
import { SqliteJournal } from '../../../server/journal/sqlite-journal.js';
import { madeUp, stored } from './answers.spec-kit.js';

const LATE_MS = 50;

SqliteJournal.prototype.append = async function (posts: Post[]): Promise<Appended[]> {
  const answers = madeUp(posts);
  if (!answers) return stored(this, posts);
  setTimeout(() => void stored(this, posts), LATE_MS);
  return answers;
};
