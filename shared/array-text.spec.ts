import fc from 'fast-check';
import { joinArray, splitArray } from './array-text.js';

const RUNS = 5_000;

/** Texts that look like structure: brackets, quotes and backslashes inside of strings and keys. */
const nasty = fc.string({ unit: fc.constantFrom('{', '}', '[', ']', '"', '\\', ',', ':', ' ', '\n', 'é', '号', '\u{1F600}', '\ud800', '\u2028', 'a') });
const value = fc.letrec((tie) => ({
  any: fc.oneof({ maxDepth: 4 }, nasty, fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null), tie('list'), tie('object')),
  list: fc.array(tie('any'), { maxLength: 4 }),
  object: fc.dictionary(nasty, tie('any'), { maxKeys: 4 }),
})).object;
const indents = fc.constantFrom(undefined, 1, '\t');

describe('splitArray', () => {
  it(`cuts an array of objects where JSON.parse does, whatever stands in its texts (${RUNS} arrays)`, () => {
    fc.assert(fc.property(fc.array(value, { maxLength: 6 }), indents, (elements, indent) => {
      const texts = splitArray(JSON.stringify(elements, null, indent));
      expect(texts.map((text) => JSON.parse(text))).toEqual(JSON.parse(JSON.stringify(elements)));
    }), { numRuns: RUNS });
  });

  it('gives back each text as it was written, and joinArray puts them together again', () => {
    const written = ['{"a":1.0}', '{ "a" : 12345678901234567890 }', '{"\\u0061":"\\ud83d\\ude00 ]}\\\\"}'];
    expect(splitArray(`[ ${written.join(' ,\n ')} ]`)).toEqual(written);
    expect(splitArray(joinArray(written))).toEqual(written);
    expect(splitArray('[]')).toEqual([]);
  });
});
