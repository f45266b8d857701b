/**
 * The daily snapshots 日报快照 of every hall: made when a day closes, made up for when the server was off, and made anew as a further
 * revision when the journal later says otherwise of a past day. Told of nothing; looks at the halls every ten seconds.
 */
import type { KeyObject } from 'node:crypto';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { DataSource } from 'typeorm';
import type { Daily, DailyEntry } from '../../shared/rows/daily.js';
import { formatInstant } from '../../shared/instant.js';
import type { SqliteJournal } from '../journal/sqlite-journal.js';
import type { ServerClock } from '../live/clock.js';
import type { Halls } from '../live/halls.js';
import type { LiveHall } from '../live/live-hall.js';
import { openDurable } from '../sqlite/open-durable.js';
import { StoredDaily } from './daily.entity.js';
import type { Done, Job } from './day-maker.js';
import { CreateDaily1795392000003 } from './migrations/1795392000003-create-daily.js';
import { openSigningKey } from './signing-key.js';

/** A day's events all live until it is told: a larger nursery copies them less often. */
const YOUNG_MB = 128;
const SOON_MS = 1_000;
const LOOK_MS = 10_000;
/** A hall that is never quiet is looked through this often all the same. */
const AT_LEAST_MS = 300_000;

interface Known extends Done {
  doneAt: number;
  /** The hall's last seq at the last look. */
  seen: number;
}

export interface DailiesTools {
  data: string;
  journal: SqliteJournal;
  halls: Halls;
  clock: ServerClock;
  /** A day could not be told; the others are. */
  failed: (error: Error) => void;
}

export class Dailies {
  private readonly known = new Map<string, Known>();
  private cancelLook: (() => void) | null = null;
  private looking: Promise<void> = Promise.resolve();
  private open = true;
  /** Told of the revisions that were just made. */
  made: (hallId: string, days: Done['made']) => void = () => undefined;
  private worker: Worker | null = null;

  private constructor(
    private readonly tools: DailiesTools,
    private readonly database: DataSource,
    readonly key: KeyObject,
  ) {}

  static async open(tools: DailiesTools): Promise<Dailies> {
    const database = await openDurable({ file: join(tools.data, 'daily.sqlite'), entities: [StoredDaily], migrations: [CreateDaily1795392000003] });
    return new Dailies(tools, database, await openSigningKey(tools.data));
  }

  /** Looks from soon on: what a start has to do first is serve. */
  start(): void {
    this.lookAfter(SOON_MS);
  }

  private lookAfter(ms: number): void {
    this.cancelLook = this.tools.clock.after(ms, () => {
      this.looking = this.look().finally(() => this.open && this.lookAfter(LOOK_MS));
    });
  }

  /** Fulfils when the look that runs is over. */
  looked(): Promise<void> {
    return this.looking;
  }

  private async look(): Promise<void> {
    for (const hall of this.tools.halls.all()) {
      if (this.open && this.isDue(hall)) await this.tell(hall).catch((error: Error) => this.open && this.tools.failed(error));
    }
  }

  private isDue(hall: LiveHall): boolean {
    const known = this.known.get(hall.id);
    if (!known || hall.now() >= known.dueAt) return true;
    const quiet = hall.lastSeq === known.seen;
    known.seen = hall.lastSeq;
    return hall.lastSeq > known.seq && (quiet || this.tools.clock.now() >= known.doneAt + AT_LEAST_MS);
  }

  private async tell(hall: LiveHall): Promise<void> {
    const [now, madeAt] = [hall.now(), this.tools.clock.now()];
    // one that failed is tried again when there is something new, or in a while
    this.known.set(hall.id, { made: [], seq: hall.lastSeq, seen: hall.lastSeq, dueAt: now + AT_LEAST_MS, doneAt: madeAt });
    const done = await this.work({ hallId: hall.id, now, madeAt });
    this.known.set(hall.id, { ...done, seen: hall.lastSeq, doneAt: madeAt });
    this.made(hall.id, done.made);
  }

  private async work(job: Job): Promise<Done> {
    const journal = await this.tools.journal.connect();
    const worker = new Worker(new URL('./daily.worker.js', import.meta.url), { workerData: { data: this.tools.data, journal, job }, transferList: [journal], resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
    this.worker = worker;
    return new Promise((fulfil, reject) => {
      worker.once('message', fulfil);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the thread that tells days has ended (${code})`)));
    });
  }

  /** The newest revision of each day, newest day first. */
  async list(hallId: string, { from, to }: { from: string; to: string }): Promise<DailyEntry[]> {
    const rows = await this.database.query<(Omit<DailyEntry, 'madeAt'> & { madeAt: number })[]>(
      `SELECT date, max(revision) AS revision, sha256, issued, served, raised, madeAt FROM daily WHERE hallId = ? AND date BETWEEN ? AND ? GROUP BY date ORDER BY date DESC`,
      [hallId, from, to],
    );
    return rows.map((row) => ({ ...row, madeAt: formatInstant(row.madeAt) }));
  }

  /** The newest revision of each day, oldest day first; one after the other, so that whoever asks keeps what they need of each. */
  async *days(hallId: string, range: { from: string; to: string }): AsyncGenerator<Daily> {
    for (const { date, revision } of (await this.list(hallId, range)).reverse()) yield JSON.parse((await this.text(hallId, date, revision))!) as Daily;
  }

  /** The file of a day, byte for byte: of that revision, or the newest. Null when there is none. */
  async text(hallId: string, date: string, revision?: number): Promise<string | null> {
    const [row] = await this.database.query<{ text: string }[]>(
      `SELECT text FROM daily WHERE hallId = ? AND date = ? AND revision = ifnull(?, revision) ORDER BY revision DESC LIMIT 1`,
      [hallId, date, revision ?? null],
    );
    return row?.text ?? null;
  }

  async close(): Promise<void> {
    this.open = false;
    this.cancelLook?.();
    // what it has not written yet is made up on the next start
    await this.worker?.terminate();
    await this.looking;
    await this.database.destroy();
  }
}
