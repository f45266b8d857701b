export const GAP = 0.75;
export const COUNTER_TILES = [
    { tier: 'large', width: 18, height: 14.5, shape: 1.3, most: 1.6, name: 2.75 },
    { tier: 'middle', width: 7, height: 8.2, shape: 1, most: 1.7, name: 1.875, foot: true },
    { tier: 'middle', width: 6.75, height: 6.25, shape: 1.1, most: 1.7, name: 1.875 },
    { tier: 'compact', width: 5.5, height: 3.9, shape: 1.4, most: 1.5, name: 1.5 },
];
/** Tiles of queues hold a name of three lines, or of one where there are very many. */
export const BOARD_TILES = [
    { tier: 'large', width: 20, height: 13, shape: 1.9, most: 1.6, name: 2 },
    { tier: 'middle', width: 15, height: 7.9, shape: 1.9, most: 1, name: 1.5 },
    { tier: 'compact', width: 12, height: 2.4, shape: 7, most: 1, name: 1.5 },
];
export const ZONE_TILES = [
    { tier: 'middle', width: 14.5, height: 8.5, shape: 1.7, most: 1.6, name: 1.75 },
    { tier: 'compact', width: 12, height: 5.4, shape: 1.9, most: 1, name: 1.5 },
];
/**
 * The cut of the first tier that fits and whose names can be read; else of the first that fits at all, each with the largest
 * tiles it can have; null when not even the smallest fits.
 */
export function gridFor(count, room, { tiles, readable = 0 }) {
    const { width, height } = room;
    if (height === null)
        return scrolling(count, width, tiles);
    const cuts = tiles.flatMap((least) => largest(count, { width, height }, least) ?? []);
    return cuts.find(({ name }) => name >= readable) ?? cuts[0] ?? null;
}
function largest(count, room, least) {
    let best = null;
    let bestScore = 0;
    for (let columns = 1; columns <= count; columns++) {
        const rows = Math.ceil(count / columns);
        const [width, height] = [side(room.width, columns), side(room.height, rows)];
        if (width < least.width || height < least.height)
            continue;
        const score = Math.min(width / least.shape, height) * Math.sqrt(count / (columns * rows)); // a hole in the last row is a pity
        if (score <= bestScore)
            continue;
        bestScore = score;
        const scale = Math.max(1, Math.min(least.most, width / least.width, height / least.height));
        best = gridOf(least, { columns, rows, scale });
    }
    return best;
}
function gridOf({ tier, name, foot = false }, cut) {
    return { ...cut, tier, name: name * cut.scale, foot };
}
/** What is left of a length for each of so many pieces. */
export function side(room, pieces, gap = GAP) {
    return (room - gap * (pieces - 1)) / pieces;
}
/** On a phone the page scrolls, so tiles need not shrink. */
function scrolling(count, width, tiles) {
    const least = tiles.find(({ tier }) => tier === 'middle');
    const columns = Math.max(2, Math.min(count, Math.floor((width + GAP) / (Math.max(10, least.width) + GAP))));
    return gridOf(least, { columns, rows: Math.ceil(count / columns), scale: 1 });
}
/** Turns pages; what is `pinned` stands first on every page, but leaves a third of it to the rest. */
export function pageOf(items, { slots, turn }, pinned) {
    if (items.length <= slots)
        return { items: [...items], page: 1, pages: 1 };
    const room = Math.max(1, slots - 1); // the last line says that there is more
    const kept = items.filter(pinned).slice(0, Math.floor((room * 2) / 3));
    const calm = items.filter((item) => !kept.includes(item));
    const each = room - kept.length;
    const pages = Math.ceil(calm.length / each);
    const page = turn % pages;
    return { items: [...kept, ...calm.slice(page * each, (page + 1) * each)], page: page + 1, pages };
}
//# sourceMappingURL=layout.js.map