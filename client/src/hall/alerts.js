import { minutes, whole } from './format';
/** Kinds whose value is a count, a level or a mean; every other one with a beginning is a length that runs on. */
const COUNTED = new Set(['queue.length', 'hall.crowding', 'counters.open', 'ticket.transfers', 'rating.bad', 'rating.mean']);
export function alertsOf(alerts, around) {
    return worstOfEach(alerts).map(([id, row]) => alertOf(id, row, around));
}
/** One a subject and clause, ranked. */
function worstOfEach(alerts) {
    const worst = new Map();
    for (const entry of Object.entries(alerts).sort(rank)) {
        const { clauseId, subject } = entry[1];
        const key = `${clauseId} ${subject.kind} ${subject.id}`;
        if (!worst.has(key))
            worst.set(key, entry);
    }
    return [...worst.values()];
}
/** Standing before resolved, breach before warning, nobody's before somebody's, then the oldest. */
function rank([a, left], [b, right]) {
    const weight = (row) => (row.resolvedAt === null ? 0 : 4) + (row.severity === 'breach' ? 0 : 2) + (ownerOf(row) === '' ? 0 : 1);
    return weight(left) - weight(right) || left.raisedAt - right.raisedAt || (a < b ? -1 : 1);
}
function ownerOf(row) {
    return row.assignedTo ?? row.acknowledgedBy ?? '';
}
function alertOf(id, row, { now, counters, queues, places, staleIds, lost }) {
    const { kind, severity, label, serviceId, counterId, sinceAt, raisedAt, resolvedAt } = row;
    const end = resolvedAt ?? now;
    const queue = queues.get(serviceId ?? '');
    const service = queue?.name ?? '';
    return {
        id, kind, severity, label, service, serviceId, sinceAt, raisedAt,
        place: counters[counterId ?? '']?.zone ?? places.get(serviceId ?? '') ?? service,
        value: valueOf(row, end),
        limit: row.limit === null ? '' : amount(row, row.limit),
        age: minutes(end === null ? null : end - raisedAt),
        owner: ownerOf(row),
        acknowledged: row.acknowledgedAt !== null,
        resolved: resolvedAt !== null,
        missed: lost.from !== null && raisedAt > lost.from && raisedAt <= (lost.to ?? Infinity),
        stale: staleIds.has(counterId ?? '') || queue?.stale === true,
    };
}
function isLength({ kind, sinceAt }) {
    return sinceAt !== null && !COUNTED.has(kind);
}
function valueOf(row, end) {
    if (isLength(row) && end !== null && row.sinceAt !== null)
        return minutes(end - row.sinceAt);
    return row.value === null ? '' : amount(row, row.value);
}
function amount(row, value) {
    return isLength(row) ? minutes(value) : whole(Math.round(value * 10) / 10);
}
/** Where each service is given: the zone of the counters that serve it, if they all stand in one. */
export function placesOf(counters) {
    const zones = new Map();
    for (const { zone, serviceIds } of Object.values(counters)) {
        for (const id of serviceIds)
            zones.set(id, (zones.get(id) ?? new Set()).add(zone ?? ''));
    }
    const one = [...zones].flatMap(([id, names]) => (names.size === 1 && !names.has('') ? [[id, [...names][0]]] : []));
    return new Map(one);
}
//# sourceMappingURL=alerts.js.map