import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { hallTime, realTime, REAL_CLOCK, type Clock } from '../calendar/clock.js';
import { placeAmong, placeEvent } from './fact.js';

const HEARD = Date.parse('2026-03-02T10:00:00Z');
const event = (time?: string): PostedEvent => ({ specversion: '1.0', id: '1', source: '/k', type: 'hall.opened', ...(time ? { time } : {}), data: {} });
const placedAt = (time: string | undefined, clock: Clock = REAL_CLOCK) => {
  const { at, flags } = placeEvent({ seq: 1, loggedAt: HEARD, event: event(time) }, clock);
  return `${new Date(at).toISOString().slice(0, 19)} ${flags.join()}`.trim();
};

describe('An event on the time line', () => {
  const table: [said: string | undefined, placed: string][] = [
    ['2026-03-02T10:00:00Z', '2026-03-02T10:00:00'],
    ['2026-03-02T18:00:00+08:00', '2026-03-02T10:00:00'],
    ['2026-03-02T09:59:00Z', '2026-03-02T09:59:00'],
    ['2026-03-02T09:58:59Z', '2026-03-02T09:58:59 late'],
    ['2026-02-20T09:00:00Z', '2026-02-20T09:00:00 late'],
    ['1990-01-01T00:00:00Z', '1990-01-01T00:00:00 late'],
    ['1989-12-31T23:59:59Z', '2026-03-02T10:00:00 noTime'],
    ['1970-01-01T00:00:00Z', '2026-03-02T10:00:00 noTime'],
    ['2026-03-02T10:00:05Z', '2026-03-02T10:00:05'],
    ['2026-03-02T10:00:06Z', '2026-03-02T10:00:00 early'],
    ['2099-01-01T00:00:00Z', '2026-03-02T10:00:00 early'],
    ['0000-01-01T00:00:00+14:00', '2026-03-02T10:00:00 noTime'],
    ['1970-01-01T00:00:00+00:01', '2026-03-02T10:00:00 noTime'],
    [undefined, '2026-03-02T10:00:00 noTime'],
    ['ten o’clock', '2026-03-02T10:00:00 noTime'],
  ];
  for (const [said, placed] of table) it(`[D5] that says ${said ?? 'nothing'} stands at ${placed}`, () => expect(placedAt(said)).toBe(placed));

  it('[D7] on a fast clock a second of delay is many seconds: the slack grows with its speed', () => {
    const fast = { setAt: HEARD - 120_000, showsAt: Date.parse('1999-01-01T08:00:00Z'), speed: 60 };
    expect(placedAt('1999-01-01T10:05:00Z', fast)).toBe('1999-01-01T10:05:00');
    expect(placedAt('1999-01-01T10:05:01Z', fast)).toBe('1999-01-01T10:00:00 early');
    expect(placedAt('1999-01-01T09:00:00Z', fast)).toBe('1999-01-01T09:00:00');
    expect(placedAt('1999-01-01T08:59:59Z', fast)).toBe('1999-01-01T08:59:59 late');
    expect(placedAt('1999-01-01T07:59:59Z', fast)).withContext('told as history, before the clock was set').toBe('1999-01-01T07:59:59');
    const slow = { ...fast, speed: 0.1 };
    expect(placedAt('1999-01-01T08:00:17Z', slow)).toBe('1999-01-01T08:00:17');
    expect(placedAt('1999-01-01T08:00:18Z', slow)).toBe('1999-01-01T08:00:12 early');
  });

  it('[D8] a clock of the hall’s own shows what it was set to, runs at its speed, and stands still before the year 10000', () => {
    const clock = { setAt: 1_000_000, showsAt: 5_000_000_000, speed: 60 };
    expect([1_000_000, 1_001_000, 999_000].map((real) => hallTime(clock, real))).toEqual([5_000_000_000, 5_000_060_000, 4_999_940_000]);
    expect(realTime(clock, 5_000_060_000)).toBe(1_001_000);
    expect(hallTime(REAL_CLOCK, 1_795_392_000_123)).toBe(1_795_392_000_123);
    expect(new Date(hallTime({ ...clock, speed: 10_000 }, Date.UTC(2090))).toISOString()).toBe('9999-12-30T00:00:00.000Z');
  });

  it('[T9] finds its place among facts by time, and by seq within one instant', () => {
    const facts = [{ at: 10, seq: 4 }, { at: 20, seq: 1 }, { at: 20, seq: 3 }];
    const places = [{ at: 5, seq: 9 }, { at: 10, seq: 5 }, { at: 20, seq: 2 }, { at: 20, seq: 9 }, { at: 30, seq: 0 }].map((fact) => placeAmong(facts, fact));
    expect(places).toEqual([0, 1, 2, 3, 3]);
  });
});
