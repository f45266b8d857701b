import { NO_CALLS, nextCall, type Calls } from './calls';

/** When it rings, in seconds, if these breaches stand without an owner from these seconds on. */
function rings(unownedAt: (second: number) => string[], seconds: number): number[] {
  const rung: number[] = [];
  let calls: Calls = NO_CALLS;
  for (let second = 0; second <= seconds; second++) {
    const { ring, ...next } = nextCall(calls, unownedAt(second), second * 1_000);
    if (ring) rung.push(second);
    calls = next;
  }
  return rung;
}

describe('the calls to breaches that nobody has', () => {
  it('come at once, and again each minute three times', () => {
    expect(rings((second) => (second < 5 ? [] : ['a']), 600)).toEqual([5, 65, 125, 185]);
  });

  it('stop when somebody has it', () => {
    expect(rings((second) => (second < 70 ? ['a'] : []), 600)).toEqual([0, 60]);
  });

  it('are one for a thousand that come within a minute', () => {
    expect(rings((second) => Array.from({ length: Math.min(second * 20, 1_000) }, (_, i) => String(i)), 100)).toEqual([1, 61]);
  });

  it('begin anew with a new breach, but never within the minute', () => {
    expect(rings((second) => (second < 190 ? ['a'] : ['a', 'b']), 600)).toEqual([0, 60, 120, 180, 240, 300, 360, 420]);
  });
});
