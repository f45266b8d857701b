import { counterRow } from '../spec-rows';
import { openByQuarter, stripOf } from './strip';
import { zonesOf } from './zones';

const EIGHT = Date.parse('2026-11-23T00:00:00Z');
const zones = zonesOf({ B01: counterRow({ zone: 'B' }), A10: counterRow({ zone: 'A' }), A02: counterRow({ zone: 'A' }) });

describe('the strip of the counters', () => {
  it('has a line a counter in its place in the field, and reads a quarter nobody spoke of as closed', () => {
    const strip = stripOf({ startAt: EIGHT, counters: { A10: 'sop', B01: 'sc', gone: 'sss' } }, zones);
    expect(strip?.quarters).toBe(3);
    expect(strip?.lines).toEqual([
      { id: 'A02', zone: 'A', states: ['closed', 'closed', 'closed'] },
      { id: 'A10', zone: 'A', states: ['serving', 'open', 'paused'] },
      { id: 'B01', zone: 'B', states: ['closed', 'serving', 'closed'] },
    ]);
  });

  it('is not there before the first quarter has ended, nor without counters', () => {
    expect(stripOf(undefined, zones)).toBeNull();
    expect(stripOf({ startAt: EIGHT, counters: {} }, zones)).toBeNull();
    expect(stripOf({ startAt: EIGHT, counters: { A10: 's' } }, [])).toBeNull();
  });

  it('tells how many counters were open in each quarter: a paused one is not', () => {
    const strip = stripOf({ startAt: EIGHT, counters: { A02: 'so', A10: 'sp', B01: 'cc' } }, zones);
    expect([...openByQuarter(strip)]).toEqual([[EIGHT, 2], [EIGHT + 15 * 60_000, 1]]);
    expect(openByQuarter(null).size).toBe(0);
  });
});
