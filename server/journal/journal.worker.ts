/** The journal's own thread: an fsync never holds up the sockets, and posts that wait for it share the next one. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Database } from 'better-sqlite3';
import { openDurable } from '../sqlite/open-durable.js';
import { CreateJournal1795392000001 } from './migrations/1795392000001-create-journal.js';
import { CreatePast1795996800001 } from './migrations/1795996800001-create-past.js';
import { CreateCheckpointPart1796601600001 } from './migrations/1796601600001-create-checkpoint-part.js';
import type { Post } from './journal.js';
import { Store } from './store.js';
import { CheckpointEntity, CheckpointPartEntity, EventIdEntity, HallEntity, LinkEntity, PastEntity, SourceEntity } from './tables.entity.js';

export interface Asked<Method> {
  no: number;
  method: Method;
  args: unknown[];
}

export type Call = Asked<'append' | 'erase' | 'links' | 'find' | 'seqsOf' | 'identities' | 'seqAt' | 'hallIds' | 'saveCheckpointPart' | 'saveCheckpoint' | 'dropCheckpointPart' | 'lastCheckpoint' | 'checkpointPart' | 'connect' | 'keepPast' | 'keptPast' | 'dropPast' | 'copyTo' | 'close'>;

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

refuseIfLost(data);
const source = await openDurable({
  file: join(data, 'journal.sqlite'),
  entities: [HallEntity, SourceEntity, EventIdEntity, LinkEntity, CheckpointEntity, CheckpointPartEntity, PastEntity],
  migrations: [CreateJournal1795392000001, CreatePast1795996800001, CreateCheckpointPart1796601600001],
  exclusive: true,
});
const db = (source.driver as unknown as { databaseConnection: Database }).databaseConnection;
// what is erased or dropped is written over with zeros
db.pragma('secure_delete = ON');
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
    // who reads from another thread writes nothing but what can be worked out again, and keeps nobody from ending
    reader.on('message', (asked: Call) => (isReading(asked.method) ? answer(reader, asked) : reader.close()));
    reader.unref();
    port.postMessage({ no: call.no, value: null } satisfies Reply);
    return;
  }
  if (call.method === 'append') for (const post of call.args[0] as JoinedPost[]) Object.assign(post, { ids: post.ids.split('\n') });
  answer(port, call);
});

/** It is made before every other file of the folder: where those stand without it, it is lost, and a new one would hide that. */
function refuseIfLost(data: string): void {
  const file = join(data, 'journal.sqlite');
  if (!existsSync(data) || (existsSync(file) && statSync(file).size > 0)) return;
  const other = readdirSync(data).find((name) => name.endsWith('.sqlite') && name !== 'journal.sqlite');
  if (other !== undefined) throw new Error(`${file} is missing or empty, and ${other} says that this folder was in use: restore a backup (npm run hall -- restore) into an empty folder, or start with one.`);
}

const READING: ReadonlySet<Call['method']> = new Set(['links', 'find', 'seqsOf', 'identities', 'lastCheckpoint', 'checkpointPart', 'keptPast', 'keepPast', 'dropPast', 'copyTo']);

function isReading(method: Call['method']): boolean {
  return READING.has(method);
}

function answer(to: MessagePort, { no, method, args }: Call): void {
  if (broken) return;
  if (method === 'copyTo') {
    // a few pages at a time: posts are taken in between
    const refuse = (error: Error) => to.postMessage({ no, error: error.message, code: null } satisfies Reply);
    void db.backup(args[0] as string).then(() => to.postMessage({ no, value: null } satisfies Reply), refuse);
    return;
  }
  try {
    const value = (store[method as keyof Store] as (...args: unknown[]) => unknown).apply(store, args);
    to.postMessage({ no, value } satisfies Reply);
  } catch (error) {
    const { message, code } = error as { message: string; code?: string };
    broken = code !== undefined && NOT_WRITTEN.test(code);
    if (broken) port.postMessage({ broken: message } satisfies Reply);
    else to.postMessage({ no, error: message, code: code ?? null } satisfies Reply);
  }
}

port.postMessage({ no: 0, value: 'ready' } satisfies Reply);
