import { weekdays } from '../../../shared/glossary/choices.js';
import { dayAt, dayOf, instantOf, isWithin, localTime, openingsOn } from './day.js';

const HOUR = 3_600_000;
const utc = (at: number) => new Date(at).toISOString().replace(':00.000Z', 'Z');

describe('The day of a hall', () => {
  const days: [date: string, zone: string, start: string, hours: number, why: string][] = [
    ['2026-03-02', 'Asia/Shanghai', '2026-03-01T16:00Z', 24, 'no change of the clocks'],
    ['2026-03-29', 'Europe/Warsaw', '2026-03-28T23:00Z', 23, 'clocks go forward at two'],
    ['2026-10-25', 'Europe/Warsaw', '2026-10-24T22:00Z', 25, 'clocks go back at three'],
    ['2024-02-29', 'Asia/Shanghai', '2024-02-28T16:00Z', 24, 'a leap day'],
    ['2026-05-01', 'Asia/Kathmandu', '2026-04-30T18:15Z', 24, 'five hours and three quarters ahead'],
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00Z', 23, 'midnight does not exist: the day begins at one'],
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-17T02:00Z', 25, 'the last hour before midnight comes twice'],
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00Z', 25, 'the first hour of the day comes twice'],
    ['2026-03-29', 'Atlantic/Azores', '2026-03-29T01:00Z', 23, 'midnight does not exist'],
    ['2026-10-04', 'Australia/Lord_Howe', '2026-10-03T13:30Z', 23.5, 'clocks go by half an hour'],
    ['2026-04-05', 'Australia/Lord_Howe', '2026-04-04T13:00Z', 24.5, 'clocks go by half an hour'],
    ['2011-12-29', 'Pacific/Apia', '2011-12-29T10:00Z', 24, 'the day after it never was'],
    ['1986-05-04', 'Asia/Shanghai', '1986-05-03T16:00Z', 23, 'China had summer time once'],
  ];
  for (const [date, zone, start, hours, why] of days) {
    it(`[D1] of ${date} in ${zone} lasts ${hours} hours: ${why}`, () => {
      const day = dayOf(date, zone);
      expect([utc(day.startAt), (day.endAt - day.startAt) / HOUR]).toEqual([start, hours]);
      expect(dayAt(day.startAt, zone)).toEqual(day);
      expect(dayAt(day.endAt - 1, zone)).toEqual(day);
      expect(dayAt(day.endAt, zone).date > date).toBeTrue();
    });
  }

  it('[D1] begins with its first instant and ends before its last', () => {
    const day = dayOf('2026-03-02', 'Asia/Shanghai');
    expect([day.startAt - 1, day.startAt, day.endAt - 1, day.endAt].map((at) => isWithin(day, at))).toEqual([false, true, true, false]);
  });

  it('[D1] holds every instant of two years of every kind of zone, and days follow without a gap', () => {
    let [checked, before] = [0, dayOf('2025-12-31', 'UTC')];
    for (const zone of ['Asia/Shanghai', 'Europe/Warsaw', 'America/Havana', 'Asia/Beirut', 'Australia/Lord_Howe', 'Pacific/Chatham', 'America/Nuuk']) {
      before = dayOf('2025-12-31', zone);
      for (let at = before.endAt; at < Date.UTC(2028); ) {
        const day = dayAt(at, zone);
        expect(day.startAt).withContext(`${zone} ${day.date}`).toBe(before.endAt);
        expect(dayAt(at + 12 * HOUR, zone).date).withContext(`${zone} ${day.date}`).toBe(day.date);
        [before, at] = [day, day.endAt];
        checked++;
      }
    }
    console.log(`calendar: ${checked} days in a row checked`);
  });

  it('[D2] a time that the clocks leap over is the first instant after the leap', () => {
    expect(utc(instantOf('2026-03-29', '02:30', 'Europe/Warsaw'))).toBe('2026-03-29T01:00Z');
    expect(localTime(Date.parse('2026-03-29T01:00Z'), 'Europe/Warsaw')).toEqual({ date: '2026-03-29', time: '03:00' });
  });

  it('[D3] a time that comes twice is its first coming', () => {
    for (const time of ['02:00', '02:01', '02:29', '02:30', '02:45', '02:59']) {
      expect(utc(instantOf('2026-10-25', time, 'Europe/Warsaw'))).withContext(time).toBe(`2026-10-25T00:${time.slice(3)}Z`);
    }
    expect(utc(instantOf('2026-10-25', '03:00', 'Europe/Warsaw'))).toBe('2026-10-25T02:00Z');
    expect(utc(instantOf('2026-04-05', '01:45', 'Australia/Lord_Howe'))).toBe('2026-04-04T14:45Z');
  });

  it('[D4] opening hours are those of its weekday, in order, on the clocks of the hall', () => {
    const hours = [
      { days: ['mon' as const, 'tue' as const], opens: '13:00', closes: '17:00' },
      { days: [...weekdays], opens: '08:30', closes: '12:00' },
      { days: ['sun' as const], opens: '22:00', closes: '24:00' },
    ];
    const on = (date: string) => openingsOn(dayOf(date, 'Europe/Warsaw'), hours).map(({ opensAt, closesAt }) => `${utc(opensAt)}–${utc(closesAt)}`);
    expect(on('2026-03-02')).toEqual(['2026-03-02T07:30Z–2026-03-02T11:00Z', '2026-03-02T12:00Z–2026-03-02T16:00Z']);
    expect(on('2026-03-04')).toEqual(['2026-03-04T07:30Z–2026-03-04T11:00Z']);
    expect(on('2026-03-29')).toEqual(['2026-03-29T06:30Z–2026-03-29T10:00Z', '2026-03-29T20:00Z–2026-03-29T22:00Z']);
  });
});
