import { alertsOf } from '../hall/alerts';
import { groupsOf } from '../hall/flood';
import { queuesOf } from '../hall/queues';
import { alertRow, MINUTE, NOW, serviceRow } from '../spec-rows';
import { en, zh, type Words } from '../ui/words';
import { alertLine, groupLine } from './alert-lines';

function told(over: Parameters<typeof alertRow>[0], t: Words = zh, lost = { from: null as number | null, to: null }): string {
  const queues = new Map(queuesOf({ s1: serviceRow() }, NOW).map((queue) => [queue.id, queue]));
  const [alert] = alertsOf({ a: alertRow(over) }, { now: NOW, counters: {}, queues, places: new Map(), staleIds: new Set(), lost });
  const { label, what, limit, age, where, owner } = alertLine(alert!, t);
  return [label, what, limit, age, where, owner].map((word) => word.trim()).filter(Boolean).join(' | ');
}

describe('an alert in words', () => {
  for (const [over, words] of [
    [{}, 'A031 | 等待 31 分 | / 标准 30 | 1′ | 社保医保'],
    [{ acknowledgedAt: NOW, acknowledgedBy: '王晓明' }, 'A031 | 等待 31 分 | / 标准 30 | 1′ | 社保医保 | 王晓明'],
    [{ resolvedAt: NOW }, 'A031 | 等待 31 分 | / 标准 30 | 社保医保 | 历时 1 分'],
    [{ kind: 'queue.length', label: '社保医保', value: 41, limit: 40 }, '社保医保 | 排队 41 人 | / 标准 40 | 1′'],
    [{ kind: 'device.fault', label: 'B03', serviceId: null, sinceAt: null, value: null, limit: null }, 'B03 | 设备故障 | 1′'],
    [{ kind: 'never.heard', label: 'B03', serviceId: null, sinceAt: null, value: 7, limit: 5 }, 'B03 | 告警 7 分 | / 标准 5 | 1′'],
    [{ sinceAt: NOW - 700 * MINUTE }, 'A031 | 等待 11h | / 标准 30 | 1′ | 社保医保'],
  ] as const) {
    it(`reads “${words}”`, () => {
      expect(told(over)).toBe(words);
    });
  }

  it('reads in English as well', () => {
    expect(told({}, en)).toBe('A031 | Wait 31 min | / limit 30 | 1′ | 社保医保');
  });

  it('says so when it was raised behind the back of this screen', () => {
    expect(told({}, zh, { from: NOW - 2 * MINUTE, to: null })).toContain('社保医保 · 断线期间');
  });

  it('is one of a group in a flood', () => {
    const queues = new Map(queuesOf({ s1: serviceRow() }, NOW).map((queue) => [queue.id, queue]));
    const rows = { a: alertRow({ subject: { kind: 'ticket', id: '1' } }), b: alertRow({ subject: { kind: 'ticket', id: '2' } }) };
    const [group] = groupsOf(alertsOf(rows, { now: NOW, counters: {}, queues, places: new Map(), staleIds: new Set(), lost: { from: null, to: null } }), NOW);
    expect(groupLine(group!, zh)).toEqual(jasmine.objectContaining({ label: '社保医保', where: '2 张号票超时 · 最长 31 分' }));
  });
});
