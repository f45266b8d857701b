import { side } from './layout';
export const ZONE_HEAD = 12.5;
export const SMALL_GAP = 0.375;
/** The letters of a small tile's number. */
export const SMALL_NAME = 1.5625;
const LEAST_HEIGHT = 3.4;
/** A number's digit is as wide as so much of its height; beside it stand the edges. */
const DIGIT = 0.6;
const EDGES = 0.45;
/** Number, figure and shape in one line. */
const WIDE = 8.75;
const BLOCK_GAP = 1.5;
const MOST_BLOCKS = 4;
/** Past so many counters single tiles say nothing any more: zones are shown. */
const MOST_COUNTERS = 400;
/** Of all cuts that fit the one with the widest tiles that are not yet flatter than three to one; null when none fits. */
export function zoneGrid({ sizes, characters }, { width, height }) {
    if (height === null || sizes.reduce((sum, size) => sum + size, 0) > MOST_COUNTERS)
        return null;
    const least = characters * DIGIT * SMALL_NAME + EDGES;
    const most = Math.floor((height + SMALL_GAP) / (LEAST_HEIGHT + SMALL_GAP));
    let best = null;
    for (let blocks = 1; blocks <= MOST_BLOCKS; blocks++) {
        const lineWidth = side(width, blocks, BLOCK_GAP) - ZONE_HEAD;
        for (let perLine = Math.max(...sizes); perLine > 0; perLine--) {
            const cut = cutInto(sizes, { blocks, perLine, most });
            const tile = side(lineWidth, perLine, SMALL_GAP);
            if (!cut || tile < least)
                continue;
            const score = Math.min(tile, 3 * side(height, cut.lines, SMALL_GAP));
            if (score > (best?.score ?? 0))
                best = { ...cut, wide: tile >= WIDE, score };
        }
    }
    return best && { perLine: best.perLine, blocks: best.blocks, lines: best.lines, wide: best.wide };
}
function cutInto(sizes, { blocks, perLine, most }) {
    const lines = sizes.map((size) => Math.ceil(size / perLine));
    const packed = pack(lines, Math.max(most > 0 ? Math.ceil(linesOf(lines.keys(), lines) / blocks) : 0, ...lines));
    const highest = Math.max(...packed.map((block) => linesOf(block, lines)));
    return packed.length <= blocks && highest <= most ? { perLine, blocks: packed, lines: highest } : null;
}
/** Zones in their order, block after block, none higher than it may be unless a zone alone is. */
function pack(lines, most) {
    const blocks = [[]];
    for (const [zone, height] of lines.entries()) {
        const block = blocks.at(-1);
        if (block.length > 0 && linesOf(block, lines) + height > most)
            blocks.push([zone]);
        else
            block.push(zone);
    }
    return blocks;
}
function linesOf(block, lines) {
    return [...block].reduce((sum, zone) => sum + (lines[zone] ?? 0), 0);
}
//# sourceMappingURL=zone-layout.js.map