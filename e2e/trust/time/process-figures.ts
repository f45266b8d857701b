/** What a server process holds, read from outside it: from /proc, from its files and from its own metrics. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerProcess } from '../kit/server-process.js';

const MB = 1024 * 1024;

export interface Held {
  /** Since the first sample. */
  ms: number;
  rssMb: number;
  heapMb: number;
  files: number;
  /** Timers, sockets, ports: whatever keeps node's loop alive. */
  resources: number;
  walMb: number;
}

export async function heldBy(server: ServerProcess, data: string, ms: number): Promise<Held> {
  const proc = `/proc/${server.child.pid}`;
  const [status, files, metrics, walMb] = await Promise.all([
    readFile(`${proc}/status`, 'utf8'),
    readdir(`${proc}/fd`),
    fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${server.operatorKey}` } }).then((answer) => answer.text()),
    walOf(data),
  ]);
  const metric = (name: string) => Number(new RegExp(`^${name} (.+)$`, 'm').exec(metrics)?.[1]);
  return {
    ms, walMb, files: files.length,
    rssMb: Number(/VmRSS:\s+(\d+)/.exec(status)![1]) / 1024,
    heapMb: metric('nodejs_heap_size_used_bytes') / MB,
    resources: metric('nodejs_active_resources_total'),
  };
}

async function walOf(data: string): Promise<number> {
  const names = (await readdir(data)).filter((name) => name.endsWith('-wal'));
  const sizes = await Promise.all(names.map((name) => stat(join(data, name)).then(({ size }) => size, () => 0)));
  return sizes.reduce((sum, size) => sum + size, 0) / MB;
}
