/** The thread of the scrub: reads each hall through the journal's thread, and rests longer than it reads. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import { setTimeout as rest } from 'node:timers/promises';
import { BrokenChainError } from '../journal/chain.js';
import { JournalReader } from '../journal/journal-reader.js';
import type { Found } from './scrub.js';
import { knownSeqs, proveHall } from './prove-hall.js';

/** Of the time that a group of links takes, so much more passes before the next. */
const RESTS = 3;

const { hallIds, journal } = workerData as { hallIds: string[]; journal: MessagePort };
const reader = new JournalReader(journal);
journal.ref();
let since = performance.now();
const paused = async () => {
  await rest((performance.now() - since) * RESTS);
  since = performance.now();
};
try {
  const known = await knownSeqs(reader, paused);
  for (const hallId of new Set([...hallIds, ...known.keys()])) {
    await proveHall(reader, hallId, { known: known.get(hallId), paused }).catch((error: unknown) => {
      if (!(error instanceof BrokenChainError)) throw error;
      parentPort!.postMessage({ hallId, seq: error.seq, why: error.why } satisfies Found);
    });
  }
} finally {
  journal.close();
}
