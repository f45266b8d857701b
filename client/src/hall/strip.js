import { stripStates } from '../../../shared/rows/figures.js';
/** null before the first quarter of the day has ended. */
export function stripOf(row, zones) {
    if (!row || !('counters' in row))
        return null;
    const { startAt, counters } = row;
    const quarters = Math.max(0, ...Object.values(counters).map((letters) => letters.length));
    const lines = zones.flatMap(({ name, ids }) => ids.map((id) => ({ id, zone: name, states: statesOf(counters[id] ?? '', quarters) })));
    return quarters > 0 && lines.length > 0 ? { startAt, quarters, lines } : null;
}
/** A counter that says nothing of a quarter was not there yet: closed. */
function statesOf(letters, quarters) {
    return [...letters.padStart(quarters, 'c')].map((letter) => stripStates[letter] ?? 'closed');
}
const QUARTER_MS = 15 * 60_000;
/** How many counters were open, serving or not, by the start of each quarter the strip knows. */
export function openByQuarter(strip) {
    const open = new Map();
    for (let quarter = 0; strip && quarter < strip.quarters; quarter++) {
        const count = strip.lines.filter(({ states }) => states[quarter] === 'open' || states[quarter] === 'serving').length;
        open.set(strip.startAt + quarter * QUARTER_MS, count);
    }
    return open;
}
//# sourceMappingURL=strip.js.map