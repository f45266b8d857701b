import { day } from '../golden/day-builder.js';
import { parseInstant } from '../../../shared/instant.js';
import { nextDeadline } from './advance.js';
import { HallForSpec, settingsForSpec } from './hall.spec-kit.js';
import { judge } from './judge.js';
import { JudgedHall } from './judged-hall.spec-kit.js';

const at = (time: string) => `2026-03-02T${time}+08:00`;
const own = { specversion: '1.0', source: '/hallboard' } as const;

const today = () => day('2026-03-02');
const waiting = (settings = settingsForSpec()) => {
  const hall = new JudgedHall(at('08:00:00'), settings);
  hall.hear(today().at('09:00').issue('T1', { service: 'S1', number: 'A001' }).issue('T2', { service: 'S2' }));
  return hall;
};

describe('A wait under a limit', () => {
  it('[A1] is warned of at four fifths of its limit and broken at it, each at its very instant, and once', () => {
    const hall = waiting();
    expect(nextDeadline(hall.until(at('09:15:50')).hall)).toBe(parseInstant(at('09:16:00')));
    expect(hall.alerts).toEqual([]);
    expect(hall.until(at('09:16:00')).settle().alerts).toEqual(['warning A001 09:16:00 09:16:00']);
    expect(hall.until(at('09:19:59')).alerts).toEqual(['warning A001 09:16:00 09:16:00']);
    expect(hall.until(at('09:20:00')).settle().alerts).toEqual(['warning A001 09:16:00 09:16:00 09:20:00', 'breach A001 09:20:00 09:20:00']);
    const { kind, clauseId, subject, sinceAt, value, limit, serviceId } = Object.values(hall.rows.alerts)[1]!;
    expect({ kind, clauseId, subject, sinceAt, value, limit, serviceId }).toEqual({
      kind: 'ticket.wait', clauseId: 'wait-1200s', subject: { kind: 'ticket', id: 'T1' }, sinceAt: parseInstant(at('09:00:00')), value: 1_200_000, limit: 1_200_000, serviceId: 'S1',
    });
  });

  it('[A1] says that it is late when nobody looked at its due instant, and then raises the breach alone', () => {
    expect(waiting().until(at('09:31:00')).alerts).toEqual(['breach A001 09:20:00 09:31:00 late']);
  });

  it('[A1] raises nothing where the ticket was called before the verdict was folded, and never asks again', () => {
    const hall = waiting();
    const verdict = () => judge(hall.hall).raise;
    HallForSpec.prototype.until.call(hall, at('09:20:00'));
    const [data] = verdict();
    hall.hear(today().from('/caller').at('09:19:59').call('T1', 'C1'), at('09:20:00'));
    hall.fold({ ...own, id: 'stale', type: 'alert.raised', data: data! });
    expect([hall.alerts, verdict()]).toEqual([[], []]);
  });

  it('[A3] resolves when the wait ends, and its row goes a minute later', () => {
    const ends: [string, (one: ReturnType<typeof today>) => ReturnType<typeof today>][] = [
      ['a call', (one) => one.call('T1', 'C1')],
      ['leaving', (one) => one.leave('T1')],
      ['a transfer', (one) => one.transfer('T1', { service: 'S2' })],
      ['parking', (one) => one.park('T1')],
    ];
    for (const [name, end] of ends) {
      const hall = waiting().until(at('09:20:00'));
      hall.hear(end(today().from('/end').at('09:25')));
      expect(hall.settle().alerts).withContext(name).toEqual([jasmine.stringMatching(/^breach A001 09:20:00 09:20:00 09:25:00$/)]);
      expect(hall.until(at('09:25:59')).alerts.length).withContext(name).toBe(1);
      expect(nextDeadline(hall.hall)).withContext(name).toBe(parseInstant(at('09:26:00')));
      expect(hall.until(at('09:26:00')).alerts).withContext(name).toEqual([]);
    }
  });

  it('[A1] is judged anew for each leg', () => {
    const hall = waiting().until(at('09:20:00'));
    hall.hear(today().from('/move').at('09:21').transfer('T1', { service: 'S2' }).at('09:22').transfer('T1', { service: 'S1' }));
    hall.until(at('09:30:00'));
    expect(hall.until(at('09:42:00')).alerts.filter((alert) => alert.startsWith('breach'))).toEqual(['breach A001 09:42:00 09:42:00']);
  });

  it('[A4] is judged by the settings of now: another limit ends the alert and may raise its own', () => {
    const hall = waiting().until(at('09:20:00'));
    hall.configure(settingsForSpec({ services: [{ id: 'S1', name: 'First', waitLimit: 'PT15M' }, { id: 'S2', name: 'Second' }] }), at('09:20:30'));
    expect(hall.settle().settle().alerts).toEqual(['breach A001 09:20:00 09:20:00 09:20:30', 'breach A001 09:15:00 09:20:30 late']);
  });

  it('[A2] is judged on the day it began, and over midnight only where the hall is open over it', () => {
    const hours = { days: ['mon', 'tue'] as ('mon' | 'tue')[], opens: '08:00', closes: '17:00' };
    const byHours: [string, ReturnType<typeof settingsForSpec>, number][] = [
      ['a hall with hours', settingsForSpec({ openingHours: [hours] }), 0],
      ['a hall without', settingsForSpec(), 1],
      ['a hall open over midnight', settingsForSpec({ openingHours: [{ ...hours, closes: '24:00' }, { ...hours, opens: '00:00', closes: '02:00' }] }), 1],
    ];
    for (const [name, settings, standing] of byHours) {
      const hall = waiting(settings).until(at('09:20:00'));
      hall.until('2026-03-03T00:00:00+08:00').until('2026-03-03T00:05:00+08:00');
      expect(hall.alerts.length).withContext(name).toBe(standing);
    }
  });

  it('[A1] [A2] is not raised again where its day comes to be judged again', () => {
    const hours = { days: ['mon' as const], opens: '08:00', closes: '17:00' };
    const others: [string, ReturnType<typeof settingsForSpec>][] = [
      ['no opening hours any more', settingsForSpec()],
      ['clocks further west', settingsForSpec({ openingHours: [hours], timezone: 'Europe/Warsaw' })],
    ];
    for (const [name, settings] of others) {
      const hall = waiting(settingsForSpec({ openingHours: [hours] })).live(at('12:00:00')).live('2026-03-03T00:05:00+08:00');
      expect([...hall.hall.alerts.values()].every(({ resolvedAt }) => resolvedAt !== null)).withContext(name).toBeTrue();
      hall.configure(settings, '2026-03-03T00:06:00+08:00');
      expect(judge(hall.hall)).withContext(name).toEqual({ raise: [], resolve: [] });
    }
  });

  it('[A2] is not judged where it is not known how long it is', () => {
    const hall = new JudgedHall(at('08:00:00'));
    hall.hear(today().at('09:00').call('T9', 'C1').at('09:01').transfer('T9', { service: 'S1' }));
    expect(hall.until(at('09:40:00')).alerts.length).toBe(1);
    expect(waiting(settingsForSpec({ services: [{ id: 'S1', name: 'First' }, { id: 'S2', name: 'Second' }] })).until(at('12:00:00')).alerts).toEqual([]);
  });
});
