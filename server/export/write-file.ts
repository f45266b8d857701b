import { Worker } from 'node:worker_threads';
import type { Said, Task } from './file.worker.js';

/** A year of days passes through it; what it holds at once is a day and the packed sheets. */
const LIMITS = { maxOldGenerationSizeMb: 96, maxYoungGenerationSizeMb: 16 };

/** Writes a file of snapshots in a thread of its own; `next` hands them over, null at the end. The file's SHA-256. */
export function writeFileOf(task: Task, next: () => Promise<string | null>): Promise<string> {
  const worker = new Worker(new URL('./file.worker.js', import.meta.url), { workerData: task, resourceLimits: LIMITS });
  return new Promise<string>((fulfil, reject) => {
    worker.on('message', (said: Said) => {
      if (said === null) next().then((text) => worker.postMessage(text), reject);
      else fulfil(said);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread that writes files has ended (${code})`)));
  }).finally(() => worker.terminate());
}
