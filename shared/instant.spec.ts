import fc from 'fast-check';
import { formatInstant, parseDuration, parseInstant } from './instant.js';

describe('Instants and lengths', () => {
  const instants: [text: string, utc: string | null][] = [
    ['2026-11-23T09:30:00+08:00', '2026-11-23T01:30:00.000Z'],
    ['2026-11-23T09:30:00Z', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23t09:30:00z', '2026-11-23T09:30:00.000Z'],
    ['2026-11-23T09:30:00.5Z', '2026-11-23T09:30:00.500Z'],
    ['2026-11-23T09:30:00.123456789Z', '2026-11-23T09:30:00.123Z'],
    ['2026-11-23T09:30:00,25Z', '2026-11-23T09:30:00.250Z'],
    ['2026-11-23T00:00:00-00:00', '2026-11-23T00:00:00.000Z'],
    ['2026-01-01T05:45:00+05:45', '2026-01-01T00:00:00.000Z'],
    ['2026-12-31T23:59:60Z', '2027-01-01T00:00:00.000Z'],
    ['2024-02-29T12:00:00Z', '2024-02-29T12:00:00.000Z'],
    ['2000-02-29T12:00:00Z', '2000-02-29T12:00:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['0099-12-31T00:00:00Z', '0099-12-31T00:00:00.000Z'],
    ['9999-12-31T23:59:59Z', '9999-12-31T23:59:59.000Z'],
    ['2023-02-29T12:00:00Z', null], ['1900-02-29T12:00:00Z', null], ['2026-02-30T00:00:00Z', null], ['2026-04-31T00:00:00Z', null],
    ['2026-13-01T00:00:00Z', null], ['2026-00-10T00:00:00Z', null], ['2026-01-00T00:00:00Z', null], ['2026-01-01T24:00:00Z', null],
    ['2026-01-01T12:60:00Z', null], ['2026-01-01T12:00:61Z', null], ['2026-01-01T12:00:00+24:00', null], ['2026-01-01T12:00:00+08:60', null],
    ['2026-01-01T12:00:00', null], ['2026-01-01T12:00Z', null], ['2026-01-01 12:00:00Z', null], ['2026-01-01T12:00:00.Z', null],
    ['2026-01-01T12:00:00.1234567890Z', null], ['2026-1-01T12:00:00Z', null], ['+2026-01-01T12:00:00Z', null], ['２026-01-01T12:00:00Z', null],
    ['2026-01-01T12:00:00+0800', null], ['2026-01-01T1a:00:00Z', null], ['', null], [' 2026-01-01T12:00:00Z', null], ['2026-01-01T12:00:00Z\n', null],
  ];
  for (const [text, utc] of instants) {
    it(`[W6] ${JSON.stringify(text)} is ${utc ?? 'no instant'}`, () => {
      const at = parseInstant(text);
      expect(Number.isNaN(at) ? null : formatInstant(at)).toBe(utc);
    });
  }

  it('[W6] every instant reads as it was written, whatever its offset, and as the runtime reads it', () => {
    const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
    const found = fc.check(fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_214_400_000 }), offset, (at, minutes) => {
      const local = new Date(Math.min(253_402_300_799_000, Math.max(-62_167_219_200_000, at + minutes * 60_000))).toISOString().slice(0, -1);
      const two = (n: number) => String(n).padStart(2, '0');
      const text = `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(Math.abs(minutes) / 60))}:${two(Math.abs(minutes) % 60)}`;
      return parseInstant(text) === Date.parse(text);
    }), { numRuns: 5000 });
    expect(found.counterexample).withContext(`seed ${found.seed}`).toBeNull();
    console.log(`instants: ${found.numRuns} read as the runtime reads them, seed ${found.seed}`);
  });

  const lengths: [text: string, ms: number][] = [
    ['PT20M', 1_200_000], ['PT1H30M', 5_400_000], ['P1D', 86_400_000], ['P1DT1S', 86_401_000], ['PT0.25S', 250], ['PT90S', 90_000], ['PT0S', 0],
    ['P', NaN], ['PT', NaN], ['P1DT', NaN], ['20M', NaN], ['PT-5M', NaN], ['P1W', NaN], ['P1M', NaN], ['PT1.5H', NaN], ['PT20m', NaN], ['PT5M20', NaN], [' PT5M', NaN],
  ];
  for (const [text, ms] of lengths) it(`[W7] ${JSON.stringify(text)} lasts ${ms} ms`, () => expect(parseDuration(text)).toEqual(ms));
});
