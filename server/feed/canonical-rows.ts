/** Canonical JSON (RFC 8785) of a hall's rows, as W3 hashes it. A row is never written to (W1): its text is made once, not every ten seconds. */
import canonicalize from 'canonicalize';
import type { Rows } from '../../shared/rows/rows.js';
import { tables } from '../../shared/rows/tables.js';

/** So many rows make a piece. */
const PIECE = 500;

const texts = new WeakMap<object, string>();

function textOf(row: object): string {
  let text = texts.get(row);
  if (text === undefined) texts.set(row, (text = canonicalize(row) ?? ''));
  return text;
}

/** What the rows were when they were taken, whatever becomes of them: their text is made piece by piece. `sorted`: as it is hashed. */
export function piecesOf(rows: Rows, sorted = true): Generator<string> {
  const taken = [...tables].sort().map((table) => {
    const held = rows[table] as Record<string, object>;
    return [table, sorted ? Object.keys(held).sort().map((id): [string, object] => [id, held[id]!]) : Object.entries(held)] as const;
  });
  return pieces(taken);
}

function* pieces(taken: (readonly [table: string, rows: [id: string, row: object][]])[]): Generator<string> {
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
  return [...piecesOf(rows)].join('');
}
