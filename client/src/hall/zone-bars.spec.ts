import type { Rows } from '../../../shared/rows/rows.js';
import { counterRow, figuresRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { queuesOf } from './queues';
import { waitBars, type BarRows } from './zone-bars';

const p90 = (minutes: number | null): Rows['figures'][string] => {
  const row = figuresRow();
  return { ...row, waitMs: { ...row.waitMs, p90: minutes === null ? null : minutes * MINUTE } };
};

function rows(figures: Rows['figures'], dead: string[] = []): BarRows {
  const services = {
    s1: serviceRow({ name: '税务', waiting: 3, waitLimitMs: 30 * MINUTE }),
    s2: serviceRow({ name: '户政', waiting: 4, waitLimitMs: 15 * MINUTE, sourceIds: ['/b'] }),
  };
  const queues = queuesOf(services, NOW, { standings: new Map(), deadSources: new Set(dead) });
  const counters = {
    A01: counterRow({ zone: 'A', serviceIds: ['s1', 's2'] }), A02: counterRow({ zone: 'A' }), B01: counterRow({ zone: 'B' }), X: counterRow({ zone: null, serviceIds: ['s2'] }),
  };
  return { counters, figures, queues: new Map(queues.map((queue) => [queue.id, queue])) };
}

describe('the bars of waits', () => {
  it('measure a zone against its strictest limit and count each of its queues once', () => {
    const { of, bars } = waitBars(rows({ 'zone:A': p90(14), 'zone:B': p90(20) }));
    expect(of).toBe('zones');
    expect(bars).toEqual([
      { id: 'zone:A', name: 'A', waiting: 7, p90Ms: 14 * MINUTE, limitMs: 15 * MINUTE, beyond: false },
      { id: 'zone:B', name: 'B', waiting: 3, p90Ms: 20 * MINUTE, limitMs: 30 * MINUTE, beyond: false },
    ]);
  });

  it('put those beyond their mark first, then go by name; at the mark is not beyond it', () => {
    expect(waitBars(rows({ 'zone:A': p90(15), 'zone:B': p90(31) })).bars.map(({ name, beyond }) => [name, beyond])).toEqual([['B', true], ['A', false]]);
  });

  it('tell queues where zones have no figures', () => {
    const { of, bars } = waitBars(rows({ 'service:s1': p90(5) }));
    expect([of, ...bars.map(({ name, p90Ms }) => [name, p90Ms])]).toEqual(['queues', ['户政', null], ['税务', 5 * MINUTE]]);
  });

  it('do not count people where a dead source fills one of the queues', () => {
    expect(waitBars(rows({ 'zone:A': p90(1), 'zone:B': p90(1) }, ['/b'])).bars.map(({ waiting }) => waiting)).toEqual([null, 3]);
  });
});
