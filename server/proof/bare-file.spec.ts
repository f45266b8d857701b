import { deflateSync, crc32 } from 'node:zlib';
import { bareFile, typeOf } from './bare-file.js';

const SECRET = 'GPS 31.2304 N 王晓明';
const latin = (text: string) => Buffer.from(text, 'latin1');
const short = (value: number) => Buffer.from([value >> 8, value & 0xff]);

const segment = (marker: number, body: Buffer) => Buffer.concat([Buffer.from([0xff, marker]), short(body.length + 2), body]);
const exif = (orientation: number, little = false) => {
  const word = (value: number) => (little ? Buffer.from([value, 0]) : Buffer.from([0, value]));
  const long = (value: number) => (little ? Buffer.concat([word(value), word(0)]) : Buffer.concat([word(0), word(value)]));
  const tag = little ? Buffer.from([0x12, 0x01]) : Buffer.from([0x01, 0x12]);
  return segment(0xe1, Buffer.concat([latin('Exif\0\0'), latin(little ? 'II' : 'MM'), word(42), long(8), word(1), tag, word(3), long(1), word(orientation), word(0), long(0), Buffer.from(SECRET)]));
};
const SOI = Buffer.from([0xff, 0xd8]);
const EOI = Buffer.from([0xff, 0xd9]);
const TABLES = segment(0xdb, latin('tables'));
const JFIF = segment(0xe0, Buffer.concat([latin('JFIF\0'), Buffer.alloc(9)]));
const ICC = segment(0xe2, latin('ICC_PROFILE\0profile'));
/** Coded bytes hold stuffed and restart markers, which do not end them. */
const SCAN = Buffer.concat([segment(0xda, latin('head')), Buffer.from([1, 0xff, 0x00, 2, 0xff, 0xd0, 3])]);
const jpeg = (...parts: Buffer[]) => Buffer.concat([SOI, ...parts, EOI]);

const chunk = (type: string, body: Buffer) => {
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(Buffer.concat([latin(type), body])));
  return Buffer.concat([length, latin(type), body, sum]);
};
const PICTURE = [chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])), chunk('IDAT', deflateSync(Buffer.from([0, 0])))];
const png = (...parts: Buffer[]) => Buffer.concat([latin('\x89PNG\r\n\x1a\n'), ...parts, chunk('IEND', Buffer.alloc(0))]);

const part = (type: string, body: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  return Buffer.concat([latin(type), size, body, Buffer.alloc(body.length % 2)]);
};
const webp = (...parts: Buffer[]) => part('RIFF', Buffer.concat([latin('WEBP'), ...parts]));
const features = (flags: number) => part('VP8X', Buffer.concat([Buffer.from([flags]), Buffer.alloc(9)]));

const bare = (bytes: Buffer) => bareFile(typeOf(bytes)!, bytes);

describe('A file that proves something', () => {
  const SAME = Symbol('same');
  const kept: [what: string, posted: Buffer, left: Buffer | typeof SAME][] = [
    ['a bare JPEG', jpeg(JFIF, ICC, TABLES, SCAN), SAME],
    ['a JPEG with place, maker and remarks', jpeg(JFIF, exif(1), segment(0xed, Buffer.from(SECRET)), segment(0xfe, Buffer.from(SECRET)), ICC, TABLES, SCAN), jpeg(JFIF, ICC, TABLES, SCAN)],
    ['a JPEG with a preview in its head', jpeg(segment(0xe0, Buffer.concat([latin('JFIF\0'), Buffer.from(SECRET)])), TABLES, SCAN), jpeg(TABLES, SCAN)],
    ['a JPEG with a film behind its end', Buffer.concat([jpeg(TABLES, SCAN), Buffer.from(SECRET)]), jpeg(TABLES, SCAN)],
    ['a JPEG of several scans, with remarks between', jpeg(TABLES, SCAN, segment(0xfe, Buffer.from(SECRET)), segment(0xc4, latin('more')), SCAN), jpeg(TABLES, SCAN, segment(0xc4, latin('more')), SCAN)],
    ['a JPEG with filling bytes before a marker', jpeg(TABLES, Buffer.from([0xff]), SCAN), jpeg(TABLES, SCAN)],
    ['a PNG', png(...PICTURE), SAME],
    ['a PNG with texts, Exif and time', Buffer.concat([png(PICTURE[0]!, ...['tEXt', 'iTXt', 'zTXt', 'eXIf', 'tIME'].map((type) => chunk(type, Buffer.from(SECRET))), PICTURE[1]!), Buffer.from(SECRET)]), png(...PICTURE)],
    ['a WebP', webp(part('VP8 ', latin('pixel'))), SAME],
    ['a WebP with Exif and XMP', webp(features(0x1c), part('VP8 ', latin('pixel')), part('EXIF', Buffer.from(SECRET)), part('XMP ', Buffer.from(SECRET))), webp(features(0x10), part('VP8 ', latin('pixel')))],
    ['a PDF', latin('%PDF-1.7\n1 0 obj\n%%EOF\n'), SAME],
  ];
  for (const [what, posted, left] of kept) {
    it(`[E8] is kept as a picture alone: ${what}`, () => {
      expect(bare(posted).toString('hex')).toBe((left === SAME ? posted : left).toString('hex'));
    });
  }

  for (const little of [false, true]) {
    it(`[E8] stays turned as it was held, in ${little ? 'either' : 'one'} order of bytes`, () => {
      const turned = bare(jpeg(JFIF, exif(6, little), TABLES, SCAN));
      expect(turned.includes('Exif') && !turned.includes('GPS')).toBeTrue();
      expect(bare(turned).equals(turned)).withContext('bare already').toBeTrue();
      expect(turned.subarray(2, 4)).toEqual(Buffer.from([0xff, 0xe1]));
    });
  }

  it('[E8] is refused where it is cut short or damaged, at whatever byte', () => {
    for (const [, posted, left] of kept) {
      const whole = left === SAME ? posted : left;
      const cuts = Array.from({ length: whole.length - 14 }, (_, index) => index + 13);
      for (const at of cuts) {
        const cut = whole.subarray(0, at);
        expect(() => typeOf(cut) && bare(cut)).withContext(`${whole.toString('latin1', 0, 12)} cut at ${at}`).toThrowError(/cut short|damaged/);
      }
    }
  });

  it('is known by its first bytes', () => {
    const types = [jpeg(SCAN), png(), webp(), latin('%PDF-1.4'), latin('GIF89a'), latin('<svg xmlns='), latin('MZ'), Buffer.alloc(0)].map(typeOf);
    expect(types).toEqual(['image/jpeg', 'image/png', 'image/webp', 'application/pdf', null, null, null, null]);
  });
});
