import type { Rows } from '../rows/rows.js';
import { tables } from '../rows/tables.js';
import type { Delta } from './messages.js';

export type Change = Pick<Delta, 'put' | 'remove'>;

/** W1: puts and removes rows in place; nothing else is ever done to a screen's rows. Rows are never written to, only replaced. */
export function applyDelta(rows: Rows, change: Change): void {
  for (const table of tables) {
    const target = rows[table] as Record<string, unknown>;
    const put = change.put[table];
    if (put) for (const id of Object.keys(put)) target[id] = put[id];
    for (const id of change.remove[table] ?? []) delete target[id];
  }
}

/** W2: one change that does what `first` and then `second` do. */
export function mergeDeltas(first: Change, second: Change): Change {
  const merged: Change = { put: {}, remove: {} };
  for (const table of tables) {
    const put: Record<string, unknown> = { ...first.put[table] };
    const removed = new Set(first.remove[table]);
    for (const id of second.remove[table] ?? []) {
      delete put[id];
      removed.add(id);
    }
    for (const [id, row] of Object.entries(second.put[table] ?? {})) {
      put[id] = row;
      removed.delete(id);
    }
    if (Object.keys(put).length) Object.assign(merged.put, { [table]: put });
    if (removed.size) merged.remove[table] = [...removed];
  }
  return merged;
}
