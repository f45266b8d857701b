import { natural } from './natural';
/** Of a hall with several zones its zones, of any other its queues: those beyond their mark first, then by name. */
export function waitBars(rows) {
    const zones = zoneServices(rows.counters);
    const told = [...zones.keys()].some((name) => rows.figures[`zone:${name}`]);
    const [of, places] = zones.size > 1 && told ? ['zones', zones] : ['queues', ownServices(rows.queues)];
    const bars = [...places].map(([key, serviceIds]) => barOf({ of, key, serviceIds: [...serviceIds] }, rows));
    return { of, bars: bars.sort((a, b) => Number(b.beyond) - Number(a.beyond) || natural(a.name, b.name)) };
}
function barOf({ of, key, serviceIds }, { queues, figures }) {
    const id = of === 'zones' ? `zone:${key}` : `service:${key}`;
    const row = figures[id];
    const p90Ms = row && 'waitMs' in row ? row.waitMs.p90 : null;
    const given = serviceIds.flatMap((service) => queues.get(service) ?? []);
    const limits = given.flatMap((queue) => queue.limitMs ?? []);
    const limitMs = limits.length > 0 ? Math.min(...limits) : null;
    return {
        id,
        name: of === 'zones' ? key : (queues.get(key)?.name ?? key),
        waiting: given.some((queue) => queue.stale) ? null : given.reduce((sum, queue) => sum + queue.waiting, 0),
        p90Ms,
        limitMs,
        beyond: p90Ms !== null && limitMs !== null && p90Ms > limitMs,
    };
}
function zoneServices(counters) {
    const zones = new Map();
    for (const { zone, serviceIds } of Object.values(counters)) {
        if (zone === null)
            continue;
        const ids = zones.get(zone) ?? new Set();
        for (const id of serviceIds)
            ids.add(id);
        zones.set(zone, ids);
    }
    return zones;
}
function ownServices(queues) {
    return new Map([...queues.keys()].map((id) => [id, new Set([id])]));
}
//# sourceMappingURL=zone-bars.js.map