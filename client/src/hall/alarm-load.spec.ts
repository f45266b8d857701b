import { MINUTE, NOW } from '../spec-rows';
import { alarmLoad } from './alarm-load';

const dayStartAt = NOW - 600 * MINUTE;

describe('the alarm load', () => {
  it('counts those of the last ten minutes and of the day', () => {
    const raised = [NOW, NOW - 9 * MINUTE, NOW - 10 * MINUTE, dayStartAt, dayStartAt - 1];
    expect(alarmLoad(raised, { now: NOW, dayStartAt })).toEqual({ lastTenMinutes: 2, today: 4, flood: false });
  });

  for (const [count, flood] of [[10, false], [11, true]] as const) {
    it(`is ${flood ? 'a' : 'no'} flood at ${count} in ten minutes`, () => {
      expect(alarmLoad(Array<number>(count).fill(NOW - MINUTE), { now: NOW, dayStartAt }).flood).toBe(flood);
    });
  }
});
