/** What is left of a tile when colour, lightness and words are taken away: the edges of its fill, border, hatch and shapes. */
import { lab } from './colour.js';
import type { Picture } from './picture.js';

export interface Edges {
  width: number;
  height: number;
  set: Uint8Array;
}

/** Neighbouring greys that eyes tell apart; the hatch is the faintest shape of a wall, some 7 in CIELAB lightness. */
const STEP = 3;

export function edgesOf(picture: Picture): Edges {
  const { width, height } = picture;
  const light = new Float32Array(width * height);
  const known = new Map<string, number>();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = picture.at(x, y);
      const key = colour.join();
      const value = known.get(key) ?? lab(colour)[0];
      known.set(key, value);
      light[y * width + x] = value;
    }
  }
  const set = new Uint8Array(width * height);
  for (let i = 0; i < set.length; i++) {
    const here = light[i] ?? 0;
    const right = (i + 1) % width === 0 ? here : (light[i + 1] ?? here);
    const below = light[i + width] ?? here;
    set[i] = Math.abs(here - right) > STEP || Math.abs(here - below) > STEP ? 1 : 0;
  }
  return { width, height, set };
}

/**
 * Pixels of the edges of both that have no counterpart beside them in the other: 0 the same shape. Counted, and not as a
 * share: a glyph tells a large tile as well as a small one, though there it is less of the whole.
 */
export function unlikeness(a: Edges, b: Edges): number {
  return unmatched(a, b) + unmatched(b, a);
}

const REACH = 1;

function unmatched(from: Edges, other: Edges): number {
  const [width, height] = [Math.min(from.width, other.width), Math.min(from.height, other.height)];
  let alone = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (from.set[y * from.width + x] && !near(other, x, y)) alone++;
    }
  }
  return alone;
}

function near({ width, height, set }: Edges, x: number, y: number): boolean {
  for (let row = Math.max(0, y - REACH); row <= Math.min(height - 1, y + REACH); row++) {
    for (let column = Math.max(0, x - REACH); column <= Math.min(width - 1, x + REACH); column++) {
      if (set[row * width + column]) return true;
    }
  }
  return false;
}
