/** A picture as PNG of at most 256 colours (W3C PNG, third edition, colour type 3): a third of what a screenshot weighs. */
import { crc32, deflateSync } from 'node:zlib';
import type { Rgb } from './colour.js';
import { rgb, type Picture } from './picture.js';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const MOST = 256;
/** Colours nearer than this to one that is taken are told by it. */
const NEAR = 5;

export function smallPng(picture: Picture): Buffer {
  const { width, height } = picture;
  const counts = picture.colours();
  const palette = paletteOf(counts);
  const indices = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, rgb(colour)).index]));
  const lines = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [r, g, b] = picture.at(x, y);
      lines[y * (width + 1) + 1 + x] = indices.get((r << 16) | (g << 8) | b) ?? 0;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  return Buffer.concat([SIGNATURE, part('IHDR', head), part('PLTE', Buffer.from(palette.flat())), part('IDAT', deflateSync(lines, { level: 9 })), part('IEND', Buffer.alloc(0))]);
}

/** The most frequent first, each far enough from the others. */
function paletteOf(counts: ReadonlyMap<number, number>): Rgb[] {
  const palette: Rgb[] = [];
  for (const [colour] of [...counts].sort((a, b) => b[1] - a[1])) {
    if (palette.length === MOST) break;
    if (palette.length === 0 || nearest(palette, rgb(colour)).distance >= NEAR) palette.push(rgb(colour));
  }
  return palette;
}

function nearest(palette: readonly Rgb[], [r, g, b]: Rgb): { index: number; distance: number } {
  let best = { index: 0, distance: Infinity };
  palette.forEach(([red, green, blue], index) => {
    const distance = Math.hypot(red - r, green - g, blue - b);
    if (distance < best.distance) best = { index, distance };
  });
  return best;
}

function part(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
