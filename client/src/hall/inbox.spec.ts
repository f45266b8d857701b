import type { AlertRow, Rows } from '../../../shared/rows/rows.js';
import { alertRow, MINUTE, NOW } from '../spec-rows';
import { alertsOf, type Alert } from './alerts';
import { alertsFor, entriesOf, unownedBreaches } from './inbox';

const ticket = (id: string, over: Partial<AlertRow> = {}): AlertRow => alertRow({ subject: { kind: 'ticket', id }, label: id, ...over });
const told = (rows: AlertRow[]): Alert[] => {
  const alerts: Rows['alerts'] = Object.fromEntries(rows.map((row) => [row.label, row]));
  return alertsOf(alerts, { now: NOW, counters: {}, queues: new Map(), places: new Map(), staleIds: new Set(), lost: { from: null, to: null } });
};
const labels = (alerts: readonly Alert[]): string => alerts.map(({ label }) => label).join(' ');

describe('the inbox of the desk', () => {
  const rows = [
    ticket('nobody'), ticket('mine', { acknowledgedAt: NOW, acknowledgedBy: 'wang' }), ticket('given', { acknowledgedAt: NOW, acknowledgedBy: 'wang', assignedTo: 'li' }),
    ticket('over', { resolvedAt: NOW, resolvedBy: 'wang' }),
  ];

  for (const [whose, me, shown] of [['all', 'wang', 'nobody given mine over'], ['mine', 'wang', 'mine'], ['mine', 'li', 'given'], ['unowned', 'wang', 'nobody']] as const) {
    it(`shows ${me} under “${whose}” ${shown}`, () => {
      expect(labels(alertsFor(told(rows), whose, me))).toBe(shown);
    });
  }

  it('calls people to breaches that nobody has and nobody silenced', () => {
    const quiet = ticket('quiet', { silencedUntil: NOW + 1 });
    const loud = ticket('loud', { silencedUntil: NOW });
    expect(labels(unownedBreaches(told([...rows, quiet, loud, ticket('near', { severity: 'warning' })])))).toBe('loud nobody');
  });

  it('tells four of one clause and service as one, where the first of them stands', () => {
    const four = ['a', 'b', 'c', 'd'].map((id, i) => ticket(id, { raisedAt: NOW - (9 - 2 * i) * MINUTE }));
    const entries = entriesOf(told([...four, ticket('other', { serviceId: 's2', raisedAt: NOW - 8 * MINUTE })]), NOW);
    expect(entries.map((entry) => (entry.kind === 'group' ? labels(entry.members) : entry.alert.label))).toEqual(['a b c d', 'other']);
    expect(entriesOf(told(four.slice(1)), NOW).map(({ kind }) => kind)).toEqual(['alert', 'alert', 'alert']);
  });

  it('never mixes what somebody has with what nobody has', () => {
    const four = ['a', 'b', 'c', 'd'].map((id) => ticket(id, id === 'd' ? { acknowledgedAt: NOW, acknowledgedBy: 'li' } : {}));
    expect(entriesOf(told(four), NOW).every(({ kind }) => kind === 'alert')).toBeTrue();
  });
});
