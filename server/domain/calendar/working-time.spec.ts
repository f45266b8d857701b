import fc from 'fast-check';
import { dayAt, openingsOn } from './day.js';
import { agedBefore, dueAfter, lengthWithin, type Counting } from './working-time.js';

const [MINUTE, HOUR] = [60_000, 3_600_000];
const every = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const weekdays = [...every.slice(0, 5)];

const countings: NonNullable<Counting>[] = [
  { timezone: 'Asia/Shanghai', openingHours: [{ days: weekdays, opens: '08:30', closes: '12:00' }, { days: weekdays, opens: '13:30', closes: '17:00' }], exceptions: [{ date: '2026-03-03', hours: [] }, { date: '2026-03-07', hours: [{ opens: '09:00', closes: '11:00' }] }] },
  { timezone: 'Europe/Warsaw', openingHours: [{ days: [...every], opens: '00:00', closes: '24:00' }] },
  { timezone: 'Europe/Warsaw', openingHours: [{ days: [...every], opens: '22:00', closes: '24:00' }, { days: [...every], opens: '00:00', closes: '06:00' }] },
  { timezone: 'America/Havana', openingHours: [{ days: ['sat', 'sun'], opens: '00:30', closes: '03:30' }, { days: ['sun'], opens: '02:00', closes: '05:00' }] },
];

/** Minute by minute, as anyone would count it. */
function isOpen(counting: NonNullable<Counting>, at: number): boolean {
  return openingsOn(dayAt(at, counting.timezone), counting.openingHours, counting.exceptions).some(({ opensAt, closesAt }) => at >= opensAt && at < closesAt);
}

describe('A length in opening hours', () => {
  const utc = (text: string) => Date.parse(text);

  it('[R4] runs on over breaks, nights, weekends, holidays and changes of the clocks', () => {
    const [office, allDay, night] = countings as [NonNullable<Counting>, NonNullable<Counting>, NonNullable<Counting>];
    const cases: [counting: Counting, since: string, length: number, due: string][] = [
      [office, '2026-03-02T11:50+08:00', 20 * MINUTE, '2026-03-02T13:40+08:00'],
      [office, '2026-03-02T11:50+08:00', 10 * MINUTE, '2026-03-02T12:00+08:00'],
      [office, '2026-03-02T16:50+08:00', 20 * MINUTE, '2026-03-04T08:40+08:00'],
      [office, '2026-03-06T17:00+08:00', 3 * HOUR, '2026-03-09T09:30+08:00'],
      [office, '2026-03-02T12:30+08:00', 0, '2026-03-02T13:30+08:00'],
      [allDay, '2026-03-28T12:00+01:00', 24 * HOUR, '2026-03-29T13:00+02:00'],
      [night, '2026-03-28T22:00+01:00', 7 * HOUR, '2026-03-29T06:00+02:00'],
      [night, '2026-10-24T22:00+02:00', 9 * HOUR, '2026-10-25T06:00+01:00'],
      [null, '2026-03-02T16:50+08:00', 20 * MINUTE, '2026-03-02T17:10+08:00'],
      [{ timezone: 'Asia/Shanghai', openingHours: [] }, '2026-03-02T16:50+08:00', 20 * MINUTE, '2026-03-02T17:10+08:00'],
    ];
    for (const [counting, since, length, due] of cases) expect(dueAfter(counting, utc(since), length)).withContext(`${since} ${length}`).toBe(utc(due));
  });

  it('[R4] goes back 400 days and no further, also to where a clock that was never set says it began', () => {
    const to = utc('2026-03-02T12:00+08:00');
    for (const counting of countings) expect(lengthWithin(counting, 0, to)).toBe(lengthWithin(counting, to - 400 * 24 * HOUR, to));
    expect(lengthWithin(countings[1]!, 0, to)).toBe(400 * 24 * HOUR);
  });

  it('[R4] is what a count minute by minute gives, and has run out for all that began before and for nothing that began after', () => {
    const from = utc('2026-03-01T00:00Z');
    const cases = fc.record({
      counting: fc.constantFrom(...countings),
      since: fc.oneof(fc.nat(12 * 24 * 60), fc.integer({ min: 26 * 24 * 60, max: 30 * 24 * 60 })).map((minute) => from + minute * MINUTE),
      span: fc.nat(3 * 24 * 60),
      minutes: fc.nat(900),
    });
    const found = fc.check(fc.property(cases, ({ counting, since, span, minutes }) => {
      let plain = 0;
      for (let minute = 0; minute < Math.min(span, 600); minute++) if (isOpen(counting, since + minute * MINUTE)) plain += MINUTE;
      expect(lengthWithin(counting, since, since + Math.min(span, 600) * MINUTE)).toBe(plain);
      const length = minutes * MINUTE;
      const due = dueAfter(counting, since, length);
      expect(lengthWithin(counting, since, due)).toBe(length);
      const latest = agedBefore(counting, due, length);
      expect(latest).toBeGreaterThanOrEqual(since);
      expect(dueAfter(counting, latest, length)).toBeLessThanOrEqual(due);
      expect(dueAfter(counting, latest + 1, length)).toBeGreaterThan(due);
    }), { numRuns: 60 });
    expect(found.failed).withContext(fc.defaultReportMessage(found) ?? '').toBeFalse();
  });
});
