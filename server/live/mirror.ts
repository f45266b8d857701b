/**
 * The rows as they were last shown, and the one place where deltas 增量 are made: what came out different is put, what is
 * gone is removed, and a row that came out the same is silence on the wire.
 */
import { randomUUID } from 'node:crypto';
import { mergeDeltas, type Change } from '../../shared/messages/delta.js';
import { formatInstant } from '../../shared/instant.js';
import type { Delta } from '../../shared/messages/messages.js';
import type { Rows } from '../../shared/rows/rows.js';
import { tables, type Table } from '../../shared/rows/tables.js';
import type { Hall } from '../domain/hall/hall.js';
import { makeRows } from '../domain/hall/make-rows.js';

/** The rows by table and id. A map of a hundred thousand is copied in milliseconds, an object of as many properties in half a second. */
export type Held = Readonly<Record<Table, ReadonlyMap<string, object>>>;

export class Mirror {
  readonly epoch = randomUUID();
  readonly held = Object.fromEntries(tables.map((table) => [table, new Map<string, object>()])) as Record<Table, Map<string, object>>;
  seq = 0;
  private pending: Change | null = null;

  get rows(): Rows {
    return Object.fromEntries(tables.map((table) => [table, Object.fromEntries(this.held[table])])) as Rows;
  }

  /** Brings the rows up to the hall; what changed waits for the next delta. */
  settle(hall: Hall): void {
    const { all, made } = makeRows(hall);
    const change: Change = { put: {}, remove: {} };
    let changed = false;
    for (const [table, id, row] of made) {
      const before = this.held[table].get(id);
      if (row === null ? before === undefined : before !== undefined && same(before, row)) continue;
      changed = true;
      if (row === null) {
        this.held[table].delete(id);
        (change.remove[table] ??= []).push(id);
      } else {
        this.held[table].set(id, row);
        ((change.put[table] ??= {}) as Record<string, object>)[id] = row;
      }
    }
    if (all) changed = this.dropOthers(new Set(made.map(([table, id]) => `${table} ${id}`)), change) || changed;
    if (changed) this.pending = this.pending ? mergeDeltas(this.pending, change) : change;
  }

  private dropOthers(made: Set<string>, change: Change): boolean {
    let dropped = false;
    for (const table of tables) {
      for (const id of this.held[table].keys()) {
        if (made.has(`${table} ${id}`)) continue;
        this.held[table].delete(id);
        (change.remove[table] ??= []).push(id);
        dropped = true;
      }
    }
    return dropped;
  }

  /** The delta since the last one, null when nothing changed; of very many changes, the first. */
  next(hall: Hall): Delta | null {
    this.settle(hall);
    if (!this.pending) return null;
    const { put, remove } = this.pending;
    this.pending = null;
    return { hallId: hall.id, epoch: this.epoch, prev: this.seq, seq: ++this.seq, at: formatInstant(hall.now), put, remove };
  }
}

/** Rows are flat or nearly so: JSON values without cycles. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  if (keys.length !== Object.keys(right).length) return false;
  return keys.every((key) => key === 'countedAt' || same(left[key], right[key]));
}
