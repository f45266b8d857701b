import { wakingClock } from './waking-clock';

describe('the waking clock', () => {
  it('counts a sleep in which the steady clock stood still, and no clock that is set back or by a hair', () => {
    let [steady, machine] = [100, 1_000_000];
    const elapsed = wakingClock(() => steady, () => machine);
    const after = (steadyMs: number, machineMs: number): number => {
      steady += steadyMs;
      machine += machineMs;
      return elapsed();
    };
    expect(after(1_000, 1_000)).toBe(1_100);
    expect(after(1_000, 3_600_000)).toBe(3_600_100 + 1_000);
    expect(after(1_000, 2_500)).toBe(3_602_100);
    expect(after(1_000, -3_600_000)).toBe(3_603_100);
    expect(after(1_000, 1_000)).toBe(3_604_100);
  });
});
