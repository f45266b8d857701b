import { createRequire } from 'node:module';
import { serve } from '../child.js';
import { laneEvents, type TicketPlan } from '../load/tickets.js';

/**
 * The bare store: the same events as rows, 100 a statement, 1,000 a transaction, WAL with synchronous=FULL, no index but the
 * rowid, no HTTP, no parsing, no check. The floor under the row ingest.
 */
interface Statement {
  run(params: unknown[]): unknown;
}
interface Database {
  pragma(text: string, options?: { simple: true }): unknown;
  exec(sql: string): void;
  prepare(sql: string): Statement;
}
const Sqlite = createRequire(import.meta.url)('better-sqlite3') as new (file: string) => Database;

export interface SqlitePlan {
  file: string;
  tickets: TicketPlan;
}

const ROWS_PER_STATEMENT = 100;
const STATEMENTS_PER_TRANSACTION = 10;
const FULL = 2;

let db: Database | undefined;
let statements: unknown[][] = [];

function prepare(plan: SqlitePlan): { rows: number } {
  db ??= create(plan.file);
  statements = [];
  const received = Date.now();
  let params: unknown[] = [];
  for (let lane = 0; lane < plan.tickets.lanes; lane++) {
    for (const event of laneEvents(plan.tickets, lane)) {
      params.push('hall-0', event.source, event.id, event.type, Date.parse(event.time), event.data, received);
      if (params.length < ROWS_PER_STATEMENT * 7) continue;
      statements.push(params);
      params = [];
    }
  }
  return { rows: statements.length * ROWS_PER_STATEMENT };
}

function create(file: string): Database {
  const made = new Sqlite(file);
  made.pragma('journal_mode = WAL');
  made.pragma('synchronous = FULL');
  const synchronous = made.pragma('synchronous', { simple: true });
  if (synchronous !== FULL) throw new Error(`the baseline wants synchronous=FULL (2), SQLite says ${String(synchronous)}`);
  made.exec('CREATE TABLE event (hall TEXT, source TEXT, id TEXT, type TEXT, time INTEGER, data TEXT, received INTEGER)');
  return made;
}

function run(_: null): { seconds: number; events: number } {
  if (!db) throw new Error('prepare first');
  const values = Array<string>(ROWS_PER_STATEMENT).fill('(?,?,?,?,?,?,?)').join();
  const insert = db.prepare(`INSERT INTO event VALUES ${values}`);
  const begin = performance.now();
  for (let n = 0; n < statements.length; n += STATEMENTS_PER_TRANSACTION) {
    db.exec('BEGIN');
    for (const params of statements.slice(n, n + STATEMENTS_PER_TRANSACTION)) insert.run(params);
    db.exec('COMMIT');
  }
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, events: statements.length * ROWS_PER_STATEMENT };
}

const handlers = { prepare, run };
export type SqliteBaseline = typeof handlers;
serve(handlers);
