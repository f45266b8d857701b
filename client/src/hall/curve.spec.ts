import { figuresRow, MINUTE, quarterRow } from '../spec-rows';
import { quartersOf, untilClosing } from './curve';

const EIGHT = Date.parse('2026-11-23T00:00:00Z');

describe('the day’s curve', () => {
  const rows = {
    hall: figuresRow(),
    'quarter:08:15': quarterRow({ startAt: EIGHT + 15 * MINUTE, waiting: 4, waitP90Ms: 150_000 }),
    'quarter:08:00': quarterRow({ startAt: EIGHT, waiting: 2 }),
  };

  it('is made of the quarters alone, in the order of time, in minutes', () => {
    expect(quartersOf(rows)).toEqual([
      { label: '08:00', startAt: EIGHT, waiting: 2, p50: null, p90: null },
      { label: '08:15', startAt: EIGHT + 15 * MINUTE, waiting: 4, p50: null, p90: 2.5 },
    ]);
  });

  it('reaches to closing time with nothing in the hours to come', () => {
    const day = untilClosing(quartersOf(rows), EIGHT + 60 * MINUTE, 'Asia/Shanghai');
    expect(day.map((point) => point.label)).toEqual(['08:00', '08:15', '08:30', '08:45', '09:00']);
    expect(day.at(-1)?.waiting).toBeNull();
    expect(untilClosing(quartersOf(rows), null, 'Asia/Shanghai').length).toBe(2);
    expect(untilClosing([], EIGHT, 'Asia/Shanghai')).toEqual([]);
  });
});
