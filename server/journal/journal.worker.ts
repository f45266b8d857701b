/** The journal's own thread: an fsync never holds up the sockets, and posts that wait for it share the next one. */
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { openDurable } from '../sqlite/open-durable.js';
import { CreateJournal1795392000001 } from './migrations/1795392000001-create-journal.js';
import { CreatePast1795996800001 } from './migrations/1795996800001-create-past.js';
import type { Post } from './journal.js';
import { Store } from './store.js';
import { CheckpointEntity, EventIdEntity, HallEntity, LinkEntity, PastEntity, SourceEntity } from './tables.entity.js';

export interface Call {
  no: number;
  method: 'append' | 'links' | 'find' | 'seqAt' | 'hallIds' | 'saveCheckpoint' | 'lastCheckpoint' | 'connect' | 'keepPast' | 'keptPast' | 'dropPast' | 'close';
  args: unknown[];
}

/** A post on its way between the threads: its ids are one text. */
export type JoinedPost = Omit<Post, 'ids'> & { ids: string };

/** `broken`: the file could not be written; nothing more is answered. */
export type Reply = { no: number; value: unknown } | { no: number; error: string; code: string | null } | { broken: string };

const { data, clock } = workerData as { data: string; clock: SharedArrayBuffer | null };
const port = parentPort!;

/**
 * The disk did not write what it was given, or not for certain. What it holds now nobody knows, and a second fsync might say that all
 * is well: nothing is answered any more, and the process is to end. The next one reads the file anew.
 */
const NOT_WRITTEN = /^SQLITE_IOERR(?!_READ|_SHORT_READ|_CORRUPTFS)/;
let broken = false;

/** A manual clock of a test is told through shared memory; else the machine's. */
const manual = clock ? new Float64Array(clock) : null;
const now = () => (manual ? manual[0]! : Date.now());

const source = await openDurable({
  file: join(data, 'journal.sqlite'),
  entities: [HallEntity, SourceEntity, EventIdEntity, LinkEntity, CheckpointEntity, PastEntity],
  migrations: [CreateJournal1795392000001, CreatePast1795996800001],
  exclusive: true,
});
const db = (source.driver as unknown as { databaseConnection: Database }).databaseConnection;
const store = new Store(db, now);

port.on('message', (call: Call) => {
  if (call.method === 'close') {
    void source.destroy().then(() => {
      port.postMessage({ no: call.no, value: null } satisfies Reply);
      port.close();
    });
    return;
  }
  if (call.method === 'connect') {
    const reader = call.args[0] as MessagePort;
    // who reads from another thread may not write, and keeps nobody from ending
    reader.on('message', ({ no, method, args }: Call) => (method === 'links' || method === 'find' ? answer(reader, { no, method, args }) : reader.close()));
    reader.unref();
    port.postMessage({ no: call.no, value: null } satisfies Reply);
    return;
  }
  if (call.method === 'append') for (const post of call.args[0] as JoinedPost[]) Object.assign(post, { ids: post.ids.split('\n') });
  answer(port, { ...call, method: call.method });
});

function answer(to: MessagePort, { no, method, args }: Call & { method: Exclude<Call['method'], 'connect' | 'close'> }): void {
  if (broken) return;
  try {
    const value = (store[method] as (...args: unknown[]) => unknown).apply(store, args);
    to.postMessage({ no, value } satisfies Reply);
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    broken = code !== undefined && NOT_WRITTEN.test(code);
    if (broken) port.postMessage({ broken: message } satisfies Reply);
    else to.postMessage({ no, error: message, code: code ?? null } satisfies Reply);
  }
}
port.postMessage({ no: 0, value: 'ready' } satisfies Reply);
