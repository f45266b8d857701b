import { day } from '../golden/day-builder.js';
import { nextDeadline } from './advance.js';
import { HallForSpec, settingsForSpec } from './hall.spec-kit.js';
import type { Quarter } from '../../../shared/rows/figures.js';

const DATE = '2026-03-02'; // a Monday
const MINUTE = 60_000;
const at = (time: string, date = DATE) => `${date}T${time.length === 5 ? `${time}:00` : time}+08:00`;
const instant = (time: string, date = DATE) => Date.parse(at(time, date));
const written = () => day(DATE, 'Asia/Shanghai');
const hallAt = (time = '08:00', settings = settingsForSpec()) => new HallForSpec(at(time), settings);
const openingHours = [{ days: ['mon' as const], opens: '08:30', closes: '12:00' }, { days: ['mon' as const], opens: '13:30', closes: '17:00' }];

describe('A hall', () => {
  it('[H1] is open as was said today; else by its opening hours; else always', () => {
    expect(hallAt('03:00').rows.hall['spec']?.state).toBe('open');
    const hall = hallAt('08:00', settingsForSpec({ openingHours }));
    const states = ['08:29:59', '08:30', '11:59:59', '12:00', '13:30', '17:00'].map((time) => hall.until(at(time)).rows.hall['spec']?.state);
    expect(states).toEqual(['closed', 'open', 'open', 'closed', 'open', 'closed']);
    hall.hear(written().at('17:10').openHall());
    expect(hall.rows.hall['spec']?.state).toBe('open');
    hall.hear(written().at('17:05').closeHall(), at('17:20'));
    expect(hall.rows.hall['spec']?.state).withContext('late word of an earlier closing').toBe('open');
    expect(hall.until(at('00:01', '2026-03-03')).rows.hall['spec']?.state).toBe('closed');
  });

  it('[H2] tells its day, and when it opens first and closes last', () => {
    const { day: date, opensAt, closesAt, speed } = hallAt('08:00', settingsForSpec({ openingHours: [...openingHours, { days: ['mon'], opens: '09:00', closes: '10:00' }] })).rows.hall['spec']!;
    expect([date, opensAt, closesAt, speed]).toEqual([DATE, instant('08:30'), instant('17:00'), 1]);
    expect(hallAt().rows.hall['spec']).toEqual(jasmine.objectContaining({ opensAt: null, closesAt: null }));
  });

  it('[H5] tells when it next opens: later today, on another day, or never', () => {
    const hall = hallAt('08:00', settingsForSpec({ openingHours }));
    const next = (time: string, date = DATE) => {
      const { nextOpensAt, nextClosesAt } = hall.until(at(time, date)).rows.hall['spec']!;
      return [nextOpensAt, nextClosesAt];
    };
    expect(next('08:29')).toEqual([instant('08:30'), instant('12:00')]);
    expect(next('08:30')).toEqual([instant('13:30'), instant('17:00')]);
    expect(next('14:00')).toEqual([instant('08:30', '2026-03-09'), instant('12:00', '2026-03-09')]);
    expect(next('23:00', '2026-03-05')).toEqual([instant('08:30', '2026-03-09'), instant('12:00', '2026-03-09')]);
    expect(hallAt().rows.hall['spec']).toEqual(jasmine.objectContaining({ nextOpensAt: null, nextClosesAt: null }));
  });

  it('[H3] shows what its settings name and what today speaks of; what settings drop is gone unless it is at work', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').issue('T1', { service: 'S8' }).call('T1', 'C8').leave('T1').open('C9').observe('S9', 4));
    hall.configure(settingsForSpec({ services: [], counters: [] }), at('09:30'));
    expect(Object.keys(hall.rows.services).sort()).toEqual(['S8', 'S9']);
    expect(Object.keys(hall.rows.counters).sort()).toEqual(['C8', 'C9']);
    expect(Object.keys(hall.rows.figures).filter((id) => /^(service|counter)/.test(id)).sort()).toEqual(['counter:C8', 'counter:C9', 'service:S8', 'service:S9']);
    hall.until(at('00:00', '2026-03-03'));
    expect([Object.keys(hall.rows.services), Object.keys(hall.rows.counters)]).toEqual([[], ['C9']]);
  });

  it('[H4] counts today anew when its settings change: another limit judges the whole day', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).issue('T2', { service: 'S2' }).at('09:15').call('T1', 'C1').end('T1', 'C1')
      .at('09:16').rate(4, 'C1').observe('S7', 5).openHall().pause('C2'));
    expect(hall.figures('service:S1').serviceLevel).toEqual(jasmine.objectContaining({ targetMs: 20 * MINUTE, within: 1, of: 1 }));
    const before = hall.rows;
    hall.configure(settingsForSpec(), at('09:16'));
    expect(hall.rows).toEqual(before);
    hall.configure(settingsForSpec({ services: [{ id: 'S1', name: '1', waitLimit: 'PT10M' }, { id: 'S2', name: '2', waitLimit: 'PT10M' }] }), at('09:17'));
    expect(hall.figures('service:S1').serviceLevel).toEqual(jasmine.objectContaining({ targetMs: 10 * MINUTE, within: 0, of: 1 }));
    expect(hall.figures().serviceLevel).toEqual(jasmine.objectContaining({ within: 0, of: 2 }));
    expect(hall.rows.tickets['T2']?.dueAt).toBe(instant('09:10'));
  });

  it('[H4] begins a day of its own when its zone changes', () => {
    const hall = hallAt('08:00');
    hall.hear(written().at('08:10').issue('T1', { service: 'S1' }));
    hall.configure(settingsForSpec({ timezone: 'America/New_York' }), at('08:20'));
    expect(hall.rows.hall['spec']?.day).toBe('2026-03-01');
    expect(hall.figures().tickets.issued).toBe(1);
  });

  it('[D6] begins tomorrow with what is believed to be of tomorrow, so that both days balance', () => {
    const hall = hallAt();
    hall.hear(written().at('23:50').issue('T1', { service: 'S1' }));
    hall.hear(written().at('+1 00:00:03').leave('T1'), at('23:59:59'));
    expect(hall.figures().tickets).toEqual(jasmine.objectContaining({ issued: 0, carriedIn: 1, abandoned: 1, stillWaiting: 0 }));
  });

  it('[D9] follows a clock set anew, forwards and back, and goes on with the server’s when its own is taken away', () => {
    const hall = hallAt('08:00');
    const day = () => hall.rows.hall['spec']?.day;
    hall.hear(written().at('08:10').heartbeat('K1').issue('T1', { service: 'S1' }));
    hall.configure(settingsForSpec({ clock: { at: '2099-06-01T10:00:00+08:00', speed: 60 } }), at('08:20'));
    expect([day(), hall.rows.hall['spec']?.speed]).toEqual(['2099-06-01', 60]);
    const day2099 = written().at('08:21').withoutClock().issue('T2', { service: 'S1' }).events();
    hall.hear({ events: () => day2099 }, at('08:21'));
    expect(hall.rows.tickets['T2']?.issuedAt).toBe(Date.parse('2099-06-01T11:00:00+08:00'));
    hall.configure(settingsForSpec({ clock: { at: '1999-01-04T10:00:00+08:00' } }), at('08:22'));
    expect([day(), hall.rows.sources['/day']?.lastHeardAt]).toEqual(['1999-01-04', Date.parse('1999-01-04T10:00:00+08:00')]);
    hall.configure(settingsForSpec(), at('08:30'));
    expect([day(), hall.hall.now]).toEqual([DATE, instant('08:30')]);
  });

  it('[D9] keeps the clock of a replayed or demonstrated day until another is set', () => {
    const hall = hallAt('08:00');
    hall.configure(settingsForSpec({ demo: true, clock: { at: '1999-01-04T10:00:00+08:00', speed: 60 } }), at('08:00'));
    hall.configure(settingsForSpec({ demo: true, name: 'Renamed' }), at('08:01'));
    expect([hall.rows.hall['spec']?.day, hall.rows.hall['spec']?.speed, hall.hall.now]).toEqual(['1999-01-04', 60, Date.parse('1999-01-04T11:00:00+08:00')]);
  });

  it('[D10] knows when time alone will next change it: a limit, an opening, a silence, a quarter, the day’s end', () => {
    const hall = hallAt('08:01', settingsForSpec({ openingHours }));
    const next = () => new Date(nextDeadline(hall.hall) + 8 * 60 * MINUTE).toISOString().slice(11, 16);
    expect(next()).toBe('08:15');
    hall.until(at('08:29'));
    expect(next()).toBe('08:30');
    hall.hear(written().at('08:31').issue('T1', { service: 'S1' }));
    expect(hall.until(at('08:46')).rows.sources['/day']?.state).toBe('silent');
    expect(next()).withContext('four fifths of the limit').toBe('08:47');
    hall.until(at('08:47'));
    expect(next()).toBe('08:51');
    hall.until(at('08:51'));
    expect([next(), hall.figures('service:S1').serviceLevel.of]).toEqual(['09:00', 1]);
    hall.until(at('23:50'));
    expect(next()).toBe('00:00');
  });
});

