import { HallSettings } from './hall.js';
import { Duration, Id, Source } from '../ids.js';

const problems = (settings: object) =>
  (HallSettings.safeParse({ name: 'Hall', ...settings }).error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

describe('What people may set', () => {
  it('[W8] an id is 1 to 64 of A-Z a-z 0-9 . _ : -, and never __proto__', () => {
    for (const id of ['A', '7', 'C-1', 'a.b_c:d', 'x'.repeat(64), 'constructor', '__proto']) expect(Id.safeParse(id).success).withContext(id).toBeTrue();
    for (const id of ['', ' ', 'a b', '窗口', 'x'.repeat(65), '__proto__', 'a/b', 'a\n', 5]) expect(Id.safeParse(id).success).withContext(String(id)).toBeFalse();
    expect([Source.safeParse('/kiosk/3').success, Source.safeParse('__proto__').success, Source.safeParse('a b').success]).toEqual([true, false, false]);
  });

  it('[W3] a name or a source holds no half of a character', () => {
    expect(problems({ name: 'A\ud83d' })).toEqual(['name: must not hold half a character']);
    expect([problems({ name: 'A\ud83d\ude00' }), Source.safeParse('/k\ud83d').success]).toEqual([[], false]);
  });

  it('[W3] a name leaves away what is not seen, and a source refuses it', () => {
    expect(HallSettings.parse({ name: 'a\u0000\u202eb\u2066c\r\u200f👨‍👩‍👧' }).name).toBe('abc👨‍👩‍👧');
    expect(problems({ name: '\u202e' })).toHaveSize(1);
    expect(['/k\u202e', '/k\u0007'].map((source) => Source.safeParse(source).success)).toEqual([false, false]);
  });

  it('[W7] a limit is a duration longer than zero that a number can hold', () => {
    expect(['PT20M', 'P1D', 'PT0.001S'].map((text) => Duration.safeParse(text).success)).toEqual([true, true, true]);
    expect(['PT0S', 'PT0.0001S', '20', `P${'9'.repeat(400)}D`, 'P99999999999D'].map((text) => Duration.safeParse(text).success)).toEqual([false, false, false, false, false]);
  });

  it('[W9] a name is enough: the rest has defaults, and fields that are not ours are kept', () => {
    expect(HallSettings.parse({ name: '大厅', ours: 'not' })).toEqual({
      name: '大厅', timezone: 'Asia/Shanghai', services: [], counters: [], openingHours: [], public: false, demo: false, ours: 'not',
    });
  });

  const refused: [why: string, settings: object, said: string | RegExp][] = [
    ['a zone that is none', { timezone: 'Mars/Olympus' }, 'timezone: must be an IANA time zone such as Asia/Shanghai'],
    ['a service twice', { services: [{ id: 'S1', name: 'a' }, { id: 'S1', name: 'b' }] }, 'services.1.id: S1 stands twice; each id may stand once'],
    ['a counter twice', { counters: [{ id: 'C1', name: 'a' }, { id: 'C1', name: 'b' }] }, 'counters.1.id: C1 stands twice; each id may stand once'],
    ['a counter of an unknown service', { counters: [{ id: 'C1', name: 'a', serviceIds: ['S9'] }] }, 'counters.0.serviceIds: S9 is not one of the hall\'s services'],
    ['a limit of nothing', { services: [{ id: 'S1', name: 'a', waitLimit: 'PT0S' }] }, /services.0.waitLimit: must be an ISO 8601 duration longer than zero/],
    ['hours that close before they open', { openingHours: [{ days: ['mon'], opens: '22:00', closes: '06:00' }] }, /openingHours.0.closes: must be later than opens; a night is two stretches/],
    ['a time of day that is none', { openingHours: [{ days: ['mon'], opens: '8:00', closes: '25:00' }] }, /openingHours.0.opens: must be a time of day/],
    ['a clock before 1970', { clock: { at: '0001-01-01T00:00:00Z' } }, 'clock.at: must lie between 1970 and 2099'],
    ['a clock that stands', { clock: { at: '2026-01-01T00:00:00Z', speed: 0 } }, /clock.speed/],
    ['no name', { name: '' }, /name/],
  ];
  for (const [why, settings, said] of refused) {
    it(`[W9] refuses ${why}, and says where and what instead`, () => {
      const [first = ''] = problems(settings);
      if (typeof said === 'string') expect(first).toBe(said);
      else expect(first).toMatch(said);
    });
  }
});
