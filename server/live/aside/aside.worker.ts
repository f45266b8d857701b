/** The thread of `Aside`: what it is asked goes on side by side, halls by turns. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Backtest, BacktestAnswer } from '../../../shared/commands/standard.js';
import { putAway } from '../../domain/hall/put-away.js';
import { JournalReader } from '../../journal/journal-reader.js';
import type { Checkpoint } from '../../journal/journal.js';
import { backtest, type BacktestedHall } from '../backtest.js';
import { checkpointOf } from '../checkpoint.js';
import { foldJournal } from '../fold-journal.js';
import { journalLines } from '../journal-lines.js';
import { Past } from '../past/past.js';
import type { PastJournal } from '../past/past-reader.js';

const reader = new JournalReader((workerData as { journal: MessagePort }).journal);
const streams = new Map<number, AsyncGenerator<string, void>>();

const tasks = {
  async checkpoint(hallId: string): Promise<Checkpoint> {
    const { hall } = await foldJournal(reader, hallId);
    putAway(hall, hall.tickets.keys());
    return checkpointOf(hall);
  },

  /** Keeps nothing: the hall's own reader may be at it. */
  backtest(hall: BacktestedHall, asked: Backtest): Promise<BacktestAnswer> {
    const nothing = () => Promise.resolve();
    const journal: PastJournal = { links: reader.links.bind(reader), find: reader.find.bind(reader), keptPast: reader.keptPast.bind(reader), keepPast: nothing, dropPast: nothing };
    return backtest(new Past({ journal, hallId: hall.id, stands: () => true }), hall, asked);
  },

  preparePast(hallId: string, now: number): Promise<void> {
    return new Past({ journal: reader, hallId, stands: () => true }).prepare(now);
  },

  openLines(stream: number, hallId: string, range: { from: number; to: number }): void {
    streams.set(stream, journalLines(reader, hallId, range));
  },

  async nextLines(stream: number): Promise<string | null> {
    const lines = await streams.get(stream)!.next();
    return lines.done ? null : lines.value;
  },

  async closeLines(stream: number): Promise<void> {
    await streams.get(stream)?.return();
    streams.delete(stream);
  },
};
export type Tasks = typeof tasks;

async function answer({ no, method, args }: { no: number; method: keyof Tasks; args: unknown[] }): Promise<void> {
  try {
    const value = await (tasks[method] as (...args: unknown[]) => unknown)(...args);
    const state = method === 'checkpoint' ? (value as Checkpoint).state.buffer : null;
    parentPort!.postMessage({ no, value }, state ? [state] : []);
  } catch (error) {
    parentPort!.postMessage({ no, error: (error as Error).message, code: null });
  }
}

parentPort!.on('message', (call: Parameters<typeof answer>[0]) => void answer(call));