describe('Queues and boards', () => {
  it('[S1] tickets are the queue; a board is, where a service has no ticket today', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').observe('S1', 12, { openCounters: 3, lastNumber: 'A40' }));
    expect(hall.rows.services['S1']).toEqual(jasmine.objectContaining({ waiting: 12, openCounters: 3, lastNumber: 'A40', observed: true, oldestIssuedAt: null }));
    hall.hear(written().at('09:01').issue('T1', { service: 'S1' }));
    expect(hall.rows.services['S1']).toEqual(jasmine.objectContaining({ waiting: 1, openCounters: 0, lastNumber: null, observed: false, oldestIssuedAt: instant('09:01') }));
  });

  it('[S2] a deadline is the limit after the leg began, of a wait that is known', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).issue('T2', { service: 'S2' }).unpark('T3').at('09:10').transfer('T2', { service: 'S1' }));
    expect(['T1', 'T2', 'T3'].map((id) => hall.rows.tickets[id]?.dueAt)).toEqual([instant('09:20'), instant('09:30'), null]);
  });

  it('[Q1] the newest reading by its own time stands, late ones do not; readings of other days are none of today', () => {
    const hall = hallAt();
    hall.hear(written().at('09:10').observe('S1', 7));
    hall.hear(written().at('09:05').observe('S1', 9), at('09:11'));
    hall.hear(day('2026-03-01', 'Asia/Shanghai').at('09:30').observe('S1', 30), at('09:12'));
    expect(hall.rows.services['S1']?.waiting).toBe(7);
    hall.hear(written().at('09:10').observe('S1', 8), at('09:13'));
    expect(hall.rows.services['S1']?.waiting).toBe(8);
    expect(hall.until(at('00:00', '2026-03-03')).rows.services['S1']).toEqual(jasmine.objectContaining({ waiting: 0, observed: false }));
  });

  it('[Q2] the curve adds each service’s newest reading so far to the tickets that wait', () => {
    const hall = hallAt();
    hall.hear(written().at('09:01').observe('S1', 5).at('09:05').issue('T1', { service: 'S2' }).at('09:16').observe('S9', 3).at('09:31').observe('S1', 1));
    const waiting = (time: string) => (hall.rows.figures[`quarter:${time}`] as Quarter).waiting;
    expect(['09:00', '09:15', '09:30'].map(waiting)).toEqual([6, 9, 5]);
  });

  it('[F9] the curve counts each quarter’s comings and goings, and who waited at its end', () => {
    const hall = hallAt();
    hall.hear(written()
      .at('09:00').issue('T1', { service: 'S1' }).issue('T2', { service: 'S1' }).at('09:14:59').issue('T3', { service: 'S2' })
      .at('09:15').call('T1', 'C1').start('T1', 'C1').at('09:20').leave('T2').at('09:29').end('T1', 'C1').at('09:31').park('T3'));
    const rows = ['09:00', '09:15', '09:30'].map((time) => hall.rows.figures[`quarter:${time}`] as Quarter);
    expect(rows.map(({ waiting, issued, called, ended, abandoned, waitP50Ms }) => [waiting, issued, called, ended, abandoned, waitP50Ms]))
      .toEqual([[3, 3, 0, 0, 0, null], [1, 0, 1, 1, 1, 15 * MINUTE], [0, 0, 0, 0, 0, null]]);
  });

  it('[F9] the curve has every quarter of a day of 25 hours, the second coming of an hour marked', () => {
    const warsaw = settingsForSpec({ timezone: 'Europe/Warsaw' });
    const hall = new HallForSpec('2026-10-25T00:00:00+02:00', warsaw);
    hall.hear(day('2026-10-25', 'Europe/Warsaw').at('00:01').issue('T1', { service: 'S1' }));
    hall.until('2026-10-25T23:59:59+01:00');
    const ids = Object.keys(hall.rows.figures).filter((id) => id.startsWith('quarter:'));
    expect([ids.length, ids.includes('quarter:02:45b')]).toEqual([100, true]);
  });

  it('[F5] a wait that reaches its limit counts against the service level at that very instant', () => {
    const hall = hallAt();
    hall.hear(written().at('09:00').issue('T1', { service: 'S1' }).at('09:01').issue('T2', { service: 'S1' }).park('T2'));
    const of = (time: string) => hall.until(at(time)).figures('service:S1').serviceLevel.of;
    expect([of('09:19:59'), of('09:20'), of('09:30')]).toEqual([0, 1, 1]);
  });

  it('[F10] what was rough about today’s events is counted by flag', () => {
    const hall = hallAt('09:00');
    hall.hear(written().at('08:00').issue('T1', { service: 'S9' }).call('T2', 'C9'), at('09:00'));
    hall.hear(day('2026-03-01', 'Asia/Shanghai').at('08:00').issue('T3', { service: 'S9' }), at('09:00'));
    expect(hall.rows.hall['spec']?.quality).toEqual({ late: 2, unknownService: 1, noIssue: 1, unknownCounter: 1 });
    expect(hall.until(at('00:00', '2026-03-03')).rows.hall['spec']?.quality).toEqual({});
  });
});
