import { driftAt, roamAt, type Place } from './drift';

const SECONDS = 20 * 60;
const path = (placeAt: (elapsedMs: number) => Place, seconds: number): Place[] => Array.from({ length: seconds + 1 }, (_, second) => placeAt(second * 1_000));
const reach = (values: number[]): number => Math.max(...values) - Math.min(...values);

describe('the drift of the wall', () => {
  const places = path(driftAt, SECONDS);

  it('comes back after twenty minutes, having gone eight pixels each way and no further', () => {
    expect(places.at(-1)).toEqual(places[0] as Place);
    expect([reach(places.map(({ x }) => x)), reach(places.map(({ y }) => y))]).toEqual([8, 8]);
    expect(Math.max(...places.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]))).toBe(4);
  });

  it('goes a pixel at a time', () => {
    const steps = places.slice(1).map(({ x, y }, i) => Math.max(Math.abs(x - (places[i]?.x ?? 0)), Math.abs(y - (places[i]?.y ?? 0))));
    expect(Math.max(...steps)).toBe(1);
  });

  it('stands nowhere for a tenth of its path', () => {
    const stays = new Map<string, number>();
    for (const { x, y } of places) stays.set(`${x},${y}`, (stays.get(`${x},${y}`) ?? 0) + 1);
    expect(Math.max(...stays.values())).toBeLessThan(SECONDS / 10);
  });
});

describe('what is left of the wall after hours', () => {
  it('wanders over the whole screen and never out of it, slowly', () => {
    const places = path(roamAt, 40 * 60);
    for (const values of [places.map(({ x }) => x), places.map(({ y }) => y)]) {
      expect([Math.min(...values), Math.max(...values)]).toEqual([0, 1]);
      expect(Math.max(...values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? 0))))).toBeLessThan(0.004);
    }
  });
});
