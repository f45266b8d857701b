/** A WebP of the chunks that its picture is made of: Exif, XMP and anything unknown are left away. */
import { Malformed, MOST_PARTS, textAt } from './malformed.js';

const HEAD = 12;
const OF_PICTURE: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Flags of VP8X that promise what is left away. */
const EXIF_OR_XMP = 0x0c;

export function bareWebp(bytes: Buffer): Buffer {
  const all = 8 + bytes.readUInt32LE(4);
  const kept: Buffer[] = [Buffer.from(bytes.subarray(0, HEAD))];
  let at = HEAD;
  for (let parts = 0; all <= bytes.length && at + 8 <= all && parts < MOST_PARTS; parts++) {
    const [type, size] = [textAt(bytes, at, 4), bytes.readUInt32LE(at + 4)];
    const end = at + 8 + size + (size % 2);
    if (end > all) break;
    if (OF_PICTURE.has(type)) kept.push(type === 'VP8X' ? withoutFlags(bytes.subarray(at, end)) : bytes.subarray(at, end));
    at = end;
  }
  if (at !== all || kept.length === 1) throw new Malformed('it is cut short or damaged');
  kept[0]!.writeUInt32LE(kept.reduce((sum, { length }) => sum + length, 0) - 8, 4);
  return Buffer.concat(kept);
}

function withoutFlags(features: Buffer): Buffer {
  const copy = Buffer.from(features);
  if (copy.length > 8) copy[8]! &= ~EXIF_OR_XMP;
  return copy;
}
