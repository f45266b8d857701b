import { settingsForSpec } from '../hall/hall.spec-kit.js';
import { parseInstant } from '../../../shared/instant.js';
import { localTime } from './day.js';
import { endOfWorkingDay } from './working-days.js';

const office = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'] as ('mon' | 'tue' | 'wed' | 'thu' | 'fri')[], opens: '09:00', closes: '17:00' }];
const national = [
  ...['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'].map((date) => ({ date, hours: [] })),
  { date: '2026-10-10', hours: [{ opens: '09:00', closes: '17:00' }] },
];

describe('A limit in working days', () => {
  const table: [told: string, from: string, days: number, hall: object, last: string][] = [
    ['ends with the next day', '2026-11-23T09:00:00+08:00', 1, { openingHours: office }, '2026-11-24'],
    ['does not count the day that begins it, whatever the hour', '2026-11-23T23:59:00+08:00', 1, { openingHours: office }, '2026-11-24'],
    ['leaps over a weekend', '2026-11-26T12:00:00+08:00', 5, { openingHours: office }, '2026-12-03'],
    ['from a Saturday begins on Monday', '2026-11-28T12:00:00+08:00', 1, { openingHours: office }, '2026-11-30'],
    ['leaps over a holiday and counts the day worked instead (调休)', '2026-09-30T12:00:00+08:00', 5, { openingHours: office, exceptions: national }, '2026-10-13'],
    ['goes Monday to Friday in a hall without hours', '2026-11-27T12:00:00+08:00', 2, {}, '2026-12-01'],
    ['runs by the hall\'s own clocks', '2026-11-23T23:30:00Z', 1, { openingHours: office }, '2026-11-25'],
  ];
  for (const [told, from, days, hall, last] of table) {
    it(`[E3] ${told}: ${days} from ${from} end with ${last}`, () => {
      const settings = settingsForSpec(hall);
      const end = endOfWorkingDay(settings, parseInstant(from), days);
      expect(localTime(end - 1, settings.timezone)).toEqual({ date: last, time: '23:59' });
    });
  }

  it('[E3] ends also in a hall that never opens', () => {
    expect(endOfWorkingDay(settingsForSpec({ openingHours: [], exceptions: [] }), 0, 2)).toBeGreaterThan(0);
    const closed = Array.from({ length: 500 }, (_, index) => ({ date: new Date(Date.UTC(2026, 0, index + 1)).toISOString().slice(0, 10), hours: [] }));
    expect(endOfWorkingDay(settingsForSpec({ openingHours: office, exceptions: closed }), Date.UTC(2026, 0, 1), 5)).toBeGreaterThan(Date.UTC(2026, 0, 5));
  });
});
