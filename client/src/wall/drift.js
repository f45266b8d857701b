const PATH_MS = 20 * 60_000;
/** How far the picture goes to each side, in px of 1080 lines: 8 px from end to end. */
const REACH = 4;
/** The whole wall goes round a small circle, a pixel at a time. */
export function driftAt(elapsedMs) {
    const angle = (2 * Math.PI * elapsedMs) / PATH_MS;
    return { x: whole(REACH * Math.sin(angle)), y: whole(REACH * Math.cos(angle)) };
}
/** Rounds without the negative nought, which would pass for a change. */
function whole(value) {
    return Math.round(value) + 0;
}
/** Two paths that meet again only after days. */
const ROAM_MS = { x: 37 * 60_000, y: 23 * 60_000 };
/** What is left of the wall after hours wanders over the whole screen: shares of the room that is free beside it. */
export function roamAt(elapsedMs) {
    const share = (pathMs) => Math.round((0.5 + 0.5 * Math.sin((2 * Math.PI * elapsedMs) / pathMs)) * 1_000) / 1_000;
    return { x: share(ROAM_MS.x), y: share(ROAM_MS.y) };
}
//# sourceMappingURL=drift.js.map