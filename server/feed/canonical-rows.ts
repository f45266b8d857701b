/** Canonical JSON (RFC 8785) of a hall's rows, as W3 hashes it. A row is never written to (W1): its text is made once, not every ten seconds. */
import canonicalize from 'canonicalize';
import type { Rows } from '../../shared/rows/rows.js';
import { tables, type Table } from '../../shared/rows/tables.js';

/** So many rows make a piece. */
const PIECE = 500;

const texts = new WeakMap<object, string>();

export function canonicalText(row: object): string {
  let text = texts.get(row);
  if (text === undefined) texts.set(row, (text = canonicalize(row) ?? ''));
  return text;
}

/** A table's rows. */
export type Taken = readonly [table: string, rows: [id: string, row: object][]];

/** The rows as they are now, whatever becomes of them. */
export function takeRows(held: Readonly<Record<Table, Iterable<[id: string, row: object]>>>): Taken[] {
  return [...tables].sort().map((table) => [table, [...held[table]]] as const);
}

export function sortRows(taken: Taken[]): void {
  for (const [, rows] of taken) rows.sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Their text, piece by piece. */
export function* piecesOf(taken: Taken[], textOf: (row: object) => string): Generator<string, void> {
  let comma = '{';
  for (const [table, rows] of taken) {
    yield `${comma}${JSON.stringify(table)}:{`;
    for (let from = 0; from < rows.length; from += PIECE) {
      yield (from > 0 ? ',' : '') + rows.slice(from, from + PIECE).map(([id, row]) => `${JSON.stringify(id)}:${textOf(row)}`).join(',');
    }
    yield '}';
    comma = ',';
  }
  yield '}';
}

export function canonicalRows(rows: Rows): string {
  const taken = takeRows(Object.fromEntries(tables.map((table) => [table, Object.entries(rows[table])])) as Record<Table, [string, object][]>);
  sortRows(taken);
  return [...piecesOf(taken, canonicalText)].join('');
}
