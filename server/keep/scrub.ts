/**
 * Looks for what a disk has changed behind everyone's back: soon after the start and once a day every hall's journal is proven, in a
 * thread of its own, a little at a time. A hall that does not hold is quarantined.
 */
import { Worker } from 'node:worker_threads';
import { BrokenChainError } from '../journal/chain.js';
import type { SqliteJournal } from '../journal/sqlite-journal.js';
import type { ServerClock } from '../live/clock.js';
import type { Halls } from '../live/halls.js';

const SOON_MS = 10_000;
const DAY_MS = 86_400_000;

export type Found = { hallId: string; seq: number; why: string };

export interface ScrubTools {
  journal: SqliteJournal;
  halls: Halls;
  clock: ServerClock;
  /** It could not be finished; the next one is tried in its time. */
  failed: (error: Error) => void;
}

export class Scrub {
  private cancel: (() => void) | null = null;
  private worker: Worker | null = null;

  constructor(private readonly tools: ScrubTools) {}

  start(afterMs = SOON_MS): void {
    this.cancel = this.tools.clock.after(afterMs, () => {
      void this.run().catch(this.tools.failed).finally(() => this.cancel && this.start(DAY_MS));
    });
  }

  /** Fulfils when every hall was looked at. */
  async run(): Promise<void> {
    const { journal, halls } = this.tools;
    const port = await journal.connect();
    const hallIds = halls.all().map(({ id }) => id);
    const worker = new Worker(new URL('./scrub.worker.js', import.meta.url), { workerData: { hallIds, journal: port }, transferList: [port] });
    this.worker = worker;
    worker.on('message', ({ hallId, seq, why }: Found) => halls.quarantine(hallId, new BrokenChainError(seq, why)));
    await new Promise<void>((fulfil, reject) => {
      worker.once('error', reject);
      worker.once('exit', () => fulfil());
    });
    this.worker = null;
  }

  async close(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    await this.worker?.terminate();
  }
}
