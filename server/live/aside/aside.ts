/**
 * Long work on a hall's journal, done in a thread beside the server's event loop: it reads through the journal's own thread, and a
 * hall that asks for much holds up nobody else's events. The thread is there while there is something to do, and a little longer.
 */
import { Worker } from 'node:worker_threads';
import type { Backtest, BacktestAnswer } from '../../../shared/commands/standard.js';
import { Calls } from '../../journal/calls.js';
import type { Checkpoint, Journal } from '../../journal/journal.js';
import type { BacktestedHall } from '../backtest.js';
import type { ServerClock } from '../clock.js';
import type { Tasks } from './aside.worker.js';

const IDLE_MS = 30_000;

type Ask = (task: keyof Tasks, ...args: unknown[]) => Promise<unknown>;

interface Thread {
  worker: Worker;
  calls: Calls<keyof Tasks>;
}

export class Aside {
  private thread: Promise<Thread> | null = null;
  private underway = 0;
  private streams = 0;
  private cancelEnd: (() => void) | null = null;

  constructor(private readonly tools: { journal: Journal; clock: ServerClock }) {}

  /** The hall as its journal tells it now. */
  checkpoint(hallId: string): Promise<Checkpoint> {
    return this.with((ask) => ask('checkpoint', hallId) as Promise<Checkpoint>);
  }

  backtest(hall: BacktestedHall, asked: Backtest): Promise<BacktestAnswer> {
    return this.with((ask) => ask('backtest', hall, asked) as Promise<BacktestAnswer>);
  }

  /** Keeps the hall's past up to now; nobody else may read it meanwhile. */
  preparePast(hallId: string, now: number): Promise<void> {
    return this.with((ask) => ask('preparePast', hallId, now) as Promise<void>);
  }

  /** NDJSON, some hundred lines at a time; the next are read when they are asked for, and the thread stays for whoever asks slowly. */
  async *journalLines(hallId: string, range: { from: number; to: number }): AsyncGenerator<string> {
    const stream = ++this.streams;
    const ask = await this.hold();
    try {
      await ask('openLines', stream, hallId, range);
      for (;;) {
        const lines = (await ask('nextLines', stream)) as string | null;
        if (lines === null) return;
        yield lines;
      }
    } finally {
      await ask('closeLines', stream).catch(() => undefined); // whoever hung up hears of nothing
      this.letGo();
    }
  }

  private async with<T>(work: (ask: Ask) => Promise<T>): Promise<T> {
    const ask = await this.hold();
    try {
      return await work(ask);
    } finally {
      this.letGo();
    }
  }

  private async hold(): Promise<Ask> {
    this.cancelEnd?.();
    this.cancelEnd = null;
    this.underway++;
    try {
      const { calls } = await (this.thread ??= this.begin());
      return (task, ...args) => calls.ask(task, args);
    } catch (error) {
      this.letGo();
      throw error;
    }
  }

  private letGo(): void {
    if (--this.underway === 0) this.cancelEnd = this.tools.clock.after(IDLE_MS, () => void this.end());
  }

  private begin(): Promise<Thread> {
    const thread: Promise<Thread> = this.connected(() => {
      if (this.thread === thread) this.thread = null; // the next who asks has another
    });
    return thread;
  }

  private async connected(gone: () => void): Promise<Thread> {
    try {
      const journal = await this.tools.journal.connect();
      const worker = new Worker(new URL('./aside.worker.js', import.meta.url), { workerData: { journal }, transferList: [journal] });
      const calls = new Calls<keyof Tasks>(worker);
      const over = (why: Error) => {
        calls.end(why);
        gone();
      };
      worker.once('error', over).once('exit', () => over(new Error('the thread beside the server has ended')));
      return { worker, calls };
    } catch (error) {
      gone();
      throw error;
    }
  }

  /** Whoever asks from here on has another thread: this one no longer answers. */
  async end(): Promise<void> {
    this.cancelEnd?.();
    this.cancelEnd = null;
    const thread = this.thread;
    this.thread = null;
    await (await thread)?.worker.terminate();
  }
}
