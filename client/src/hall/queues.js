import { CALM } from './counter-alerts';
import { natural } from './natural';
const NOTHING_ELSE = { standings: new Map(), deadSources: new Set() };
/** Every queue, always in the same order. */
export function queuesOf(services, now, { standings, deadSources } = NOTHING_ELSE) {
    return Object.keys(services).sort(natural).map((id) => {
        const row = services[id];
        return {
            id,
            name: row.name,
            waiting: row.waiting,
            waitMs: waitOf(row, now),
            limitMs: row.waitLimitMs,
            severity: (standings.get(id) ?? CALM).severity,
            openCounters: row.openCounters,
            lastNumber: row.lastNumber,
            observed: row.observed,
            stale: row.sourceIds.some((source) => deadSources.has(source)),
        };
    });
}
function waitOf(row, now) {
    if (row.oldestIssuedAt === null || now === null)
        return null;
    return Math.max(0, now - row.oldestIssuedAt);
}
/** The queue whose oldest ticket has waited longest, if anyone waits. */
export function longestWait(queues) {
    let longest = null;
    for (const queue of queues)
        if (queue.waitMs !== null && queue.waitMs > (longest?.waitMs ?? -1))
            longest = queue;
    return longest;
}
/** Of some queues together: how many wait and how long the first of them has; null where there is no queue at all. */
export function waitAt(serviceIds, queues) {
    const found = [...serviceIds].flatMap((id) => queues.get(id) ?? []);
    if (found.length === 0)
        return null;
    const waiting = found.reduce((sum, queue) => sum + queue.waiting, 0);
    return { waiting, waitMs: waiting === 0 ? 0 : (longestWait(found)?.waitMs ?? null), stale: found.some((queue) => queue.stale) };
}
/** A hall that only publishes boards: queues are read off a display and no counter is known. */
export function isObserved(services, counters) {
    const rows = Object.values(services);
    return rows.length > 0 && Object.keys(counters).length === 0 && rows.every((row) => row.observed);
}
/** The limits that queues of the hall promise, each once, the strictest first. */
export function limitsOf(services) {
    const limits = Object.values(services).flatMap((row) => row.waitLimitMs ?? []);
    return [...new Set(limits)].sort((a, b) => a - b);
}
//# sourceMappingURL=queues.js.map