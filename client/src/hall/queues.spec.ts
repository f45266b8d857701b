import { alertRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { serviceAlerts } from './counter-alerts';
import { isObserved, limitsOf, longestWait, queuesOf, waitAt } from './queues';

describe('queues', () => {
  it('stand in the order of their ids, numbers as numbers, whatever order they came in', () => {
    const rows = { s10: serviceRow(), s2: serviceRow(), s1: serviceRow() };
    expect(queuesOf(rows, NOW).map((queue) => queue.id)).toEqual(['s1', 's2', 's10']);
  });

  it('wait as long as their oldest ticket by the hall’s clock, or not at all', () => {
    const [waits, empty] = queuesOf({ a: serviceRow(), b: serviceRow({ oldestIssuedAt: null }) }, NOW);
    expect(waits?.waitMs).toBe(7 * MINUTE);
    expect(empty?.waitMs).toBeNull();
    expect(queuesOf({ a: serviceRow() }, null)[0]?.waitMs).toBeNull();
  });

  it('name the longest of all waits', () => {
    const queues = queuesOf({ a: serviceRow(), b: serviceRow({ oldestIssuedAt: NOW - 9 * MINUTE }) }, NOW);
    expect(longestWait(queues)?.id).toBe('b');
    expect(longestWait([])).toBeNull();
  });

  it('tell a counter how many wait for it and how long the first of them has, a nought where nobody does', () => {
    const rows = { a: serviceRow(), b: serviceRow({ oldestIssuedAt: NOW - 9 * MINUTE }), c: serviceRow({ waiting: 0, oldestIssuedAt: null }) };
    const byId = new Map(queuesOf(rows, NOW).map((queue) => [queue.id, queue]));
    expect(waitAt(['a', 'b', 'unknown'], byId)).toEqual({ waitMs: 9 * MINUTE, waiting: 6, stale: false });
    expect(waitAt(['c'], byId)?.waitMs).toBe(0);
    expect(waitAt(['unknown'], byId)).toBeNull();
  });

  it('are as bad as the alerts that name them, and stale once a feed behind them is silent', () => {
    const around = { standings: serviceAlerts({ a1: alertRow() }), deadSources: new Set(['/board']) };
    const queues = queuesOf({ s1: serviceRow(), s2: serviceRow({ sourceIds: ['/kiosk', '/board'] }) }, NOW, around);
    expect(queues.map(({ severity, stale }) => [severity, stale])).toEqual([['breach', false], ['none', true]]);
  });

  it('make a hall of boards when each is observed and there is no counter', () => {
    const board = serviceRow({ observed: true });
    expect(isObserved({ a: board }, {})).toBeTrue();
    expect(isObserved({ a: board, b: serviceRow() }, {})).toBeFalse();
    expect(isObserved({}, {})).toBeFalse();
  });

  it('promise their limits, each told once, the strictest first', () => {
    const rows = { a: serviceRow(), b: serviceRow({ waitLimitMs: 20 * MINUTE }), c: serviceRow(), d: serviceRow({ waitLimitMs: null }) };
    expect(limitsOf(rows)).toEqual([20 * MINUTE, 30 * MINUTE]);
    expect(limitsOf({})).toEqual([]);
  });
});
