/** Figures as people read them. What is not known is a dash, never a nought. */
export const UNKNOWN = '—';
const MINUTE_MS = 60_000;
/** From here on a wait is told in hours: four digits of minutes neither fit a tile nor tell anything. */
const HOURS_FROM_MINUTES = 600;
/** Whole minutes, rounded down: a limit of 15 is passed when 15 shows, not before. */
export function minutes(lengthMs) {
    if (lengthMs === null)
        return UNKNOWN;
    const whole = Math.floor(Math.max(0, lengthMs) / MINUTE_MS);
    return whole < HOURS_FROM_MINUTES ? String(whole) : `${Math.floor(whole / 60)}h`;
}
/** Minutes as a curve draws them, to a tenth. */
export function meanMinutes(lengthMs) {
    return lengthMs === null ? null : Math.round((lengthMs / MINUTE_MS) * 10) / 10;
}
/** 0.942 as 94.2%; a full share stays 100%, and 99.96 % is not rounded up to it. */
export function percent(share) {
    if (share === null)
        return UNKNOWN;
    const tenths = Math.floor(share * 1000 + 1e-9) / 10;
    return `${Number.isInteger(tenths) ? tenths : tenths.toFixed(1)}%`;
}
export function whole(count) {
    return count === null || count === undefined ? UNKNOWN : String(count);
}
/** 0:42 of a silence as 00:42; hours stand in front from the first one on. */
export function stopwatch(lengthMs) {
    const seconds = Math.floor(Math.max(0, lengthMs) / 1000);
    const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const tail = `${pad(m)}:${pad(s)}`;
    return h > 0 ? `${h}:${tail}` : tail;
}
function pad(n) {
    return String(n).padStart(2, '0');
}
const formats = new Map();
/** Making a format costs a millisecond, using one a microsecond. */
function formatOf(timezone, withSeconds) {
    const name = `${timezone} ${withSeconds}`;
    const kept = formats.get(name);
    if (kept)
        return kept;
    const made = new Intl.DateTimeFormat('en-GB', {
        timeZone: timezone,
        hourCycle: 'h23',
        hour: '2-digit',
        minute: '2-digit',
        ...(withSeconds ? { second: '2-digit' } : {}),
    });
    formats.set(name, made);
    return made;
}
/** The instant as the hall's wall clock shows it, 10:42. */
export function timeOfDay(at, timezone) {
    return at === null ? UNKNOWN : formatOf(timezone, false).format(at);
}
/** The same with seconds, 10:42:07. */
export function timeWithSeconds(at, timezone) {
    return at === null ? UNKNOWN : formatOf(timezone, true).format(at);
}
//# sourceMappingURL=format.js.map