/**
 * How the field is cut, in rem: from the number of tiles and the room there is, so that one rule serves six counters and
 * three hundred, a wall and a phone. Pure arithmetic; the field component asks it whenever its room changes.
 */
export interface Room {
  width: number;
  /** null where the page may scroll: a phone. */
  height: number | null;
}

export type Tier = 'large' | 'middle' | 'compact';

export interface Grid {
  columns: number;
  rows: number;
  tier: Tier;
  /** How much larger than the least large tile the text may be. */
  scale: number;
}

export const GAP = 0.75;

export interface TierSize {
  tier: Tier;
  /** Least width and height at which the tier's text fits, measured with its longest figures, in rem. */
  width: number;
  height: number;
  /** Width by height that suits it. */
  shape: number;
  /** How far its text grows with a larger tile. */
  most: number;
}

export const COUNTER_TILES: readonly TierSize[] = [
  { tier: 'large', width: 18, height: 13, shape: 1.2, most: 1.6 },
  { tier: 'middle', width: 6.75, height: 6.9, shape: 1.1, most: 1.6 },
  { tier: 'compact', width: 5.8, height: 4.3, shape: 1.4, most: 1 },
];
/** Tiles of queues hold a name of three lines, or of one where there are very many. */
export const BOARD_TILES: readonly TierSize[] = [
  { tier: 'large', width: 20, height: 13, shape: 1.9, most: 1.6 },
  { tier: 'middle', width: 15, height: 7.9, shape: 1.9, most: 1 },
  { tier: 'compact', width: 12, height: 2.4, shape: 7, most: 1 },
];
export const ZONE_TILES: readonly TierSize[] = [
  { tier: 'middle', width: 13, height: 7, shape: 1.9, most: 1 },
  { tier: 'compact', width: 11.5, height: 5, shape: 1.9, most: 1 },
];

/** The cut with the largest tiles of the best tier that fits; null when not even the smallest does. */
export function gridFor(count: number, room: Room, tiles: readonly TierSize[]): Grid | null {
  if (room.height === null) return scrolling(count, room.width, tiles);
  for (const least of tiles) {
    const cut = largest(count, { width: room.width, height: room.height }, least);
    if (cut) return cut;
  }
  return null;
}

function largest(count: number, room: { width: number; height: number }, least: TierSize): Grid | null {
  let best: Grid | null = null;
  let bestScore = 0;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const [width, height] = [side(room.width, columns), side(room.height, rows)];
    if (width < least.width || height < least.height) continue;
    const score = Math.min(width / least.shape, height);
    if (score <= bestScore) continue;
    bestScore = score;
    const scale = Math.max(1, Math.min(least.most, width / least.width, height / least.height));
    best = { columns, rows, tier: least.tier, scale };
  }
  return best;
}

function side(room: number, pieces: number): number {
  return (room - GAP * (pieces - 1)) / pieces;
}

/** On a phone the page scrolls, so tiles need not shrink. */
function scrolling(count: number, width: number, tiles: readonly TierSize[]): Grid {
  const least = tiles.find(({ tier }) => tier === 'middle') as TierSize;
  const columns = Math.max(2, Math.min(count, Math.floor((width + GAP) / (Math.max(10, least.width) + GAP))));
  return { columns, rows: Math.ceil(count / columns), tier: 'middle', scale: 1 };
}

/** The field as rows of small tiles by zone, in one or more blocks side by side. */
export interface ZoneGrid {
  /** Tiles in a line. */
  perLine: number;
  /** Zones of each block, as indices. */
  blocks: number[][];
  /** Lines of the highest block: each line of every block has the same height. */
  lines: number;
}

export const ZONE_HEAD = 10;
const SMALL = { gap: 0.375, width: 2.5, height: 3.4 };
/** Past so many counters single tiles say nothing any more: zones are shown. */
const MOST_COUNTERS = 400;

/** The cut with the fewest blocks whose lines all fit; null when none does. */
export function zoneGrid(sizes: readonly number[], room: Room): ZoneGrid | null {
  const { width, height } = room;
  if (height === null || sizes.reduce((sum, size) => sum + size, 0) > MOST_COUNTERS) return null;
  for (let blocks = 1; blocks <= 4; blocks++) {
    const lineWidth = side(width, blocks) - ZONE_HEAD;
    const perLine = Math.min(Math.max(...sizes), Math.floor((lineWidth + SMALL.gap) / (SMALL.width + SMALL.gap)));
    if (perLine < 1) return null;
    const lines = sizes.map((size) => Math.ceil(size / perLine));
    const most = Math.floor((height + SMALL.gap) / (SMALL.height + SMALL.gap));
    const packed = pack(lines, most);
    if (packed.length <= blocks && packed.every((block) => linesOf(block, lines) <= most)) return { perLine, blocks: packed, lines: Math.max(...packed.map((block) => linesOf(block, lines))) };
  }
  return null;
}

/** Zones in their order, block after block, none higher than it may be unless a zone alone is. */
function pack(lines: readonly number[], most: number): number[][] {
  const blocks: number[][] = [[]];
  for (const [zone, height] of lines.entries()) {
    const block = blocks.at(-1) as number[];
    if (block.length > 0 && linesOf(block, lines) + height > most) blocks.push([zone]);
    else block.push(zone);
  }
  return blocks;
}

function linesOf(block: readonly number[], lines: readonly number[]): number {
  return block.reduce((sum, zone) => sum + (lines[zone] ?? 0), 0);
}

/** What of a list too long for its panel is on show. */
export interface Page<T> {
  items: T[];
  page: number;
  pages: number;
}

/** Turns pages; what is `pinned` stands first on every page, but leaves a third of it to the rest. */
export function pageOf<T>(items: readonly T[], { slots, turn }: { slots: number; turn: number }, pinned: (item: T) => boolean): Page<T> {
  if (items.length <= slots) return { items: [...items], page: 1, pages: 1 };
  const room = Math.max(1, slots - 1); // the last line says that there is more
  const kept = items.filter(pinned).slice(0, Math.floor((room * 2) / 3));
  const calm = items.filter((item) => !kept.includes(item));
  const each = room - kept.length;
  const pages = Math.ceil(calm.length / each);
  const page = turn % pages;
  return { items: [...kept, ...calm.slice(page * each, (page + 1) * each)], page: page + 1, pages };
}
