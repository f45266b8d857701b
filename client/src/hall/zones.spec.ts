import { counterRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { queuesOf } from './queues';
import { zonesOf, zoneSummary } from './zones';

describe('zones', () => {
  const rows = { A10: counterRow({ zone: '税务' }), B1: counterRow({ zone: '社保' }), A2: counterRow({ zone: '税务' }), X: counterRow() };

  it('keep counters by id and stand by their first counter, those without a zone last', () => {
    expect(zonesOf(rows)).toEqual([{ name: '税务', ids: ['A2', 'A10'] }, { name: '社保', ids: ['B1'] }, { name: '', ids: ['X'] }]);
  });

  it('keep their places when states and tickets change', () => {
    const later = { ...rows, A2: counterRow({ zone: '税务', state: 'closed', ticketNumber: null }) };
    expect(zonesOf(later)).toEqual(zonesOf(rows));
  });

  it('count each queue once however many counters serve it', () => {
    const queues = new Map(queuesOf({ s1: serviceRow() }, NOW).map((queue) => [queue.id, queue]));
    const zone = { name: '税务', ids: ['A2', 'A10'] };
    expect(zoneSummary(zone, rows, queues)).toEqual({ name: '税务', total: 2, inUse: 2, waiting: 3, waitMs: 7 * MINUTE, severity: 'none' });
  });
});
