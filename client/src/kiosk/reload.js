const MINUTE_MS = 60_000;
/** Whatever the cause: a page that has just come is no better for coming again, so nothing can turn in a loop. */
const STANDS_AT_LEAST_MS = 10 * MINUTE_MS;
const LOST_MS = 10 * MINUTE_MS;
const QUIET_MS = MINUTE_MS;
const OLD_MS = 12 * 60 * MINUTE_MS;
const HEAVY_BYTES = 300e6;
/** New pages wait for a quiet minute, at the latest for closing time; nobody is reading then. */
export function reloadDue({ upMs, heapBytes, silenceMs, closed, quietMs, outdated }) {
    if (upMs < STANDS_AT_LEAST_MS)
        return null;
    if (heapBytes !== null && heapBytes > HEAVY_BYTES)
        return 'heap';
    if (silenceMs >= LOST_MS)
        return 'lost';
    if (closed && upMs >= OLD_MS)
        return 'closing';
    return outdated && (closed || quietMs >= QUIET_MS) ? 'build' : null;
}
//# sourceMappingURL=reload.js.map