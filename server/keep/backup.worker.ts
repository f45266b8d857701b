/** The thread in which a backup is made beside the running server, and in which it is proven; it ends with it. */
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { JournalReader } from '../journal/journal-reader.js';
import { copyFolder } from './copy-folder.js';

const { data, name, now, journal } = workerData as { data: string; name: string; now: number; journal: MessagePort };
try {
  const reader = new JournalReader(journal);
  journal.ref(); // while the journal's thread copies, nothing else keeps this one
  parentPort!.postMessage(await copyFolder({ data, into: join(data, 'backups', name), now, copyJournal: (file) => reader.copyTo(file) }));
} finally {
  journal.close();
}
