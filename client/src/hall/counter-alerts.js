/** Where no alert stands. */
export const CALM = { severity: 'none', held: false, owner: '', raisedAt: 0 };
const RANK = { none: 0, warning: 1, breach: 2 };
/** A breach before a warning, one that nobody has acknowledged before one in hand, the older before the newer. */
export function worse(a, b) {
    const order = RANK[b.severity] - RANK[a.severity] || Number(a.held) - Number(b.held) || a.raisedAt - b.raisedAt;
    return order <= 0 ? a : b;
}
/** The standing of every service that has one: the worst of the alerts which name it. */
export function serviceAlerts(alerts) {
    return worstBy(alerts, (alert) => alert.serviceId);
}
/**
 * The standing of every counter that has one. An alert at a counter is that counter's; any other of a service concerns every
 * counter in use that serves it. A closed counter owes nobody anything.
 */
export function counterAlerts(alerts, counters) {
    const own = worstBy(alerts, counterOf);
    const shared = worstBy(alerts, (alert) => (counterOf(alert) === null ? alert.serviceId : null));
    const found = new Map();
    for (const [id, row] of Object.entries(counters)) {
        if (row.state === 'closed')
            continue;
        const standing = row.serviceIds.reduce((worst, service) => worse(worst, shared.get(service) ?? CALM), own.get(id) ?? CALM);
        if (standing !== CALM)
            found.set(id, standing);
    }
    return found;
}
function counterOf({ counterId, subject }) {
    return subject.kind === 'counter' ? subject.id : counterId;
}
function worstBy(alerts, placeOf) {
    const worst = new Map();
    for (const alert of Object.values(alerts)) {
        const place = placeOf(alert);
        if (place !== null && alert.resolvedAt === null)
            worst.set(place, worse(standingOf(alert), worst.get(place) ?? CALM));
    }
    return worst;
}
function standingOf({ severity, acknowledgedAt, acknowledgedBy, assignedTo, raisedAt }) {
    return { severity, held: acknowledgedAt !== null, owner: assignedTo ?? acknowledgedBy ?? '', raisedAt };
}
/** More at once would be a flicker that points nowhere. */
const MOST_MOVING = 5;
/**
 * Counters whose tile stands inverted just now: a new breach inverts it twice, for a second each, and then holds still. What
 * was raised while this screen was not there to see it moves nothing.
 */
export function invertedCounters(standings, { now, speed, since }) {
    const inverted = new Set();
    for (const [id, { severity, held, raisedAt }] of standings) {
        const second = Math.floor((now - raisedAt) / (1000 * speed));
        if (severity === 'breach' && !held && raisedAt > since && (second === 1 || second === 3))
            inverted.add(id);
    }
    return inverted.size <= MOST_MOVING ? inverted : new Set();
}
//# sourceMappingURL=counter-alerts.js.map