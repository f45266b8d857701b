import { poissonInterval } from './poisson.js';

/** The 95 % limits as tables print them (Garwood 1936; Ulm 1990; Pearson & Hartley, Biometrika Tables, table 40). */
const published: [count: number, low: number, high: number][] = [
  [0, 0, 3.689], [1, 0.0253, 5.572], [2, 0.2422, 7.225], [3, 0.6187, 8.767], [4, 1.09, 10.242], [5, 1.623, 11.668],
  [10, 4.795, 18.39], [20, 12.217, 30.888], [50, 37.11, 65.92], [100, 81.36, 121.63],
];

describe('The exact interval of a Poisson mean', () => {
  for (const [count, low, high] of published) {
    it(`[E9] is ${low} to ${high} of ${count}`, () => {
      const told = poissonInterval(count);
      expect(told.low).toBeCloseTo(low, count < 3 ? 4 : 2);
      expect(told.high).toBeCloseTo(high, 2);
    });
  }

  it('[E9] stands for a count of any size, where it comes to what the normal law says', () => {
    const { low, high } = poissonInterval(20_000);
    expect([low, high].map((end) => Number(((end - 20_000) / Math.sqrt(20_000)).toFixed(1)))).toEqual([-2, 2]);
  });
});
