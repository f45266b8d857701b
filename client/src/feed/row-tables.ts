import { signal, type WritableSignal } from '@angular/core';
import { applyDelta, type Change } from '../../../shared/messages/delta.js';
import { hashRows } from '../../../shared/messages/hash.js';
import type { Rows } from '../../../shared/rows/rows.js';
import { emptyRows, tables, type Table } from '../../../shared/rows/tables.js';

type TableSignals = { readonly [T in Table]: WritableSignal<Rows[T]> };

/**
 * The rows a screen holds, one signal a table. Rows are never written to, only replaced: an untouched row keeps its
 * identity, and what is computed from it need not be computed again.
 */
export class RowTables {
  private rows: Rows = emptyRows();
  readonly signals: TableSignals = {
    hall: signal({}),
    services: signal({}),
    counters: signal({}),
    tickets: signal({}),
    alerts: signal({}),
    sources: signal({}),
    figures: signal({}),
  };

  replace(rows: Rows): void {
    this.rows = { ...emptyRows(), ...rows };
    this.show(tables);
  }

  apply(change: Change): void {
    applyDelta(this.rows, change);
    this.show(tables.filter((table) => change.put[table] || change.remove[table]));
  }

  hash(): string {
    return hashRows(this.rows);
  }

  /** A table is shown as a fresh object, so that a signal which passes it on is seen to have changed. */
  private show(touched: readonly Table[]): void {
    for (const table of touched) {
      const shown = this.signals[table] as WritableSignal<Rows[Table]>;
      shown.set({ ...this.rows[table] });
    }
  }
}
