import { NOW } from '../spec-rows';
import { boundsOf, instantAt, localText, timeNear } from './local-time';

describe('the hall’s local time', () => {
  for (const [local, timezone, utc] of [
    ['2026-11-23T10:30', 'Asia/Shanghai', '2026-11-23T02:30:00.000Z'],
    ['2026-07-01T09:00', 'Europe/Warsaw', '2026-07-01T07:00:00.000Z'],
    ['2026-11-01T03:30', 'America/New_York', '2026-11-01T08:30:00.000Z'],
    ['2026-03-08T12:00', 'America/New_York', '2026-03-08T16:00:00.000Z'],
  ] as const) {
    it(`finds ${local} in ${timezone} at ${utc}, and back`, () => {
      expect(new Date(instantAt(local, timezone)).toISOString()).toBe(utc);
      expect(localText(instantAt(local, timezone), timezone)).toBe(local);
    });
  }

  it('knows how long a day is where clocks are turned', () => {
    const hours = (date: string): number => { const { from, to } = boundsOf(date, 'Europe/Warsaw'); return (to - from) / 3_600_000; };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-12-31')]).toEqual([23, 25, 24]);
  });

  it('names the day only where it is another', () => {
    const hall = { day: '2026-11-23', timezone: 'Asia/Shanghai' };
    expect([timeNear(NOW, hall), timeNear(NOW + 24 * 3_600_000, hall)]).toEqual(['10:42', '11-24 10:42']);
  });

  it('is no time where people wrote none', () => {
    expect(instantAt('', 'Asia/Shanghai')).toBeNaN();
  });
});
