/**
 * A JPEG without what it tells besides the picture: place, time, device, names, previews, and what is hung on behind its end. How it is to be
 * turned stays, alone. Nothing is encoded anew.
 */
import { Malformed, MOST_PARTS, textAt } from './malformed.js';

const [SOI, EOI, SOS, COM, APP0, APP15, FILL] = [0xd8, 0xd9, 0xda, 0xfe, 0xe0, 0xef, 0xff];
const START = Buffer.from([0xff, SOI]);
const END = Buffer.from([0xff, EOI]);

export function bareJpeg(bytes: Buffer): Buffer {
  const kept: Buffer[] = [];
  let orientation = 1;
  for (let at = 2, parts = 0; at + 4 <= bytes.length && parts < MOST_PARTS; parts++) {
    const marker = markerAt(bytes, at);
    if (marker === FILL) {
      at++;
      continue;
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    const segment = bytes.subarray(at, end);
    if (isOfPicture(marker, segment)) kept.push(segment);
    else orientation = orientationIn(segment) ?? orientation;
    at = end;
    if (marker !== SOS) continue;
    at = endOfScan(bytes, end);
    kept.push(bytes.subarray(end, at));
    if (bytes[at + 1] === EOI) return Buffer.concat([START, ...turnOf(orientation), ...kept, END]);
  }
  throw new Malformed('it is cut short or damaged');
}

function markerAt(bytes: Buffer, at: number): number {
  const marker = bytes[at + 1]!;
  if (bytes[at] !== 0xff || marker < 0xc0 || marker === EOI) throw new Malformed('it is damaged');
  return marker;
}

function isOfPicture(marker: number, segment: Buffer): boolean {
  if (marker !== COM && (marker < APP0 || marker > APP15)) return true;
  const name = textAt(segment, 4, 12);
  if (marker === APP0) return name.startsWith('JFIF\0') && segment.length === 18; // a longer one holds a preview
  if (marker === APP0 + 2) return name === 'ICC_PROFILE\0';
  return marker === APP0 + 14 && name.startsWith('Adobe') && segment.length === 16;
}

/** The next marker after the coded picture, in which each 0xff has a 0 behind it, or the number of a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1]!;
    if (next !== 0 && next !== FILL && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new Malformed('it is cut short');
}

const ORIENTATION = 0x0112;
const EXIF = 'Exif\0\0';

/** 1 to 8 of an Exif segment; null where it says nothing that can be read. */
function orientationIn(segment: Buffer): number | null {
  const tiff = segment.subarray(4 + EXIF.length);
  if (textAt(segment, 4, EXIF.length) !== EXIF || tiff.length < 8) return null;
  const little = textAt(tiff, 0, 2) === 'II';
  const word = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const first = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  for (let entry = 0; entry < word(first); entry++) {
    const at = first + 2 + 12 * entry;
    if (word(at) === ORIENTATION) return word(at + 8) <= 8 && word(at + 8) >= 1 ? word(at + 8) : null;
  }
  return null;
}

/** An Exif segment that says how the picture is turned and nothing else; none where it stands upright. */
function turnOf(orientation: number): Buffer[] {
  if (orientation === 1) return [];
  const tiff = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
  return [Buffer.from([0xff, APP0 + 1, 0, 2 + EXIF.length + tiff.length]), Buffer.from(EXIF, 'latin1'), Buffer.from(tiff)];
}
