import { alertRow, counterRow, figuresRow, NOW, serviceRow } from '../spec-rows';
import { counterAlerts } from './counter-alerts';
import type { Around } from './counters';
import { queuesOf } from './queues';
import { zonesOf, zoneSummary } from './zones';

describe('zones', () => {
  const rows = { A10: counterRow({ zone: '税务' }), B1: counterRow({ zone: '社保' }), A2: counterRow({ zone: '税务' }), X: counterRow() };
  const zone = { name: '税务', ids: ['A2', 'A10'] };
  const spread = { count: 9, mean: 1, p50: 1, p90: 16 * 60_000, p95: 1, max: 1 };
  const figures = { 'zone:税务': figuresRow({ waitMs: spread }) };

  function around(over: Partial<Around> = {}): Around {
    const queues = new Map(queuesOf({ s1: serviceRow() }, NOW).map((queue) => [queue.id, queue]));
    return { queues, standings: new Map(), staleIds: new Set(), inverted: new Set(), ...over };
  }

  it('keep counters by id and stand by their first counter, those without a zone last', () => {
    expect(zonesOf(rows)).toEqual([{ name: '税务', ids: ['A2', 'A10'] }, { name: '社保', ids: ['B1'] }, { name: '', ids: ['X'] }]);
  });

  it('keep their places when states and tickets change', () => {
    const later = { ...rows, A2: counterRow({ zone: '税务', state: 'closed', ticketNumber: null }) };
    expect(zonesOf(later)).toEqual(zonesOf(rows));
  });

  it('count each queue once however many counters serve it', () => {
    expect(zoneSummary(zone, { counters: rows, figures }, around())).toEqual({
      inUse: 2, waiting: '3', wait: '7', p90: '16', severity: 'none', held: false, stale: false,
    });
  });

  it('have no percentile before the first figures', () => {
    expect(zoneSummary(zone, { counters: rows, figures: {} }, around()).p90).toBe('');
  });

  it('are as bad as their worst counter, and show no figure of the moment once all of them are stale', () => {
    const standings = counterAlerts({ a: alertRow({ subject: { kind: 'counter', id: 'A10' } }) }, rows);
    expect(zoneSummary(zone, { counters: rows, figures }, around({ standings })).severity).toBe('breach');
    const stale = zoneSummary(zone, { counters: rows, figures }, around({ staleIds: new Set(zone.ids) }));
    expect(stale).toEqual(jasmine.objectContaining({ waiting: '—', wait: '—', stale: true }));
  });
});
