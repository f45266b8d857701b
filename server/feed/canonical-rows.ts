/** Canonical JSON (RFC 8785) of a hall's rows, as W3 hashes it. A row is never written to (W1): its text is made once, not every ten seconds. */
import canonicalize from 'canonicalize';
import type { Rows } from '../../shared/rows/rows.js';
import { tables } from '../../shared/rows/tables.js';

const texts = new WeakMap<object, string>();

function textOf(row: object): string {
  let text = texts.get(row);
  if (text === undefined) texts.set(row, (text = canonicalize(row) ?? ''));
  return text;
}

function object(entries: [name: string, text: string][]): string {
  return `{${entries.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`;
}

export function canonicalRows(rows: Rows): string {
  return object([...tables].sort().map((table) => {
    const held = rows[table] as Record<string, object>;
    return [table, object(Object.keys(held).sort().map((id) => [id, textOf(held[id]!)]))];
  }));
}
