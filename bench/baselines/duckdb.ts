import { createRequire } from 'node:module';
import { serve } from '../child.js';
import { factsOf } from '../load/ticket-facts.js';

/**
 * DuckDB at its best: the same ticket facts in its own columns in memory, one pass of GROUPING SETS, exact continuous quantiles (type 7).
 * The package is no dependency of ours: where it is missing the row says so.
 */
interface Reader {
  getRowObjectsJson(): Record<string, unknown>[];
}
interface Appender {
  appendVarchar(text: string): void;
  appendInteger(value: number): void;
  appendBoolean(value: boolean): void;
  appendNull(): void;
  endRow(): void;
  closeSync(): void;
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<Reader>;
  createAppender(table: string): Promise<Appender>;
}
interface DuckDb {
  DuckDBInstance: { create(file: string): Promise<{ connect(): Promise<Connection> }> };
}

const DIMENSIONS = ['service', 'counter', 'staff', 'zone', 'hour'];
const MEASURES = ['wait', 'wait + walk', 'walk', 'serving', 'abandon'];
const spread = (measure: string, index: number) => `count(${measure}) AS n${index}, avg(${measure}) AS mean${index}, quantile_cont(${measure}, [0.5, 0.9, 0.95]) AS q${index}, max(${measure}) AS max${index}`;
const TABLE = `SELECT ${DIMENSIONS.join(', ')}, count(*) AS issued, count(*) FILTER (within AND wait IS NOT NULL) AS within, count(*) FILTER (NOT within AND abandon IS NOT NULL) AS left_late,
  ${MEASURES.map(spread).join(', ')} FROM ticket GROUP BY GROUPING SETS ((), ${DIMENSIONS.map((name) => `(${name})`).join(', ')})`;

let connection: Connection | undefined;

async function prepare({ tickets }: { tickets: number }): Promise<boolean> {
  let duckdb: DuckDb;
  try {
    duckdb = createRequire(import.meta.url)('@duckdb/node-api') as DuckDb;
  } catch {
    return false; // not installed
  }
  connection = await (await duckdb.DuckDBInstance.create(':memory:')).connect();
  await connection.run(`CREATE TABLE ticket (${DIMENSIONS.map((name) => `${name} ${'VARCHAR'}`).join(', ')}, wait INTEGER, walk INTEGER, serving INTEGER, abandon INTEGER, within BOOLEAN)`);
  const appender = await connection.createAppender('ticket');
  for (const { service, counter, staff, zone, hour, within, ...lengths } of factsOf(tickets)) {
    for (const text of [service, counter, staff, zone, hour]) appender.appendVarchar(text);
    for (const length of [lengths.waitMs, lengths.walkMs, lengths.serviceMs, lengths.abandonMs]) {
      if (length === null) appender.appendNull();
      else appender.appendInteger(length);
    }
    appender.appendBoolean(within);
    appender.endRow();
  }
  appender.closeSync();
  // dimensions as small numbers, as a warehouse would have them
  await connection.run(`CREATE TABLE coded AS SELECT ${DIMENSIONS.map((name) => `(dense_rank() OVER (ORDER BY ${name}))::USMALLINT AS ${name}`).join(', ')}, wait, walk, serving, abandon, within FROM ticket`);
  await connection.run('DROP TABLE ticket');
  await connection.run('ALTER TABLE coded RENAME TO ticket');
  return true;
}

async function run(_: null): Promise<{ seconds: number; groups: number; hall: { p90: number; mean: number } }> {
  const begin = performance.now();
  const rows = (await connection!.runAndReadAll(TABLE)).getRowObjectsJson();
  const seconds = (performance.now() - begin) / 1000;
  const hall = rows.find((row) => DIMENSIONS.every((name) => row[name] === null))!;
  return { seconds, groups: rows.length, hall: { p90: Number((hall['q0'] as unknown[])[1]), mean: Number(hall['mean0']) } };
}

const handlers = { prepare, run };
export type DuckDbBaseline = typeof handlers;
serve(handlers);
