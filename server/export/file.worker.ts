/** Writes one file of some days' snapshots and tells its SHA-256, then ends: so that no export holds up the feed. */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import type { Daily } from '../../shared/rows/daily.js';
import { writers, type Written } from './formats.js';

export interface Task {
  /** The snapshots, by day. */
  from: string[];
  format: Written;
  to: string;
}

function* daysOf(paths: readonly string[]): Generator<Daily> {
  for (const path of paths) yield JSON.parse(readFileSync(path, 'utf8')) as Daily;
}

const { from, format, to } = workerData as Task;
const hash = createHash('sha256');
const file = openSync(to, 'w', 0o600);
writers[format](daysOf(from), (bytes) => {
  hash.update(bytes);
  writeFileSync(file, bytes);
});
closeSync(file);
parentPort!.postMessage(hash.digest('hex'));
