import { parseInstant } from '../../../shared/instant.js';
import type { OpenCase, StepCase } from '../../../shared/commands/cases.js';
import { replyDueAt, stepDueAt } from './case-due.js';
import { procedures, stateAfter } from '../case/procedure.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { JudgedHall } from './judged-hall.spec-kit.js';

const own = { specversion: '1.0', source: '/hallboard' } as const;
const office = settingsForSpec({ openingHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '17:00' }] });

/** A hall whose people open and step cases; 2026-03-02 is a Monday. */
class HallOfCases extends JudgedHall {
  constructor() {
    super('2026-03-02T08:00:00+08:00', office);
  }

  open(id: string, said: Partial<OpenCase> & Pick<OpenCase, 'kind'>): this {
    const { at: told, due, ...more } = said;
    const at = told === undefined ? this.hall.now : parseInstant(told);
    const about = { serviceId: more.serviceId ?? null, counterId: more.counterId ?? null, kind: more.kind, state: procedures[more.kind].begins };
    const data = { title: id, channel: 'hotline' as const, owner: 'wang', ...more, at, by: 'chen', dueAt: due === undefined ? stepDueAt(this.hall, about, at) : parseInstant(due), replyDueAt: more.kind === 'complaint' ? replyDueAt(this.hall, about, at) : null };
    this.fold({ ...own, id, type: 'case.opened', data });
    return this.settle();
  }

  step(caseId: string, step: StepCase['step'], verdict?: 'yes' | 'no'): this {
    const one = this.hall.cases.get(caseId)!;
    const state = stateAfter(one, { step, verdict });
    const dueAt = state && state !== 'closed' && state !== one.state ? stepDueAt(this.hall, { ...one, state }, this.hall.now) : undefined;
    const data = { caseId, step, at: this.hall.now, by: 'li', ...(verdict && { verdict }), ...(dueAt && { dueAt }) };
    this.fold({ ...own, id: `${caseId}.${one.deeds.length + 1}`, type: 'case.stepped', data });
    return this.settle();
  }

  get told(): string[] {
    const date = (at: number | null) => (at === null ? '' : new Date(at + 8 * 3_600_000).toISOString().slice(0, 16));
    return [...this.all.values()].map(({ kind, severity, subject, dueAt, resolvedAt }) => `${kind} ${severity} ${subject.id} ${date(dueAt)}–${date(resolvedAt)}`);
  }

  get counts() {
    return this.rows.hall['spec']!.cases;
  }
}

const complaints = [
  { id: 'reply', kind: 'complaint.reply' as const, limit: 2, source: 'local', during: 'always' as const },
  { id: 'rectify', kind: 'complaint.rectify' as const, limit: 3, source: 'local', during: 'always' as const },
];

describe('Cases of a hall', () => {
  it('[E4] raise complaint.reply at the end of its working days, and it ends with the reply', () => {
    const hall = new HallOfCases().put(complaints).open('late', { kind: 'complaint' });
    expect(hall.live('2026-03-05T00:00:00+08:00')).toBe(hall);
    expect(hall.told).toEqual(['complaint.reply breach late 2026-03-05T00:00–']);
    hall.live('2026-03-05T10:00:00+08:00');
    hall.step('late', 'verify', 'no').step('late', 'reply');
    expect(hall.told).toEqual(['complaint.reply breach late 2026-03-05T00:00–2026-03-05T10:00']);
  });

  it('[E4] raise complaint.rectify its working days after it was verified, over a weekend too', () => {
    const hall = new HallOfCases().put(complaints.slice(1)).open('slow', { kind: 'complaint' });
    hall.live('2026-03-04T11:00:00+08:00');
    hall.step('slow', 'verify', 'yes').live('2026-03-12T09:00:00+08:00');
    expect(hall.told).toEqual(['complaint.rectify breach slow 2026-03-10T00:00–']);
    hall.step('slow', 'rectify');
    expect(hall.told).toEqual(['complaint.rectify breach slow 2026-03-10T00:00–2026-03-12T09:00']);
  });

  it('[E4] raise case.due at the instant an order was given for, warned of by a clause of its own', () => {
    const hall = new HallOfCases().put([{ id: 'due', kind: 'case.due', source: 'local', during: 'always' }]);
    hall.open('order', { kind: 'rectification', due: '2026-03-06T17:00:00+08:00', counterId: 'C1' }).live('2026-03-06T18:00:00+08:00');
    expect(hall.told).toEqual(['case.due breach order 2026-03-06T17:00–']);
  });

  it('[E5] count the open ones and the complaints without a reply', () => {
    const hall = new HallOfCases();
    expect(hall.counts).toEqual({ open: 0, unanswered: 0, changes: 0 });
    hall.open('a', { kind: 'complaint' }).open('b', { kind: 'request' });
    expect(hall.counts).toEqual({ open: 2, unanswered: 1, changes: 2 });
    hall.step('a', 'verify', 'no').step('a', 'reply');
    expect(hall.counts).toEqual({ open: 2, unanswered: 0, changes: 4 });
  });

  it('[E1] take of two steps at once the first', () => {
    const hall = new HallOfCases().open('a', { kind: 'complaint' });
    hall.step('a', 'verify', 'yes').step('a', 'verify', 'no');
    expect(hall.hall.cases.get('a')).toEqual(jasmine.objectContaining({ state: 'verified', verified: true }));
    expect(hall.hall.cases.get('a')!.deeds.length).toBe(1);
  });

  it('[E6] raise staff.conduct with the fourth verified return visit, and an appeal that is upheld ends it', () => {
    const hall = new HallOfCases().put([
      { id: 'three', kind: 'staff.conduct', limit: 3, warnAfter: 'PT1S', source: 'local', during: 'always' },
      { id: 'four', kind: 'staff.conduct', limit: 4, source: 'local', during: 'always' },
    ]);
    for (const [index, id] of ['v1', 'v2', 'v3', 'v4'].entries()) {
      hall.open(id, { kind: 'returnVisit', satisfied: false, staffId: 'P7', category: 'attitude' }).step(id, 'verify', 'yes').live(`2026-03-0${3 + index}T09:00:00+08:00`);
    }
    expect(hall.told).toEqual(['staff.conduct warning P7 2026-03-04T09:00–', 'staff.conduct breach P7 2026-03-05T09:00–']);
    hall.step('v4', 'appeal').step('v4', 'review', 'yes').live('2026-03-06T10:00:00+08:00');
    expect(hall.told[1]).toMatch(/^staff.conduct breach P7 2026-03-05T09:00–2026-03-06T/);
  });

  it('[E7] let closed ones of the year before last go, and never an open one', () => {
    const hall = new HallOfCases();
    hall.open('closed', { kind: 'returnVisit', satisfied: true }).open('open', { kind: 'request' });
    hall.until('2027-12-31T12:00:00+08:00');
    expect([...hall.hall.cases.keys()]).toEqual(['closed', 'open']);
    hall.until('2028-01-01T12:00:00+08:00');
    expect([...hall.hall.cases.keys()]).toEqual(['open']);
  });
});
