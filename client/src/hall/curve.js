import { meanMinutes, timeOfDay } from './format';
const PREFIX = 'quarter:';
/** Today's quarters in the order of time. */
export function quartersOf(figures) {
    const points = [];
    for (const [id, row] of Object.entries(figures)) {
        if (id.startsWith(PREFIX) && 'waiting' in row)
            points.push(pointOf(id.slice(PREFIX.length), row));
    }
    return points.sort((a, b) => a.startAt - b.startAt);
}
function pointOf(label, row) {
    return { label, startAt: row.startAt, waiting: row.waiting, p50: meanMinutes(row.waitP50Ms), p90: meanMinutes(row.waitP90Ms) };
}
const QUARTER_MS = 15 * 60_000;
/** A closing time further off than a day is no closing time of today. */
const MOST_POINTS = 96;
/** The same with the empty quarters up to closing time: the curve grows into a day whose end is seen from the morning on. */
export function untilClosing(points, closesAt, timezone) {
    const all = [...points];
    for (let last = all.at(-1); last && closesAt !== null && all.length < MOST_POINTS; last = all.at(-1)) {
        const startAt = last.startAt + QUARTER_MS;
        if (startAt > closesAt)
            break;
        all.push({ label: timeOfDay(startAt, timezone), startAt, waiting: null, p50: null, p90: null });
    }
    return all;
}
//# sourceMappingURL=curve.js.map