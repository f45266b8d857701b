import { nextTurn, readingMs, type Moment, type Turn } from './rotation';

/** Plays a wall second by second and tells at which seconds which page came. */
function play(seconds: number, at: (second: number) => Partial<Moment> = () => ({})): [second: number, page: number][] {
  const pages: [number, number][] = [];
  let turn: Turn | undefined;
  for (let second = 0; second <= seconds; second++) {
    turn = nextTurn(turn, { elapsedMs: second * 1_000, breaches: [], live: true, readMs: [20_000], ...at(second) });
    if (pages.at(-1)?.[1] !== turn.page) pages.push([second, turn.page]);
  }
  return pages;
}

const breach = (id: string, from: number, to: number) => (second: number): Partial<Moment> => (second >= from && second < to ? { breaches: [id] } : {});

describe('the pages of the wall', () => {
  it('turn while the hall is calm: a minute of the first, then as long as the second takes to read', () => {
    expect(play(170)).toEqual([[0, 1], [60, 2], [80, 1], [140, 2], [160, 1]]);
  });

  it('turn to the third where there is one, and to the first when it is taken away', () => {
    expect(play(190, (second) => ({ readMs: second < 160 ? [20_000, 30_000] : [20_000] }))).toEqual([[0, 1], [60, 2], [80, 3], [110, 1], [170, 2], [190, 1]]);
    expect(play(100, (second) => ({ readMs: second < 85 ? [20_000, 30_000] : [20_000] }))).toEqual([[0, 1], [60, 2], [80, 3], [85, 1]]);
  });

  it('go back to the first at once when a breach comes, and stay there for two minutes though it ends', () => {
    expect(play(200, breach('a', 65, 66))).toEqual([[0, 1], [60, 2], [65, 1], [185, 2]]);
  });

  it('never turn while a breach stands, and wait out the first page’s minute once it has ended', () => {
    expect(play(400, breach('a', 10, 300))).toEqual([[0, 1], [359, 2], [379, 1]]);
  });

  it('do not hold for a breach that stood when the wall began, nor turn past it', () => {
    expect(play(100, breach('a', 0, 20))).toEqual([[0, 1], [79, 2], [99, 1]]);
  });

  it('hold anew for each new breach', () => {
    const two = (second: number): Partial<Moment> => ({ breaches: second === 10 ? ['a'] : second === 100 ? ['b'] : [] });
    expect(play(230, two)).toEqual([[0, 1], [220, 2]]);
  });

  it('go back to the first when the server is lost', () => {
    expect(play(130, (second) => ({ live: second < 62 || second > 65 }))).toEqual([[0, 1], [60, 2], [62, 1], [125, 2]]);
  });

  it('take fifteen seconds at least, and a second for 1.8 signs: a Han character, a Latin word, a figure', () => {
    expect([readingMs(''), readingMs('等'.repeat(27)), readingMs('等'.repeat(36)), readingMs('wait 12 '.repeat(27)), readingMs('98.7% 12:30')]).toEqual([15_000, 15_000, 20_000, 30_000, 15_000]);
  });
});
