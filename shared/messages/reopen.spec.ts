import { reopenAfterMs } from './reopen.js';

describe('A screen whose line has gone', () => {
  it('knocks again after 1–3 s, then after 1.5–4.5 s for ever, drawn anew each time also at the cap', () => {
    const range = (attempts: number): number[] => [0, 1].map((chance) => reopenAfterMs(attempts, chance));
    expect([0, 1, 2, 1_000, 2_000].map(range)).toEqual([[1_000, 3_000], ...Array.from({ length: 4 }, () => [1_500, 4_500])]);
    const waits = new Set(Array.from({ length: 100 }, (_, n) => reopenAfterMs(9, n / 100)));
    expect(waits.size).toBe(100);
  });
});
