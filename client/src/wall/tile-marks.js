/** The shapes that stand on a tile: what can no longer be trusted, and how bad it stands; hollow once somebody has it in hand. */
export function marksOf({ severity, held, stale }) {
    return [...(stale ? [{ name: 'stale', hollow: false }] : []), ...(severity === 'none' ? [] : [{ name: severity, hollow: held }])];
}
/** The same as classes: only a breach that nobody has in hand fills its tile, and none of which it is not known how it stands now. */
export function looksOf({ severity, held, stale }) {
    const filled = severity === 'breach' && !held && !stale;
    return [severity, held ? 'held' : '', stale ? 'stale' : '', filled ? 'filled' : ''].filter((look) => look !== '' && look !== 'none');
}
/** Hours bring their own unit, and a dash has none. */
export function isMinutes(wait) {
    return /^\d+$/.test(wait);
}
//# sourceMappingURL=tile-marks.js.map