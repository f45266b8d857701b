import { minutes } from './format';
/** More new breaches than these in ten minutes nobody reads one by one (ISA-18.2's flood). */
const MOST = 10;
const WITHIN_MS = 10 * 60_000;
export function isFlood(alerts, now) {
    const fresh = alerts.filter(({ severity, raisedAt }) => severity === 'breach' && now !== null && now - raisedAt < WITHIN_MS);
    return fresh.length > MOST;
}
/** In the order of the list: a group stands where the first of its alerts stood. */
export function groupsOf(alerts, now) {
    const groups = new Map();
    for (const alert of alerts) {
        if (alert.resolved)
            continue;
        const id = `${alert.severity} ${alert.kind} ${alert.place}`;
        groups.set(id, [...(groups.get(id) ?? []), alert]);
    }
    return [...groups].map(([id, members]) => groupOf(id, members, now));
}
function groupOf(id, members, now) {
    const { kind, severity, place } = members[0];
    const since = Math.min(...members.map(({ sinceAt }) => sinceAt ?? Infinity));
    const longest = now === null || since === Infinity ? '' : minutes(now - since);
    return { id, kind, severity, place, count: members.length, longest, acknowledged: members.every((alert) => alert.acknowledged) };
}
//# sourceMappingURL=flood.js.map