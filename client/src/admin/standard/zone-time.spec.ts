import { clockText, dateAfter, instantOf } from './zone-time';

describe('the clocks of a hall’s zone', () => {
  for (const [zone, text, instant] of [
    ['Asia/Shanghai', '2026-11-23 09:30', '2026-11-23T01:30:00Z'],
    ['Europe/Warsaw', '2026-10-25 00:30', '2026-10-24T22:30:00Z'],
    ['Europe/Warsaw', '2026-10-25 04:30', '2026-10-25T03:30:00Z'],
    ['America/New_York', '2026-03-08 03:30', '2026-03-08T07:30:00Z'],
  ] as const) {
    it(`show ${text} in ${zone} at ${instant}`, () => {
      expect(clockText(Date.parse(instant), zone)).toBe(text);
      expect(instantOf(text.replace(' ', 'T'), zone)).toBe(Date.parse(instant));
    });
  }

  it('show nothing at what is no time', () => {
    expect(instantOf('', 'Asia/Shanghai')).toBeNaN();
  });

  it('go on from month to month', () => {
    expect([dateAfter('2026-12-31', 1), dateAfter('2026-03-01', -1)]).toEqual(['2027-01-01', '2026-02-28']);
  });
});
