import type { Rows } from '../../../shared/rows/rows.js';
import { alertRow, MINUTE, NOW } from '../spec-rows';
import { alertsOf, type Alert } from './alerts';
import { groupsOf, isFlood } from './flood';

function alerts(count: number, over: Parameters<typeof alertRow>[0] = {}): Alert[] {
  const rows: Rows['alerts'] = {};
  for (let i = 0; i < count; i++) rows[`${over.kind}${over.severity}${i}`] = alertRow({ subject: { kind: 'ticket', id: `t${i}` }, sinceAt: NOW - (31 + i) * MINUTE, ...over });
  return alertsOf(rows, { now: NOW, counters: {}, queues: new Map(), places: new Map([['s1', '一区']]), staleIds: new Set(), lost: { from: null, to: null } });
}

describe('a flood of alerts', () => {
  for (const [what, list, flood] of [
    ['ten new breaches', alerts(10), false],
    ['eleven new breaches', alerts(11), true],
    ['eleven breaches of ten minutes ago', alerts(11, { raisedAt: NOW - 10 * MINUTE }), false],
    ['eleven new breaches, one of which is over', [...alerts(10), ...alerts(1, { kind: 'counter.paused', resolvedAt: NOW })], false],
    ['eleven warnings', alerts(11, { severity: 'warning' }), false],
  ] as const) {
    it(`${flood ? 'is' : 'is not yet'} ${what}`, () => {
      expect(isFlood(list, NOW)).toBe(flood);
    });
  }

  it('is told by place and cause, with how many and how long the longest', () => {
    const list = [...alerts(8), ...alerts(2, { kind: 'counter.paused', sinceAt: null }), ...alerts(3, { resolvedAt: NOW, severity: 'warning' })];
    expect(groupsOf(list, NOW).map(({ place, kind, count, longest }) => ({ place, kind, count, longest }))).toEqual([
      { place: '一区', kind: 'ticket.wait', count: 8, longest: '38' },
      { place: '一区', kind: 'counter.paused', count: 2, longest: '' },
    ]);
  });

  it('counts a group as taken only when all of it is', () => {
    const taken = alerts(2, { acknowledgedAt: NOW, acknowledgedBy: '甲' });
    expect(groupsOf(taken, NOW)[0]?.acknowledged).toBeTrue();
    expect(groupsOf([...taken, ...alerts(1)], NOW)[0]?.acknowledged).toBeFalse();
  });
});
