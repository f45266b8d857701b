import { OWN_SOURCE, type CaseEvent } from '../event/own-event.js';
import { CasesOfDay } from './cases-of-day.js';

const envelope = { specversion: '1.0' as const, source: OWN_SOURCE, time: '2026-11-23T10:00:00+08:00' };
const DUE = 50;

function opened(id: string, kind: 'complaint' | 'request' | 'returnVisit', said: object = {}): CaseEvent {
  return { ...envelope, id, type: 'case.opened', data: { kind, title: 'T', text: 'words', channel: 'hotline', at: 1, by: 'li', owner: 'wang', dueAt: DUE, replyDueAt: null, ...said } };
}
const stepped = (caseId: string, step: string, said: object = {}): CaseEvent => ({ ...envelope, id: `${caseId}.${step}`, type: 'case.stepped', data: { caseId, step, at: 2, by: 'li', ...said } }) as CaseEvent;

function dayOf(events: CaseEvent[], carried = new CasesOfDay([])): CasesOfDay {
  const day = new CasesOfDay(carried.leaves());
  for (const event of events) day.take(event);
  return day;
}

describe('The ledgers of a day', () => {
  it('[Y9] are told by kind, and carried on to the next day', () => {
    const first = dayOf([opened('c1', 'complaint', { replyDueAt: 40 }), opened('r1', 'request'), opened('v1', 'returnVisit', { satisfied: true }), stepped('c1', 'verify', { verdict: 'no' })]);
    expect(first.figures(45)).toEqual({
      opened: { complaint: 1, request: 1, returnVisit: 1 }, steps: { verify: 1 }, replied: {}, closed: { returnVisit: 1 }, open: { complaint: 1, request: 1 }, overdue: { complaint: 1 },
    });
    const second = dayOf([stepped('c1', 'reply'), stepped('c1', 'reply'), stepped('c1', 'visit', { verdict: 'yes' }), stepped('c1', 'close')], first);
    expect(second.figures(DUE)).toEqual({ opened: {}, steps: { reply: 2, visit: 1, close: 1 }, replied: { complaint: 1 }, closed: { complaint: 1 }, open: { request: 1 }, overdue: { request: 1 } });
    expect(first.figures(45).open).withContext('of the day before, as it was').toEqual({ complaint: 1, request: 1 });
  });

  it('[Y9] leave no words behind', () => {
    expect(JSON.stringify(dayOf([opened('c1', 'complaint', { reference: '12345' }), stepped('c1', 'note', { text: 'more words' })]).leaves())).not.toMatch(/words|12345|"T"/);
  });
});
