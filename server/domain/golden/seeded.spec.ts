import { Agenda } from './agenda.js';
import { seeded } from './seeded.js';

describe('Seeded chance', () => {
  it('draws the same numbers for the same seed, and others for the next', () => {
    const draw = (seed: string): number[] => Array.from({ length: 100 }, seeded(seed).next);
    expect(draw('2026-03-02')).toEqual(draw('2026-03-02'));
    expect(draw('2026-03-02')).not.toEqual(draw('2026-03-03'));
  });

  it('is even, and its lognormal has the median that was asked for', () => {
    const chance = seeded('even');
    const numbers = Array.from({ length: 20_000 }, chance.next);
    expect(numbers.every((n) => n >= 0 && n < 1)).toBeTrue();
    expect(numbers.reduce((a, b) => a + b) / numbers.length).toBeCloseTo(0.5, 1);
    const below = Array.from({ length: 20_000 }, () => chance.lognormal(7, 0.6)).filter((n) => n < 7).length;
    expect(below / 20_000).toBeCloseTo(0.5, 1);
  });

  it('branches into streams that do not move each other', () => {
    const [a, b] = [seeded('x'), seeded('x')];
    b.branch('other').next();
    expect(a.next()).toBe(b.next());
    expect(seeded('x').branch('1').next()).not.toBe(seeded('x').branch('2').next());
  });

  it('picks by weight', () => {
    const chance = seeded('weights');
    const picks = Array.from({ length: 10_000 }, () => chance.pick([1, 3], (n) => n));
    expect(picks.filter((n) => n === 3).length / 10_000).toBeCloseTo(0.75, 1);
    expect(() => chance.pick([], () => 1)).toThrowError(/at least one/);
  });
});

describe('The agenda', () => {
  it('lets things happen in time order, and in the order of planning at the same instant', () => {
    const chance = seeded('agenda');
    const agenda = new Agenda();
    const happened: [number, number][] = [];
    for (let i = 0; i < 2000; i++) {
      const at = Math.floor(chance.next() * 300);
      agenda.plan(at, () => happened.push([at, i]));
    }
    agenda.run();
    expect(happened.length).toBe(2000);
    expect(happened).toEqual([...happened].sort(([a, i], [b, j]) => a - b || i - j));
  });

  it('takes what is planned for the past as due now', () => {
    const agenda = new Agenda();
    const seen: number[] = [];
    agenda.plan(10, () => { agenda.plan(3, () => seen.push(agenda.now)); });
    agenda.run();
    expect(seen).toEqual([10]);
  });
});
