import { signal } from '@angular/core';
import { applyDelta } from '../../../shared/messages/delta.js';
import { hashRows } from '../../../shared/messages/hash.js';
import { emptyRows, tables } from '../../../shared/rows/rows.js';
/**
 * The rows a screen holds, one signal a table. Rows are never written to, only replaced: an untouched row keeps its
 * identity, and what is computed from it need not be computed again.
 */
export class RowTables {
    rows = emptyRows();
    signals = {
        hall: signal({}),
        services: signal({}),
        counters: signal({}),
        tickets: signal({}),
        alerts: signal({}),
        sources: signal({}),
        figures: signal({}),
    };
    replace(rows) {
        this.rows = { ...emptyRows(), ...rows };
        this.show(tables);
    }
    apply(change) {
        applyDelta(this.rows, change);
        this.show(tables.filter((table) => change.put[table] || change.remove[table]));
    }
    hash() {
        return hashRows(this.rows);
    }
    /** A table is shown as a fresh object, so that a signal which passes it on is seen to have changed. */
    show(touched) {
        for (const table of touched) {
            const shown = this.signals[table];
            shown.set({ ...this.rows[table] });
        }
    }
}
//# sourceMappingURL=row-tables.js.map