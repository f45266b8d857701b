import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonical } from './canonical.js';

describe('Canonical JSON', () => {
  it('is what the standard’s own library writes, of any JSON that the standard has a form for', () => {
    const found = fc.check(fc.property(fc.jsonValue(), (value) => {
      if (canonical(value) !== canonicalize(value)) throw new Error(`${canonical(value)} ≠ ${canonicalize(value)}`);
    }), { numRuns: 2000 });
    expect(found.failed).withContext(`${String(found.errorInstance)} ${fc.defaultReportMessage(found)}`).toBeFalse();
    console.log(`canonical: ${found.numRuns} values, seed ${found.seed}`);
  });

  it('has a form for what else a posted event may hold', () => {
    expect(canonical(JSON.parse('{"b": 1e999, "a": "\\ud800", "": -0}'))).toBe('{"":0,"a":"\\ud800","b":null}');
  });
});
