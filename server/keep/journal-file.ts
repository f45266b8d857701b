/** A journal's file with no server at it: read as the server's own thread would read it. */
import Database from 'better-sqlite3';
import type { Journal } from '../journal/journal.js';
import { Store } from '../journal/store.js';

export type ReadJournal = Pick<Journal, 'hallIds' | 'links' | 'find' | 'seqsOf' | 'identities'>;

/** Opens the file of a database; a running server's is refused in a sentence. */
export function openFile(file: string, options: Database.Options = {}): Database.Database {
  try {
    const db = new Database(file, { fileMustExist: true, timeout: 500, ...options });
    db.pragma('schema_version'); // opens it in truth, lock and all
    return db;
  } catch (error) {
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new Error(`${file} is in use by a running Hallboard: make a backup of it, and ask that.`, { cause: error });
  }
}

export async function readJournalFile<T>(file: string, read: (journal: ReadJournal) => Promise<T>): Promise<T> {
  const db = openFile(file, { readonly: true });
  try {
    const store = new Store(db, () => 0);
    return await read({
      hallIds: () => Promise.resolve(store.hallIds()),
      links: async (...asked) => store.links(...asked),
      find: async (...asked) => store.find(...asked),
      identities: async (...asked) => store.identities(...asked),
      seqsOf: async (...asked) => store.seqsOf(...asked),
    });
  } finally {
    db.close();
  }
}
