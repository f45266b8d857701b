/**
 * Whether the hall is shut and empty, so that the wall may rest; null while anyone waits or is served. Past its next opening
 * only the server can say how it stands, and a wall that has not heard of it does not claim to know.
 */
export function shutOf(hall, { waiting, serving }, now) {
    if (hall?.state !== 'closed' || waiting > 0 || serving > 0 || now === null)
        return null;
    const { opensAt, nextOpensAt, closesAt } = hall;
    if (nextOpensAt !== null && now >= nextOpensAt)
        return null;
    if (opensAt !== null && now < opensAt)
        return 'before';
    return nextOpensAt !== null && closesAt !== null && nextOpensAt < closesAt ? 'between' : 'after';
}
const DAY_MS = 24 * 60 * 60_000;
/** How far off a day is from the hall's own: people say today and tomorrow, and name the rest. */
export function daysAway(at, hall) {
    const date = new Intl.DateTimeFormat('en-CA', { timeZone: hall.timezone, dateStyle: 'short' }).format(at);
    return Math.round((Date.parse(date) - Date.parse(hall.day)) / DAY_MS);
}
//# sourceMappingURL=opening.js.map