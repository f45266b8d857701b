import type { Silence } from '../../../shared/commands/alert.js';
import { parseInstant } from '../../../shared/instant.js';
import type { AlertRow } from '../../../shared/rows/rows.js';
import type { AlertEvent } from '../event/own-event.js';
import { day } from '../golden/day-builder.js';
import { nextDeadline } from './advance.js';
import { JudgedHall } from './judged-hall.spec-kit.js';

const at = (time: string) => `2026-03-02T${time}:00+08:00`;
const instant = (time: string) => parseInstant(at(time));
const clock = (value: number | null) => (value === null ? null : new Date(value + 8 * 3_600_000).toISOString().slice(11, 16));

/** A hall in which T1 waits since 09:00 for S1: warned of at 09:10, broken at 09:20, and goes on after 5 minutes. */
function waiting(): JudgedHall {
  const hall = new JudgedHall(at('08:00'));
  hall.put([{ id: 'wait', kind: 'ticket.wait', warnAfter: 'PT10M', breachAfter: 'PT20M', escalateAfter: 'PT5M', during: 'always', source: 'local' }]);
  hall.hear(day('2026-03-02').at('09:00').issue('T1', { service: 'S1', number: 'A001' }));
  return hall;
}

const idOf = (hall: JudgedHall, severity: AlertRow['severity']) => [...hall.hall.alerts.values()].find((alert) => alert.severity === severity)!.id;
const rowOf = (hall: JudgedHall, severity: AlertRow['severity']) => hall.rows.alerts[idOf(hall, severity)]!;
let deeds = 0;
type Saying = { [T in AlertEvent['type']]: { type: T; data: Extract<AlertEvent, { type: T }>['data'] } }[AlertEvent['type']];
const tell = (hall: JudgedHall, saying: Saying) => hall.fold({ specversion: '1.0', source: '/hallboard', id: `deed-${++deeds}`, ...saying });
const acknowledge = (hall: JudgedHall, by: string, severity: AlertRow['severity'] = 'breach') =>
  tell(hall, { type: 'alert.acknowledged', data: { alertId: idOf(hall, severity), at: hall.hall.now, by } });
const silence = (hall: JudgedHall, [from, until]: [string, string], over: Partial<Silence> = {}) => {
  const data: Silence = { id: `silence-${++deeds}`, clauseIds: null, counterIds: null, serviceIds: null, subject: null, fromAt: instant(from), untilAt: instant(until), reason: 'spec', author: 'li', ...over };
  tell(hall, { type: 'silence.put', data });
  return data.id;
};

describe('The life of an alert', () => {
  it('[A7] is a row of facts, of which the first acknowledgement and the first end stand', () => {
    const hall = waiting().live(at('09:21'));
    const alertId = idOf(hall, 'breach');
    acknowledge(hall, 'li');
    hall.live(at('09:22'));
    acknowledge(hall, 'wang');
    tell(hall, { type: 'alert.assigned', data: { alertId, at: hall.hall.now, by: 'li', to: 'wang' } });
    tell(hall, { type: 'alert.commented', data: { alertId, at: hall.hall.now, by: 'wang', text: 'opened 4' } });
    tell(hall, { type: 'alert.resolved', data: { alertId, resolvedAt: hall.hall.now, by: 'wang', reason: 'rush' } });
    tell(hall, { type: 'alert.resolved', data: { alertId, resolvedAt: hall.hall.now + 1 } });
    const { acknowledgedAt, acknowledgedBy, assignedTo, resolvedAt, resolvedBy, notes } = rowOf(hall, 'breach');
    expect([clock(acknowledgedAt), acknowledgedBy, assignedTo, clock(resolvedAt), resolvedBy]).toEqual(['09:21', 'li', 'wang', '09:22', 'wang']);
    expect(notes.map(({ by, text }) => `${by}: ${text}`)).toEqual(['wang: opened 4', 'wang: rush']);
    expect(hall.live(at('11:00')).story).toEqual(['warning T1 09:10:00–09:20:00', 'breach T1 09:20:00–09:22:00']);
  });

  it('[A7] can be acknowledged after its end, and a deed about an alert nobody knows changes nothing', () => {
    const hall = waiting().live(at('09:21'));
    hall.hear(day('2026-03-02').from('/caller').at('09:21').call('T1', 'C1'));
    hall.settle();
    acknowledge(hall, 'li');
    expect([rowOf(hall, 'breach').acknowledgedBy, clock(rowOf(hall, 'breach').resolvedAt)]).toEqual(['li', '09:21']);
    const before = hall.rows.alerts;
    tell(hall, { type: 'alert.acknowledged', data: { alertId: 'none', at: 1, by: 'li' } });
    tell(hall, { type: 'silence.lifted', data: { silenceId: 'none', at: 1, by: 'li' } });
    expect(hall.rows.alerts).toEqual(before);
  });

  it('[A7] keeps the latest twenty remarks in its row', () => {
    const hall = waiting().live(at('09:20'));
    for (let said = 1; said <= 25; said++) tell(hall, { type: 'alert.commented', data: { alertId: idOf(hall, 'breach'), at: hall.hall.now, by: 'li', text: `${said}` } });
    expect(rowOf(hall, 'breach').notes.map(({ text }) => Number(text))).toEqual(Array.from({ length: 20 }, (_, index) => index + 6));
  });
});

