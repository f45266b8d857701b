import { leastFontPx, panelIn, smallestText } from './panel';

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

describe('the smallest text of a wall', () => {
  const table: [inch: number, dist: number, mm: number, from: number, inchNeeded: number][] = [
    [86, 3, 23.8, 3, 86],
    [55, 5, 15.2, 1.9, 144],
    [110, 3, 30.4, 3.8, 86],
  ];

  for (const [inch, dist, mm, from, inchNeeded] of table) {
    it(`on a panel of ${inch}″ is ${mm} mm high and read from ${from} m; from ${dist} m it takes ${inchNeeded}″`, () => {
      const found = smallestText({ inch, dist });
      expect([found.mm.toFixed(1), found.from.toFixed(1), found.inchNeeded.toFixed(0)]).toEqual([mm.toFixed(1), from.toFixed(1), String(inchNeeded)]);
    });
  }

  it('can be read from just so far as it asks for the least font', () => {
    for (const inch of [43, 86, 110]) expect(leastFontPx({ inch, dist: smallestText({ inch, dist: 1 }).from })).toBe(24);
  });
});
