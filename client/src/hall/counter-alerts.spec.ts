import { alertRow, counterRow, MINUTE, NOW } from '../spec-rows';
import { counterAlerts, invertedCounters, serviceAlerts, type Standing } from './counter-alerts';

const counters = {
  A01: counterRow(),
  A02: counterRow({ state: 'paused' }),
  A03: counterRow({ state: 'closed' }),
  B01: counterRow({ serviceIds: ['s2'] }),
};
const warning = alertRow({ severity: 'warning' });
const held = alertRow({ acknowledgedAt: NOW, acknowledgedBy: '王敏' });

function severities(alerts: Parameters<typeof counterAlerts>[0]): string[] {
  return [...counterAlerts(alerts, counters)].map(([id, { severity }]) => `${id} ${severity}`);
}

describe('the alerts at a counter', () => {
  it('of a service concern every counter in use that serves it, and no closed one', () => {
    expect(severities({ a: alertRow() })).toEqual(['A01 breach', 'A02 breach']);
    expect(severities({})).toEqual([]);
  });

  it('of a counter, or of a ticket at one, are its own', () => {
    expect(severities({ a: alertRow({ subject: { kind: 'counter', id: 'A02' }, serviceId: null }) })).toEqual(['A02 breach']);
    expect(severities({ a: alertRow({ kind: 'service.time', counterId: 'A01' }) })).toEqual(['A01 breach']);
  });

  it('that are resolved, or belong to no counter, show nowhere', () => {
    expect(severities({ a: alertRow({ resolvedAt: NOW }), b: alertRow({ subject: { kind: 'hall', id: 'h1' }, serviceId: null }) })).toEqual([]);
  });

  it('are told by the worst: a breach before a warning, one nobody has before one in hand, the older before the newer', () => {
    const older = alertRow({ raisedAt: NOW - 5 * MINUTE });
    const worst = (alerts: Parameters<typeof serviceAlerts>[0]): Standing | undefined => serviceAlerts(alerts).get('s1');
    expect(worst({ a: warning, b: held })).toEqual({ severity: 'breach', held: true, owner: '王敏', raisedAt: NOW - MINUTE });
    expect(worst({ a: held, b: alertRow() })?.held).toBeFalse();
    expect(worst({ a: alertRow(), b: older, c: warning })?.raisedAt).toBe(older.raisedAt);
  });
});

describe('a new breach', () => {
  const breach: Standing = { severity: 'breach', held: false, owner: '', raisedAt: NOW };
  const at = (second: number, over: Partial<Standing> = {}): boolean => {
    const standings = new Map([['A01', { ...breach, ...over }]]);
    return invertedCounters(standings, { now: NOW + second * 60_000, speed: 60, since: NOW - 1 }).has('A01');
  };

  it('inverts its tile twice for a second of the screen’s time, however fast the hall’s clock runs, and then holds still', () => {
    expect([0, 1, 2, 3, 4, 5, 600].map((second) => at(second))).toEqual([false, true, false, true, false, false, false]);
  });

  it('moves nothing when it is a warning, in hand, or was raised while the screen was not there', () => {
    expect([at(1, { severity: 'warning' }), at(1, { held: true }), at(1, { raisedAt: NOW - 1 })]).toEqual([false, false, false]);
  });

  it('moves nothing where more than five tiles would move at once', () => {
    const many = (count: number): number => {
      const standings = new Map(Array.from({ length: count }, (_, i) => [`A${i}`, breach]));
      return invertedCounters(standings, { now: NOW + 1_000, speed: 1, since: 0 }).size;
    };
    expect([many(5), many(6)]).toEqual([5, 0]);
  });
});
