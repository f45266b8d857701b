/** Writes files of the snapshots that it is handed one by one, and tells the SHA-256 of each: so that no export holds up the feed. */
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

/** Asks for the next snapshot of the file in hand, or tells the hash of each file, and is done. */
export type Said = { file: number } | { sha256: string[] };

async function* snapshots(file: number): AsyncGenerator<Daily> {
  for (;;) {
    parentPort!.postMessage({ file } satisfies Said);
    const [text] = (await once(parentPort!, 'message')) as [string | null];
    if (text === null) return;
    yield JSON.parse(text) as Daily;
  }
}

async function write({ format, path }: Task, index: number): Promise<string> {
  const hash = createHash('sha256');
  const file = openSync(path, 'w', 0o600);
  await writers[format](snapshots(index), (bytes) => {
    hash.update(bytes);
    writeFileSync(file, bytes);
  });
  closeSync(file);
  return hash.digest('hex');
}

const sha256: string[] = [];
for (const [index, task] of (workerData as Task[]).entries()) sha256.push(await write(task, index));
parentPort!.postMessage({ sha256 } satisfies Said);
