import { CALM, worse } from './counter-alerts';
import { minutes, UNKNOWN } from './format';
import { natural } from './natural';
import { waitAt } from './queues';
/**
 * The place of every counter in the field: by id within its zone, zones by their first counter, those without a zone last;
 * never by anything that changes during the day, for people find a counter by where it stands.
 */
export function zonesOf(counters) {
    const zones = new Map();
    for (const id of Object.keys(counters).sort(natural)) {
        const name = counters[id]?.zone ?? '';
        const zone = zones.get(name) ?? { name, ids: [] };
        zone.ids.push(id);
        zones.set(name, zone);
    }
    const nameless = zones.get('');
    zones.delete('');
    return nameless ? [...zones.values(), nameless] : [...zones.values()];
}
/** Whom a zone serves and how long they wait, each queue counted once however many counters serve it. */
export function zoneSummary(zone, { counters, figures }, around) {
    const rows = zone.ids.flatMap((id) => counters[id] ?? []);
    const queue = waitAt(new Set(rows.flatMap((row) => row.serviceIds)), around.queues);
    const stale = (queue?.stale ?? false) || zone.ids.every((id) => around.staleIds.has(id));
    const known = stale ? null : queue;
    const { severity, held } = zone.ids.reduce((worst, id) => worse(worst, around.standings.get(id) ?? CALM), CALM);
    return {
        inUse: rows.filter((row) => row.state !== 'closed').length,
        waiting: known ? String(known.waiting) : UNKNOWN,
        wait: known ? minutes(known.waitMs) : UNKNOWN,
        p90: p90Of(figures[`zone:${zone.name}`]),
        severity,
        held,
        stale,
    };
}
function p90Of(row) {
    const p90 = row && 'waitMs' in row ? row.waitMs.p90 : null;
    return p90 === null ? '' : minutes(p90);
}
//# sourceMappingURL=zones.js.map