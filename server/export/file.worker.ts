/** Writes one file of the snapshots that it is handed one by one, and tells its SHA-256: so that no export holds up the feed. */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Daily } from '../../shared/rows/daily.js';
import { writers, type Written } from './formats.js';

export interface Task {
  format: Written;
  path: string;
}

/** Null asks for the next snapshot; a text is the hash of the file, which is then done. */
export type Said = string | null;

async function* snapshots(): AsyncGenerator<Daily> {
  for (;;) {
    parentPort!.postMessage(null satisfies Said);
    const [text] = (await once(parentPort!, 'message')) as [string | null];
    if (text === null) return;
    yield JSON.parse(text) as Daily;
  }
}

const { format, path } = workerData as Task;
const hash = createHash('sha256');
const file = openSync(path, 'w', 0o600);
await writers[format](snapshots(), (bytes) => {
  hash.update(bytes);
  writeFileSync(file, bytes);
});
closeSync(file);
parentPort!.postMessage(hash.digest('hex') satisfies Said);
