import { side, type Room } from './layout';

/** The field as lines of small tiles by zone, in one or more blocks side by side. In rem. */
export interface ZoneGrid {
  /** Tiles in a line. */
  perLine: number;
  /** Zones of each block, as indices. */
  blocks: number[][];
  /** Lines of the highest block: each line of every block has the same height. */
  lines: number;
  /** A tile has room for its figure beside its number. */
  wide: boolean;
}

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

/** How many counters each zone has, and how many characters the longest of their numbers. */
export interface Zones {
  sizes: readonly number[];
  characters: number;
}

/** Of all cuts that fit the one with the widest tiles that are not yet flatter than three to one; null when none fits. */
export function zoneGrid({ sizes, characters }: Zones, { width, height }: Room): ZoneGrid | null {
  if (height === null || sizes.reduce((sum, size) => sum + size, 0) > MOST_COUNTERS) return null;
  const least = characters * DIGIT * SMALL_NAME + EDGES;
  const most = Math.floor((height + SMALL_GAP) / (LEAST_HEIGHT + SMALL_GAP));
  let best: (ZoneGrid & { score: number }) | null = null;
  for (let blocks = 1; blocks <= MOST_BLOCKS; blocks++) {
    const lineWidth = side(width, blocks, BLOCK_GAP) - ZONE_HEAD;
    for (let perLine = Math.max(...sizes); perLine > 0; perLine--) {
      const cut = cutInto(sizes, { blocks, perLine, most });
      const tile = side(lineWidth, perLine, SMALL_GAP);
      if (!cut || tile < least) continue;
      const score = Math.min(tile, 3 * side(height, cut.lines, SMALL_GAP));
      if (score > (best?.score ?? 0)) best = { ...cut, wide: tile >= WIDE, score };
    }
  }
  return best && { perLine: best.perLine, blocks: best.blocks, lines: best.lines, wide: best.wide };
}

function cutInto(sizes: readonly number[], { blocks, perLine, most }: { blocks: number; perLine: number; most: number }): Omit<ZoneGrid, 'wide'> | null {
  const lines = sizes.map((size) => Math.ceil(size / perLine));
  const packed = pack(lines, Math.max(most > 0 ? Math.ceil(linesOf(lines.keys(), lines) / blocks) : 0, ...lines));
  const highest = Math.max(...packed.map((block) => linesOf(block, lines)));
  return packed.length <= blocks && highest <= most ? { perLine, blocks: packed, lines: highest } : null;
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

function linesOf(block: Iterable<number>, lines: readonly number[]): number {
  return [...block].reduce((sum, zone) => sum + (lines[zone] ?? 0), 0);
}
