import { minutes, percent, UNKNOWN } from '../hall/format';
export function hallCells(now, t) {
    const { totals, figures, missing, boards } = now;
    const cell = (of, label, value) => ({ of, label, value, target: '', severity: 'none' });
    const serving = boards ? UNKNOWN : `${totals.serving}/${totals.inUse}`;
    return [
        cell('waiting', t.peopleWaiting, missing.queues ? UNKNOWN : String(totals.waiting)),
        longestCell(now, t),
        cell('serving', t.cityServingShort, missing.counters ? UNKNOWN : serving),
        cell('inTime', t.cityInTime, percent(figures?.serviceLevel.share ?? null)),
        { ...cell('alerts', t.cityOpenAlerts, String(notTaken(now.alerts))), severity: worstOpen(now.alerts) },
    ];
}
/** Coloured while a breach of its own queue's limit stands. */
function longestCell({ longest, alerts, missing }, t) {
    const known = missing.queues === 0 ? longest : null;
    const breached = standing(alerts).some(({ kind, severity, serviceId }) => kind === 'ticket.wait' && severity === 'breach' && serviceId === known?.id);
    return {
        of: 'longest',
        label: t.cityLongestShort,
        value: known ? t.alertValue(minutes(known.waitMs), 'ticket.wait') : UNKNOWN,
        target: known?.limitMs ? t.atMost(minutes(known.limitMs)) : '',
        severity: breached ? 'breach' : 'none',
    };
}
function standing(alerts) {
    return alerts.filter((alert) => !alert.resolved);
}
function notTaken(alerts) {
    return standing(alerts).filter(({ acknowledged }) => !acknowledged).length;
}
/** How bad the hall stands: its worst alert that has not been resolved. */
export function worstOpen(alerts) {
    const open = standing(alerts);
    if (open.some(({ severity }) => severity === 'breach'))
        return 'breach';
    return open.length > 0 ? 'warning' : 'none';
}
//# sourceMappingURL=hall-cells.js.map