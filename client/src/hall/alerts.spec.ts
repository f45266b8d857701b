import type { AlertRow } from '../../../shared/rows/rows.js';
import { alertRow, counterRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { alertsOf, placesOf, type Alert, type AlertsAround } from './alerts';
import { queuesOf } from './queues';

function around(over: Partial<AlertsAround> = {}): AlertsAround {
  const counters = { A01: counterRow({ zone: '一区' }) };
  const queues = new Map(queuesOf({ s1: serviceRow(), s2: serviceRow({ name: '税务' }) }, NOW).map((queue) => [queue.id, queue]));
  return { now: NOW, counters, queues, places: placesOf(counters), staleIds: new Set(), lost: { from: null, to: null }, ...over };
}
const ticket = (id: string, over: Partial<AlertRow> = {}): AlertRow => alertRow({ subject: { kind: 'ticket', id }, label: id, ...over });
const one = (row: AlertRow, over: Partial<AlertsAround> = {}): Alert => alertsOf({ a: row }, around(over))[0] as Alert;

describe('the list of alerts', () => {
  it('ranks standing before resolved, breach before warning, nobody’s before somebody’s, then the oldest', () => {
    const rows = {
      a: ticket('resolved', { resolvedAt: NOW }),
      b: ticket('warning', { severity: 'warning', raisedAt: NOW - 60 * MINUTE }),
      c: ticket('taken', { acknowledgedAt: NOW, acknowledgedBy: '甲', raisedAt: NOW - 60 * MINUTE }),
      d: ticket('young'),
      e: ticket('old', { raisedAt: NOW - 9 * MINUTE }),
    };
    expect(alertsOf(rows, around()).map(({ label }) => label)).toEqual(['old', 'young', 'taken', 'warning', 'resolved']);
  });

  it('tells one a subject and clause, the worst', () => {
    const rows = { a: ticket('t1', { severity: 'warning' }), b: ticket('t1'), c: ticket('t1', { clauseId: 'response' }) };
    expect(alertsOf(rows, around()).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('counts on what runs, and stands still once resolved', () => {
    const row = ticket('t1', { sinceAt: NOW - 43 * MINUTE, raisedAt: NOW - 13 * MINUTE });
    expect(one(row)).toEqual(jasmine.objectContaining({ value: '43', limit: '30', age: '13', resolved: false }));
    expect(one({ ...row, resolvedAt: NOW - 3 * MINUTE })).toEqual(jasmine.objectContaining({ value: '40', age: '10', resolved: true }));
  });

  for (const [kind, over, value, limit] of [
    ['queue.length', { value: 41, limit: 40 }, '41', '40'],
    ['rating.mean', { value: 3.84, limit: 4, sinceAt: null }, '3.8', '4'],
    ['device.fault', { value: null, limit: null, sinceAt: null }, '', ''],
    ['something.new', { value: 7, limit: 5, sinceAt: null }, '7', '5'],
    ['something.new', { value: null, limit: null }, '31', ''],
  ] as const) {
    it(`reads ${value || 'no figure'} and ${limit || 'no limit'} off an alert of ${kind}`, () => {
      expect(one(ticket('t1', { kind, ...over }))).toEqual(jasmine.objectContaining({ value, limit }));
    });
  }

  it('says where: the zone of its counter, of all counters of its service, or else the service', () => {
    expect(one(ticket('A01', { counterId: 'A01', serviceId: null })).place).toBe('一区');
    expect(one(ticket('t1')).place).toBe('一区');
    expect(one(ticket('t1', { serviceId: 's2' })).place).toBe('税务');
    expect([...placesOf({ A: counterRow({ zone: '一区' }), B: counterRow({ zone: '二区' }), C: counterRow({ serviceIds: ['s2'] }) })]).toEqual([]);
  });

  it('marks what was raised while the screen was cut off, and what rests on a dead source', () => {
    const lost = { from: NOW - 2 * MINUTE, to: NOW };
    expect([one(ticket('t1'), { lost }).missed, one(ticket('t1', { raisedAt: NOW - 3 * MINUTE }), { lost }).missed, one(ticket('t1')).missed]).toEqual([true, false, false]);
    const dead = queuesOf({ s1: serviceRow() }, NOW, { standings: new Map(), deadSources: new Set(['/kiosk']) });
    expect(one(ticket('t1'), { queues: new Map(dead.map((queue) => [queue.id, queue])) }).stale).toBeTrue();
    expect(one(ticket('A01', { counterId: 'A01' }), { staleIds: new Set(['A01']) }).stale).toBeTrue();
  });

  it('names who has it: the one it was given to before the one who took it', () => {
    expect(one(ticket('t1', { acknowledgedBy: '甲', assignedTo: '乙' })).owner).toBe('乙');
    expect(one(ticket('t1')).owner).toBe('');
  });
});
