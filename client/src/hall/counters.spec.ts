import { alertRow, counterRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { counterAlerts } from './counter-alerts';
import { counterTile, shortLabels, type Around } from './counters';
import { queuesOf } from './queues';

const services = { s1: serviceRow({ oldestIssuedAt: NOW - 31 * MINUTE }), s2: serviceRow({ name: '公积金', waiting: 2 }) };

function around(over: Partial<Around> & { now?: number | null } = {}): Around {
  const { now = NOW, ...rest } = over;
  const queues = new Map(queuesOf(services, now).map((queue) => [queue.id, queue]));
  return { queues, standings: new Map(), staleIds: new Set(), inverted: new Set(), ...rest };
}

describe('a counter’s tile', () => {
  it('says its service, state, ticket and staff, and the longest wait of its queues with all who wait there', () => {
    expect(counterTile('A01', counterRow({ serviceIds: ['s1', 's2'], staffId: '0231', ratingMean: 4.66 }), around())).toEqual({
      name: '综合窗口', service: '社保医保', moreServices: 1, state: 'serving', ticket: 'A023', staff: '0231', wait: '31', waiting: 5,
      rating: '4.7', severity: 'none', held: false, owner: '', stale: false, inverted: false,
    });
  });

  it('takes its severity from the alerts, and who has it in hand', () => {
    const row = counterRow();
    const standings = counterAlerts({ a1: alertRow({ acknowledgedAt: NOW, acknowledgedBy: '王敏' }) }, { A01: row });
    expect(counterTile('A01', row, around({ standings }))).toEqual(jasmine.objectContaining({ severity: 'breach', held: true, owner: '王敏' }));
  });

  it('shows a nought where nobody waits, nothing where it is closed or serves nothing that is known, and a dash where the wait is not known', () => {
    const waitOf = (row: Parameters<typeof counterTile>[1], over = {}): string => counterTile('A01', row, around(over)).wait;
    const empty = new Map(queuesOf({ s1: serviceRow({ waiting: 0, oldestIssuedAt: null }) }, NOW).map((queue) => [queue.id, queue]));
    expect(waitOf(counterRow(), { queues: empty })).toBe('0');
    expect(waitOf(counterRow({ state: 'closed' }))).toBe('');
    expect(waitOf(counterRow({ serviceIds: [] }))).toBe('');
    expect(waitOf(counterRow(), { now: null })).toBe('—');
    expect(waitOf(undefined)).toBe('');
  });

  it('of a counter whose own device, or the feed of one of its queues, is silent shows no figure', () => {
    const silentFeed = new Map(queuesOf(services, NOW, { standings: new Map(), deadSources: new Set(['/kiosk']) }).map((queue) => [queue.id, queue]));
    for (const over of [{ staleIds: new Set(['A01']) }, { queues: silentFeed }]) {
      expect(counterTile('A01', counterRow(), around(over))).toEqual(jasmine.objectContaining({ wait: '—', waiting: null, ticket: '', stale: true }));
    }
  });

  it('too small for its whole id shows what tells it from its neighbours', () => {
    expect(shortLabels(['A01', 'A02', 'A12'])).toEqual({ prefix: 'A', tails: ['01', '02', '12'] });
    expect(shortLabels(['desk-108', 'desk-109'])).toEqual({ prefix: 'desk-', tails: ['108', '109'] });
    expect(shortLabels(['counter-0007'])).toEqual({ prefix: '', tails: ['007'] });
    expect(shortLabels([])).toEqual({ prefix: '', tails: [] });
  });
});
