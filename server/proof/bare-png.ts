/** A PNG of the chunks that its picture is made of: texts, times, Exif and what is hung on behind its end are left away. */
import { Malformed, MOST_PARTS, textAt } from './malformed.js';

const SIGNATURE = 8;
const OF_PICTURE: ReadonlySet<string> = new Set(['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'sBIT', 'bKGD', 'pHYs']);

export function barePng(bytes: Buffer): Buffer {
  const kept = [bytes.subarray(0, SIGNATURE)];
  for (let at = SIGNATURE, parts = 0; at + 12 <= bytes.length && parts < MOST_PARTS; parts++) {
    const [type, end] = [textAt(bytes, at + 4, 4), at + 12 + bytes.readUInt32BE(at)];
    if (end > bytes.length) break;
    if (OF_PICTURE.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  throw new Malformed('it is cut short or damaged');
}
