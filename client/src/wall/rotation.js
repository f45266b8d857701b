const FIRST_PAGE_MS = 60_000;
const HOLD_MS = 120_000;
export function nextTurn(last, { elapsedMs, breaches, live, readMs }) {
    const turn = last ?? { page: 1, since: elapsedMs, heldUntil: elapsedMs, known: breaches };
    const heldUntil = breaches.some((id) => !turn.known.includes(id)) ? elapsedMs + HOLD_MS : turn.heldUntil;
    if (breaches.length > 0 || !live)
        return { page: 1, since: elapsedMs, heldUntil, known: breaches };
    const stood = elapsedMs - turn.since;
    const turns = elapsedMs >= heldUntil && stood >= (turn.page === 1 ? FIRST_PAGE_MS : readMs);
    if (turns)
        return { page: turn.page === 1 ? 2 : 1, since: elapsedMs, heldUntil, known: breaches };
    return { ...turn, known: breaches };
}
const LEAST_READ_MS = 15_000;
const SIGNS_PER_SECOND = 1.8;
/** How long people need for a page: a Han character is one sign, and so is a Latin word or a figure. */
export function readingMs(text) {
    const signs = text.match(/\p{Script=Han}|[\p{Script=Latin}\d.,:%/–-]+/gu)?.length ?? 0;
    return Math.max(LEAST_READ_MS, Math.ceil(signs / SIGNS_PER_SECOND) * 1_000);
}
//# sourceMappingURL=rotation.js.map