import { monthAfter } from '../hall/local-time';
import { daysIn, leafOf, periodOf, shifted, weekBefore, weekdayOf } from './period';

describe('the days of a report', () => {
  it('are the one picked, or so many up to it', () => {
    expect(daysIn(periodOf('2026-11-23', 1))).toEqual(['2026-11-23']);
    expect(daysIn(periodOf('2026-03-02', 7))).toEqual(['2026-02-24', '2026-02-25', '2026-02-26', '2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02']);
    expect(daysIn(periodOf('2026-11-23', 400)).length).toBe(31);
  });

  it('are compared with the same weekdays before them', () => {
    expect(weekBefore(periodOf('2026-11-23', 1))).toEqual({ from: '2026-11-16', to: '2026-11-16' });
    const month = periodOf('2026-11-23', 30);
    expect(weekdayOf(weekBefore(month).to)).toBe(weekdayOf(month.to));
    expect(weekBefore(month).to < month.from).toBe(true);
  });

  it('stand on a leaf that begins with a Monday', () => {
    const leaf = leafOf('2026-11');
    expect([leaf[0], leaf[6], leaf.length, weekdayOf('2026-11-23'), weekdayOf('2023-12-31')]).toEqual(['2026-10-26', '2026-11-01', 42, 0, 6]);
  });

  it('go on from year to year', () => {
    expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1)]).toEqual(['2027-01', '2025-12']);
    expect(shifted({ from: '2026-12-31', to: '2026-12-31' }, 1)).toEqual({ from: '2027-01-01', to: '2027-01-01' });
  });
});
