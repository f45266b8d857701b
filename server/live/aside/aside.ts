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

  /** NDJSON, some hundred lines at a time; the next are read when they are asked for. */
  async *journalLines(hallId: string, range: { from: number; to: number }): AsyncGenerator<string> {
    const stream = ++this.streams;
    yield* await this.with(async (ask) => {
      await ask('openLines', stream, hallId, range);
      return this.lines(stream);
    });
  }

  private async *lines(stream: number): AsyncGenerator<string> {
    try {
      for (;;) {
        const lines = (await this.with((ask) => ask('nextLines', stream))) as string | null;
        if (lines === null) return;
        yield lines;
      }
    } finally {
      await this.with((ask) => ask('closeLines', stream)).catch(() => undefined); // whoever hung up hears of nothing
    }
  }

  private async with<T>(work: (ask: (task: keyof Tasks, ...args: unknown[]) => Promise<unknown>) => Promise<T>): Promise<T> {
    this.cancelEnd?.();
    this.cancelEnd = null;
    this.underway++;
    try {
      const { calls } = await (this.thread ??= this.begin());
      return await work((task, ...args) => calls.ask(task, args));
    } finally {
      if (--this.underway === 0) this.cancelEnd = this.tools.clock.after(IDLE_MS, () => void this.end());
    }
  }

  private async begin(): Promise<Thread> {
    const journal = await this.tools.journal.connect();
    const worker = new Worker(new URL('./aside.worker.js', import.meta.url), { workerData: { journal }, transferList: [journal] });
    const calls = new Calls<keyof Tasks>(worker);
    const over = (why: Error) => {
      calls.end(why);
      this.thread = null; // the next who asks has another
    };
    worker.once('error', over).once('exit', () => over(new Error('the thread beside the server has ended')));
    return { worker, calls };
  }

  async end(): Promise<void> {
    this.cancelEnd?.();
    this.cancelEnd = null;
    await (await this.thread)?.worker.terminate();
  }
}
