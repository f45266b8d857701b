import { leastFontPx, panelIn } from './legibility';

describe('the least font that the farthest reader can read', () => {
  const metres = [3, 5, 8, 10];
  const table: [inch: number, px: number[]][] = [
    [55, [38, 63, 101, 126]],
    [65, [32, 53, 85, 106]],
    [75, [28, 46, 74, 92]],
    [86, [24, 40, 64, 80]],
    [98, [21, 35, 56, 71]],
    [110, [19, 31, 50, 63]],
  ];

  for (const [inch, px] of table) {
    it(`on a panel of ${inch}″ is ${px.join(', ')} px of 1080 lines from 3, 5, 8 and 10 m`, () => {
      const found = metres.map((dist) => leastFontPx({ inch, dist }));
      for (const [i, least] of px.entries()) expect(Math.abs((found[i] as number) - least)).withContext(`${metres[i]} m`).toBeLessThanOrEqual(1);
    });
  }

  it('is asked for by an address that names diagonal and distance, and by no other', () => {
    expect(panelIn('?inch=86&dist=5.5')).toEqual({ inch: 86, dist: 5.5 });
    for (const other of ['', '?inch=86', '?inch=86&dist=0', '?inch=-1&dist=5', '?inch=wide&dist=5', '?inch=Infinity&dist=5']) expect(panelIn(other)).withContext(other).toBeNull();
  });
});
