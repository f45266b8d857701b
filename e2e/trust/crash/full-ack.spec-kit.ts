/** A planted bug, preloaded under the server: a journal that answers also where there was no room to store. */
import type { Appended, Post } from '../../../server/journal/journal.js';
import { SqliteJournal } from '../../../server/journal/sqlite-journal.js';
import { madeUp, stored } from './answers.spec-kit.js';

SqliteJournal.prototype.append = function (posts: Post[]): Promise<Appended[]> {
  return stored(this, posts).catch((error: unknown) => {
    const answers = madeUp(posts);
    if (answers) return answers;
    throw error;
  });
};
