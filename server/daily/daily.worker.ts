/** The thread in which days are told: it reads the journal past the server's event loop, makes what is due of one hall, and ends. */
import { createPrivateKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { JournalReader } from '../journal/journal-reader.js';
import { DayMaker, type Job } from './day-maker.js';
import { Shelf } from './shelf.js';

const { data, journal, job } = workerData as { data: string; journal: MessagePort; job: Job };
const shelf = new Shelf(join(data, 'daily.sqlite'));
try {
  const key = createPrivateKey(readFileSync(join(data, 'signing.key')));
  const done = await new DayMaker({ journal: new JournalReader(journal), shelf, data, key }, job).run();
  parentPort!.postMessage(done);
} finally {
  shelf.close();
  journal.close();
}
