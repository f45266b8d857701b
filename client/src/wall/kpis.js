import { minutes, percent, timeOfDay, UNKNOWN, whole } from '../hall/format';
function kpi(label, value, more = {}) {
    return { label, value, target: '', note: '', severity: 'none', ...more };
}
/** What a dead source has a part in is not known: no figure, but how many are missing. */
function unlessMissing(missing, known, t) {
    return missing === 0 ? known : kpi(known.label, UNKNOWN, { target: known.target, note: t.sourcesMissing(missing) });
}
/** A hall of counters: serving, waiting, longest wait, service level, satisfaction, breaches nobody has taken yet. */
export function counterKpis(now, t) {
    const { totals, figures, targets, missing } = now;
    const { serviceLevel, rating, tickets } = figures ?? {};
    const serving = kpi(t.countersServing, String(totals.serving), { target: t.inAll(totals.counters), note: t.inUse(totals.inUse) });
    const waiting = kpi(t.peopleWaiting, String(totals.waiting), { note: tickets ? t.servedToday(tickets.served) : '' });
    const inTime = rateKpi(t.serviceLevel, serviceLevel?.share ?? null, targets.serviceLevel);
    const satisfied = rateKpi(t.satisfaction, rating?.satisfiedShare ?? null, targets.satisfaction);
    return [
        unlessMissing(missing.counters, serving, t),
        unlessMissing(missing.queues, waiting, t),
        unlessMissing(missing.queues, waitKpi(now, t), t),
        { ...inTime, note: serviceLevel ? t.withinOf(serviceLevel.within, serviceLevel.of) : '' },
        { ...satisfied, note: rating ? t.ratings(rating.given) : '' },
        alertsKpi(now, t),
    ];
}
/** The longest wait stands beside its own queue's limit, and is coloured while a breach of that limit stands. */
function waitKpi({ longest, alerts }, t) {
    if (!longest)
        return kpi(t.longestWait, UNKNOWN, { note: t.nobodyWaits });
    const { id, name, waitMs, limitMs } = longest;
    const breached = alerts.some((alert) => alert.kind === 'ticket.wait' && alert.severity === 'breach' && !alert.resolved && alert.serviceId === id);
    const target = limitMs === null ? '' : t.atMost(minutes(limitMs));
    return kpi(t.longestWait, minutes(waitMs), { target, note: t.longestOf(name), severity: breached ? 'breach' : 'none' });
}
/** A share of the day is no alarm: below its target it is only marked. */
function rateKpi(label, share, target) {
    const below = share !== null && target !== null && share < target;
    return kpi(label, percent(share), { target: target === null ? '' : `≥${percent(target)}`, severity: below ? 'warning' : 'none' });
}
function alertsKpi({ alerts, flood }, t) {
    const standing = alerts.filter((alert) => !alert.resolved);
    const open = standing.filter((alert) => alert.severity === 'breach' && !alert.acknowledged).length;
    const warnings = standing.filter((alert) => alert.severity === 'warning').length;
    const acknowledged = standing.filter((alert) => alert.acknowledged).length;
    const note = standing.length === open ? '' : t.alertCounts(warnings, acknowledged);
    return kpi(flood ? t.alertFlood : t.openBreaches, String(open), { note, severity: open > 0 ? 'breach' : 'none' });
}
/** A hall of boards knows lengths and no waits: it is not shown figures that nobody measured. */
export function boardKpis({ boards, timezone, missing }, t) {
    const { longest, peak } = boards;
    const now = [
        kpi(t.peopleWaiting, String(boards.waiting)),
        kpi(t.longestQueue, whole(longest?.waiting ?? 0), { note: longest?.name ?? t.none }),
        kpi(t.busyQueues, String(boards.busy), { note: t.ofQueues(boards.queues) }),
        kpi(t.openDesks, String(boards.openCounters), { note: t.openDesksNote }),
    ];
    const today = kpi(t.peakToday, whole(peak?.waiting), { note: peak ? timeOfDay(peak.startAt, timezone) : '' });
    return [...now.map((known) => unlessMissing(missing, known, t)), today];
}
//# sourceMappingURL=kpis.js.map