import { meanMinutes } from '../hall/format';
const line = (name, style, values) => ({ name, style, values, over: false });
/** How many people waited at the end of each quarter of an hour and, where it is known, how many counters were open. */
export function waitingCurve(points, open, t) {
    const lines = [line(t.peopleWaiting, 'area', points.map((point) => point.waiting))];
    if (open.size > 0)
        lines.push(line(t.openCounters, 'thin', points.map((point) => open.get(point.startAt) ?? null)));
    return { kind: 'curve', labels: points.map((point) => point.label), lines, limits: { values: [], name: '' }, atLeast: 4 };
}
/** More lines than these would hide the curve. */
const MOST_LIMITS = 3;
/** How long those waited who were called in each quarter, against the limits that the queues promise. */
export function waitCurve(points, limitsMs, t) {
    const limits = limitsMs.slice(0, MOST_LIMITS).flatMap((limit) => meanMinutes(limit) ?? []);
    const p90 = newestOf(points.map((point) => point.p90));
    return {
        kind: 'curve',
        labels: points.map((point) => point.label),
        lines: [
            // Where queues promise different limits, only what is past all of them is past its own for certain.
            { ...line(t.p90, 'strong', points.map((point) => point.p90)), over: p90 !== null && limits.length > 0 && p90 > Math.max(...limits) },
            line(t.p50, 'thin', points.map((point) => point.p50)),
        ],
        limits: { values: limits, name: t.limit },
        atLeast: 5,
    };
}
/** The newest value that was measured. */
export function newestOf(values) {
    return values.findLast((value) => value !== null) ?? null;
}
//# sourceMappingURL=curves.js.map