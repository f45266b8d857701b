export const RECONNECTING_AFTER_MS = 3_000;
export const LOST_AFTER_MS = 10_000;
/** A beat comes every second, so silence means a cut line or a dead server and never a quiet hall. */
export function freshnessOf({ refused, held, silenceMs }) {
    if (refused)
        return 'refused';
    if (!held)
        return 'connecting';
    if (silenceMs >= LOST_AFTER_MS)
        return 'lost';
    return silenceMs >= RECONNECTING_AFTER_MS ? 'reconnecting' : 'live';
}
//# sourceMappingURL=freshness.js.map