describe('A silence', () => {
  const cases: [name: string, over: Partial<Silence>, covered: ('warning' | 'breach')[]][] = [
    ['without scope', {}, ['warning', 'breach']],
    ['of its clause', { clauseIds: ['other', 'wait'] }, ['warning', 'breach']],
    ['of another clause', { clauseIds: ['other'] }, []],
    ['of its service', { serviceIds: ['S1'] }, ['warning', 'breach']],
    ['of its service and another clause', { serviceIds: ['S1'], clauseIds: ['other'] }, []],
    ['of a counter, where it has none', { counterIds: ['C1'] }, []],
    ['of its subject', { subject: 'ticket:T1' }, ['warning', 'breach']],
    ['of another subject', { subject: 'ticket:T2' }, []],
    ['of warnings', { subject: 'ticket:T1', severity: 'warning' }, ['warning']],
  ];
  for (const [name, over, covered] of cases) {
    it(`[A8] ${name} lies on ${covered.join(' and ') || 'nothing'}`, () => {
      const hall = waiting();
      silence(hall, ['09:00', '10:00'], over);
      for (const [severity, time] of [['warning', '09:15'], ['breach', '09:21']] as const) {
        hall.live(at(time));
        expect(clock(rowOf(hall, severity).silencedUntil)).withContext(severity).toBe(covered.includes(severity) ? '10:00' : null);
      }
    });
  }

  it('[A8] begins and ends at its very instants, with no event, and the alert stands all the while', () => {
    const hall = waiting();
    silence(hall, ['09:30', '09:40']);
    silence(hall, ['09:35', '09:50']);
    const seen = ['09:21', '09:30', '09:35', '09:49', '09:50'].map((time) => clock(rowOf(hall.live(at(time)), 'breach').silencedUntil));
    expect(seen).toEqual([null, '09:40', '09:50', '09:50', null]);
    acknowledge(hall, 'li');
    expect([clock(nextDeadline(waitingSilenced('09:30').hall)), rowOf(hall, 'breach').resolvedAt]).toEqual(['09:22', null]);
  });

  /** Broken, acknowledged, and silenced for a minute from 09:22 on. */
  function waitingSilenced(until: string): JudgedHall {
    const hall = waiting().live(at('09:20'));
    acknowledge(hall, 'li');
    silence(hall, ['09:22', until]);
    hall.live(at('09:21'));
    return hall;
  }

  it('[A8] that is lifted ends there, and one that has not begun never does', () => {
    const hall = waiting().live(at('09:21'));
    const [lies, toCome] = [silence(hall, ['09:00', '10:00']), silence(hall, ['09:50', '11:00'])];
    hall.live(at('09:30'));
    for (const silenceId of [lies, toCome]) tell(hall, { type: 'silence.lifted', data: { silenceId, at: hall.hall.now, by: 'wang' } });
    expect(rowOf(hall, 'breach').silencedUntil).toBeNull();
    expect(rowOf(hall.live(at('09:55')), 'breach').silencedUntil).toBeNull();
  });
});

describe('An alert that nobody acknowledges', () => {
  const told = (hall: JudgedHall, severity: AlertRow['severity'] = 'breach') => {
    const { escalations, escalatedAt } = rowOf(hall, severity);
    return `${escalations} ${clock(escalatedAt) ?? ''}`.trim();
  };

  it('[A9] goes on to the next person again and again, each time at its very instant', () => {
    const hall = waiting();
    const seen = ['09:15', '09:20', '09:24', '09:25', '09:29', '09:30'].map((time) => told(hall.live(at(time)), time === '09:15' ? 'warning' : 'breach'));
    expect(seen).toEqual(['1 09:15', '0', '0', '1 09:25', '1 09:25', '2 09:30']);
  });

  it('[A9] goes on no more once somebody has it or it has ended, and never for a clause that does not say when', () => {
    const hall = waiting().live(at('09:26'));
    acknowledge(hall, 'li');
    expect(told(hall.live(at('10:00')))).toBe('1 09:25');
    const ended = waiting().live(at('09:26'));
    tell(ended, { type: 'alert.resolved', data: { alertId: idOf(ended, 'breach'), resolvedAt: ended.hall.now, by: 'li', reason: 'rush' } });
    ended.live(at('10:00'));
    expect(ended.all.get(idOf(ended, 'breach'))!.escalations).toBe(1);
    const without = waiting().put([{ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT20M', during: 'always', source: 'local' }]);
    expect(told(without.live(at('10:00')))).toBe('0');
  });

  it('[A9] waits while a silence lies on it, and its time runs anew from the end', () => {
    const hall = waiting().live(at('09:21'));
    silence(hall, ['09:22', '09:40']);
    expect(told(hall.live(at('09:44')))).toBe('0');
    expect(told(hall.live(at('09:45')))).toBe('1 09:45');
    silence(hall, ['09:46', '09:49']);
    expect(told(hall.live(at('09:50')))).withContext('no silence at its instant').toBe('2 09:50');
  });

  it('[A9] is told of once where nobody looked for long, at the last instant that passed', () => {
    const hall = waiting().live(at('09:20'));
    expect(told(hall.until(at('09:48')))).toBe('1 09:45');
    expect(told(hall.live(at('09:50')))).toBe('2 09:50');
  });
});
