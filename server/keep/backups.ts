/** Backups of the running server: one at a time, below `backups` in the data folder, where only the newest stays. */
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Backup, type Manifest } from '../../shared/commands/backup.js';
import { formatInstant } from '../../shared/instant.js';
import type { SqliteJournal } from '../journal/sqlite-journal.js';
import type { ServerClock } from '../live/clock.js';
import { Problem } from '../problem.js';

export class Backups {
  /** The newest, also where its folder was taken elsewhere since. */
  last: Backup | null;
  private worker: Worker | null = null;

  constructor(private readonly tools: { data: string; journal: SqliteJournal; clock: ServerClock }) {
    this.last = this.readLast();
  }

  now(): string {
    return formatInstant(this.tools.clock.now());
  }

  async make(): Promise<Backup> {
    if (this.worker) throw new Problem(409, 'backupUnderway', 'The backup was refused: one is being made just now. Wait for its end.');
    const now = this.tools.clock.now();
    const name = new Date(now).toISOString().replaceAll(':', '').replace(/\..*/, 'Z');
    const { at, version, halls, files } = await this.work(name, now);
    const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0);
    this.last = { name, version, at, bytes, halls };
    await writeFile(this.lastFile, JSON.stringify(this.last), { mode: 0o600 });
    for (const other of readdirSync(this.folder)) if (other !== name && other !== 'last.json') await rm(join(this.folder, other), { recursive: true });
    return this.last;
  }

  private async work(name: string, now: number): Promise<Manifest> {
    const { data, journal } = this.tools;
    const port = await journal.connect();
    const worker = new Worker(new URL('./backup.worker.js', import.meta.url), { workerData: { data, name, now, journal: port }, transferList: [port] });
    this.worker = worker;
    try {
      const ended = once(worker, 'exit').then(([code]) => Promise.reject(new Error(`the backup's thread has ended (${code as number})`)));
      const [manifest] = (await Promise.race([once(worker, 'message'), ended])) as [Manifest];
      return manifest;
    } finally {
      this.worker = null;
    }
  }

  /** One that is being made is given up; nothing takes what there is of it for a backup. */
  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private get folder(): string {
    return join(this.tools.data, 'backups');
  }

  private get lastFile(): string {
    return join(this.folder, 'last.json');
  }

  private readLast(): Backup | null {
    try {
      return Backup.parse(JSON.parse(readFileSync(this.lastFile, 'utf8')));
    } catch {
      return null; // none was made, or its note is damaged: the next one is noted again
    }
  }
}
