/** The journal read from another thread: its own port to the journal's thread, past the server's event loop. */
import type { MessagePort } from 'node:worker_threads';
import { Calls } from './calls.js';
import { lastCheckpoint } from './checkpoint-parts.js';
import type { Checkpoint, EventName, Identities, Journal, KeptPast, Link, StoredText } from './journal.js';

export class JournalReader implements Pick<Journal, 'links' | 'find' | 'seqsOf' | 'identities' | 'lastCheckpoint' | 'keptPast' | 'keepPast' | 'dropPast'> {
  private readonly calls: Calls;

  constructor(port: MessagePort) {
    this.calls = new Calls(port);
  }

  links(hallId: string, fromSeq: number): Promise<Link[]> {
    return this.calls.ask('links', [hallId, fromSeq]) as Promise<Link[]>;
  }

  find(hallId: string, source: string, id: string): Promise<StoredText | null> {
    return this.calls.ask('find', [hallId, source, id]) as Promise<StoredText | null>;
  }

  seqsOf(hallId: string, names: EventName[]): Promise<(number | null)[]> {
    return this.calls.ask('seqsOf', [hallId, names]) as Promise<(number | null)[]>;
  }

  identities(after: [sourceNo: number, id: string]): Promise<Identities> {
    return this.calls.ask('identities', [after]) as Promise<Identities>;
  }

  lastCheckpoint(hallId: string, foldVersion: number): Promise<Checkpoint | null> {
    return lastCheckpoint(this.calls, hallId, foldVersion);
  }

  keptPast(hallId: string, wanted: Omit<KeptPast, 'state'>): Promise<KeptPast | null> {
    return this.calls.ask('keptPast', [hallId, wanted]) as Promise<KeptPast | null>;
  }

  async keepPast(hallId: string, kept: KeptPast): Promise<void> {
    await this.calls.ask('keepPast', [hallId, kept]);
  }

  async dropPast(hallId: string, fromAt: number): Promise<void> {
    await this.calls.ask('dropPast', [hallId, fromAt]);
  }

  /** Copies the journal's file, as it stands when the copy is done; what comes meanwhile is taken, and goes into the copy. */
  async copyTo(file: string): Promise<void> {
    await this.calls.ask('copyTo', [file]);
  }
}
