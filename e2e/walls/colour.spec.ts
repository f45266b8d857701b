import { contrast, difference, lab, seenWith } from './colour.js';

describe('What eyes make of colours', () => {
  it('gives the published contrast of black, white and grey', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrast([119, 119, 119], [255, 255, 255])).toBeCloseTo(4.48, 2);
  });

  it('gives the published CIELAB values of sRGB red and blue', () => {
    for (const [colour, expected] of [[[255, 0, 0], [53.24, 80.09, 67.2]], [[0, 0, 255], [32.3, 79.19, -107.86]]] as const) {
      lab(colour).forEach((value, i) => expect(value).toBeCloseTo(expected[i] ?? NaN, 1));
    }
  });

  it('tells red from green, and to a deuteranope much less', () => {
    const [red, green] = [[200, 60, 40], [110, 120, 40]] as const;
    expect(difference(red, green)).toBeGreaterThan(40);
    expect(difference(seenWith('deuteranopia', red), seenWith('deuteranopia', green))).toBeLessThan(15);
  });

  it('gives the differences of red, blue and grey that other implementations give', () => {
    expect(difference([255, 0, 0], [0, 0, 255])).toBeCloseTo(52.88, 1);
    expect(difference([255, 255, 255], [0, 0, 0])).toBeCloseTo(100, 3);
    expect(difference([90, 90, 90], [90, 90, 90])).toBe(0);
  });
});
