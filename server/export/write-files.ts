import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { Said, Task } from './file.worker.js';

/** A year of days passes through it; what it holds at once is a day and the packed sheets. */
const LIMITS = { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 8 };

// what the server's start asks for its own heap would override a thread's limits: threads from here on take V8's own default
setFlagsFromString('--max-semi-space-size=16');

/** A file to be written; `next` hands over its snapshots one by one, null at the end. */
export interface NewFile extends Task {
  next: () => Promise<string | null>;
}

/** Writes files of snapshots in a thread of their own: the SHA-256 of each. */
export function writeFiles(files: readonly NewFile[]): Promise<string[]> {
  const tasks = files.map(({ format, path }): Task => ({ format, path }));
  const worker = new Worker(new URL('./file.worker.js', import.meta.url), { workerData: tasks, resourceLimits: LIMITS });
  return new Promise<string[]>((fulfil, reject) => {
    worker.on('message', (said: Said) => {
      if ('sha256' in said) fulfil(said.sha256);
      else files[said.file]!.next().then((text) => worker.postMessage(text), reject);
    });
    worker.on('error', reject);
    worker.on('exit', (code) => reject(new Error(`the thread that writes files has ended (${code})`)));
  }).finally(() => worker.terminate());
}
