/** A screenshot as pixels: 8-bit RGB or RGBA without interlacing, as Chromium writes PNG (W3C PNG, third edition, §9 filters). */
import { inflateSync } from 'node:zlib';
import type { Rgb } from './colour.js';
import type { Box } from './dom.js';

const SIGNATURE = 8;

export class Picture {
  private constructor(
    readonly width: number,
    readonly height: number,
    private readonly depth: number,
    private readonly bytes: Uint8Array,
  ) {}

  static of(png: Buffer): Picture {
    const parts: Buffer[] = [];
    for (let at = SIGNATURE; at < png.length; at += 12 + png.readUInt32BE(at)) {
      const length = png.readUInt32BE(at);
      if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length));
    }
    const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
    const [bits, kind, interlaced] = [png[24], png[25], png[28]];
    if (bits !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0) throw new Error(`a PNG of ${bits} bits, colour type ${kind}, interlace ${interlaced} is not a screenshot`);
    const depth = kind === 2 ? 3 : 4;
    return new Picture(width, height, depth, unfiltered(inflateSync(Buffer.concat(parts)), width * depth, depth));
  }

  at(x: number, y: number): Rgb {
    const from = (y * this.width + x) * this.depth;
    return [this.bytes[from] ?? 0, this.bytes[from + 1] ?? 0, this.bytes[from + 2] ?? 0];
  }

  /** How many pixels of each colour (as 0xRRGGBB) stand in a box, or in the whole. */
  colours({ left, top, right, bottom }: Box = { left: 0, top: 0, right: this.width, bottom: this.height }): Map<number, number> {
    const counts = new Map<number, number>();
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(this.height, Math.ceil(bottom)); y++) {
      for (let x = Math.max(0, Math.floor(left)); x < Math.min(this.width, Math.ceil(right)); x++) {
        const [r, g, b] = this.at(x, y);
        const colour = (r << 16) | (g << 8) | b;
        counts.set(colour, (counts.get(colour) ?? 0) + 1);
      }
    }
    return counts;
  }
}

export const rgb = (colour: number): Rgb => [colour >> 16, (colour >> 8) & 255, colour & 255];

/** Each line begins with its filter: a pixel was written as what it differs from its left, upper and upper left neighbours. */
function unfiltered(raw: Uint8Array, stride: number, depth: number): Uint8Array {
  const lines = raw.length / (stride + 1);
  const out = new Uint8Array(stride * lines);
  for (let line = 0; line < lines; line++) {
    const filter = raw[line * (stride + 1)] ?? 0;
    const [from, to] = [line * (stride + 1) + 1, line * stride];
    for (let i = 0; i < stride; i++) {
      const left = i < depth ? 0 : (out[to + i - depth] ?? 0);
      const up = line === 0 ? 0 : (out[to + i - stride] ?? 0);
      const corner = i < depth || line === 0 ? 0 : (out[to + i - stride - depth] ?? 0);
      out[to + i] = (raw[from + i] ?? 0) + guess(filter, left, { up, corner });
    }
  }
  return out;
}

function guess(filter: number, left: number, { up, corner }: { up: number; corner: number }): number {
  switch (filter) {
    case 1:
      return left;
    case 2:
      return up;
    case 3:
      return (left + up) >> 1;
    case 4:
      return paeth(left, up, corner);
    default:
      return 0;
  }
}

function paeth(left: number, up: number, corner: number): number {
  const all = left + up - corner;
  const [a, b, c] = [Math.abs(all - left), Math.abs(all - up), Math.abs(all - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
