/** Questions to another thread and their answers, such as to the journal's: over the thread itself or over a port of its own that a third holds. */
import type { MessagePort, Worker } from 'node:worker_threads';
import type { Asked, Call, Reply } from './journal.worker.js';

/** The journal could not take or give what was asked; the caller is told and nothing was half done. */
export class JournalError extends Error {
  constructor(
    message: string,
    readonly code: string | null,
  ) {
    super(message);
  }
}

/** `Method`: what may be asked. */
export class Calls<Method extends string = Call['method']> {
  private readonly waiting = new Map<number, { fulfil: (value: unknown) => void; reject: (error: Error) => void }>();
  private lastNo = 0;
  /** Why nobody answers any more. */
  ended: Error | null = null;

  constructor(
    private readonly to: Worker | MessagePort,
    private readonly broken: (error: JournalError) => void = () => undefined,
  ) {
    to.on('message', (reply: Reply) => this.settle(reply));
  }

  ask(method: Method, args: unknown[], transfer: (ArrayBuffer | MessagePort)[] = []): Promise<unknown> {
    if (this.ended) return Promise.reject(this.ended);
    const no = ++this.lastNo;
    this.to.postMessage({ no, method, args } satisfies Asked<Method>, transfer);
    return this.reply(no);
  }

  /** The thread's word that it is ready has the number 0. */
  reply(no: number): Promise<unknown> {
    return new Promise((fulfil, reject) => this.waiting.set(no, { fulfil, reject }));
  }

  private settle(reply: Reply): void {
    if ('broken' in reply) return this.broken(new JournalError(reply.broken, null));
    const waiting = this.waiting.get(reply.no);
    this.waiting.delete(reply.no);
    if ('error' in reply) waiting?.reject(new JournalError(reply.error, reply.code));
    else waiting?.fulfil(reply.value);
  }

  /** Whoever waits is told, and so is everyone who asks later: a thread that has ended answers nobody. */
  end(error: Error): void {
    this.ended ??= error;
    const all = [...this.waiting.values()];
    this.waiting.clear();
    for (const { reject } of all) reject(error);
  }
}
