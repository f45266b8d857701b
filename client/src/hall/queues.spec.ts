import { MINUTE, NOW, serviceRow } from '../spec-rows';
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

  it('tell a counter the longest wait and the worst severity of those it serves', () => {
    const rows = { a: serviceRow({ waitLimitMs: 5 * MINUTE }), b: serviceRow({ oldestIssuedAt: NOW - 9 * MINUTE, waitLimitMs: null }) };
    const byId = new Map(queuesOf(rows, NOW).map((queue) => [queue.id, queue]));
    expect(waitAt(['a', 'b', 'unknown'], byId)).toEqual({ waitMs: 9 * MINUTE, waiting: 6, severity: 'over' });
    expect(waitAt([], byId)).toEqual({ waitMs: null, waiting: 0, severity: 'none' });
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
