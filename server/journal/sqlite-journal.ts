/** The journal in one SQLite file, asked through its thread. */
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import { Calls, JournalError } from './calls.js';
import { lastCheckpoint, saveCheckpoint } from './checkpoint-parts.js';
import type { Appended, Checkpoint, Erased, Erasure, EventName, Identities, Journal, KeptPast, Link, Post, StoredText } from './journal.js';
import type { Call } from './journal.worker.js';

export class SqliteJournal implements Journal {
  private readonly calls: Calls;
  private closing = false;

  private constructor(
    private readonly worker: Worker,
    private readonly failed: (error: Error) => void,
  ) {
    this.calls = new Calls(worker, (error) => this.end(error));
    worker.on('error', (error: Error) => this.end(error));
    worker.on('exit', (code) => this.end(new JournalError(`the journal's thread has ended (${code})`, null)));
  }

  /** Opens `<data>/journal.sqlite`; `failed` hears of a journal that died later. A second process on the same folder is refused. */
  static async open({ data, clock, failed }: { data: string; clock?: SharedArrayBuffer; failed: (error: Error) => void }): Promise<SqliteJournal> {
    const worker = new Worker(new URL('./journal.worker.js', import.meta.url), { workerData: { data, clock: clock ?? null } });
    let opened = false;
    const journal = new SqliteJournal(worker, (error) => opened && failed(error));
    await journal.calls.reply(0);
    opened = true;
    return journal;
  }

  append(posts: Post[]): Promise<Appended[]> {
    // one text crosses to the thread much faster than a hundred; ids hold no line feed
    const joined = posts.map((post) => ({ ...post, ids: post.ids.join('\n') }));
    return this.ask('append', [joined], posts.map(({ body }) => body.buffer)) as Promise<Appended[]>;
  }

  erase(hallId: string, erasure: Erasure): Promise<Erased | null> {
    return this.ask('erase', [hallId, erasure]) as Promise<Erased | null>;
  }

  links(hallId: string, fromSeq: number): Promise<Link[]> {
    return this.ask('links', [hallId, fromSeq]) as Promise<Link[]>;
  }

  find(hallId: string, source: string, id: string): Promise<StoredText | null> {
    return this.ask('find', [hallId, source, id]) as Promise<StoredText | null>;
  }

  seqsOf(hallId: string, names: EventName[]): Promise<(number | null)[]> {
    return this.ask('seqsOf', [hallId, names]) as Promise<(number | null)[]>;
  }

  identities(after: [sourceNo: number, id: string]): Promise<Identities> {
    return this.ask('identities', [after]) as Promise<Identities>;
  }

  seqAt(hallId: string, loggedAt: number): Promise<number> {
    return this.ask('seqAt', [hallId, loggedAt]) as Promise<number>;
  }

  hallIds(): Promise<string[]> {
    return this.ask('hallIds', []) as Promise<string[]>;
  }

  saveCheckpoint(hallId: string, checkpoint: Checkpoint, { atOnce = false } = {}): Promise<void> {
    return saveCheckpoint(this.calls, hallId, { ...checkpoint, atOnce });
  }

  lastCheckpoint(hallId: string, foldVersion: number): Promise<Checkpoint | null> {
    return lastCheckpoint(this.calls, hallId, foldVersion);
  }

  /** A port for `JournalReader` in another thread. */
  async connect(): Promise<MessagePort> {
    const { port1, port2 } = new MessageChannel();
    await this.ask('connect', [port2], [port2]);
    return port1;
  }

  async keepPast(hallId: string, kept: KeptPast): Promise<void> {
    await this.ask('keepPast', [hallId, kept], wholeOf(kept));
  }

  keptPast(hallId: string, wanted: Omit<KeptPast, 'state'>): Promise<KeptPast | null> {
    return this.ask('keptPast', [hallId, wanted]) as Promise<KeptPast | null>;
  }

  async dropPast(hallId: string, fromAt: number): Promise<void> {
    await this.ask('dropPast', [hallId, fromAt]);
  }

  async close(): Promise<void> {
    if (this.calls.ended || this.closing) return;
    this.closing = true;
    const ended = new Promise((fulfil) => this.worker.once('exit', fulfil));
    await this.ask('close', []);
    await ended;
  }

  private ask(method: Call['method'], args: unknown[], transfer: (ArrayBuffer | MessagePort)[] = []): Promise<unknown> {
    return this.calls.ask(method, args, transfer);
  }

  private end(error: Error): void {
    const first = !this.calls.ended;
    this.calls.end(error);
    if (first && !this.closing) this.failed(error);
  }
}

/** A state that fills its buffer goes to the thread without being copied. */
function wholeOf({ state }: Pick<Checkpoint, 'state'>): ArrayBuffer[] {
  return state.buffer.byteLength === state.byteLength ? [state.buffer] : [];
}
