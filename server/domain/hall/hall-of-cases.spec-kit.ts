import { parseInstant } from '../../../shared/instant.js';
import type { OpenCase, StepCase } from '../../../shared/commands/cases.js';
import type { RecordContent } from '../../../shared/commands/records.js';
import { replyDueAt, stepDueAt } from './case-due.js';
import { procedures, stateAfter } from '../case/procedure.js';
import { settingsForSpec } from './hall.spec-kit.js';
import { JudgedHall } from './judged-hall.spec-kit.js';

const own = { specversion: '1.0', source: '/hallboard' } as const;
const office = settingsForSpec({ openingHours: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '17:00' }] });

/** For specs: a hall whose people open and step cases; 2026-03-02 is a Monday. */
export class HallOfCases extends JudgedHall {
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

  record(recordId: string, content: RecordContent): this {
    const putAt = this.hall.now;
    this.fold({ ...own, id: recordId, type: 'record.put', data: { recordId, title: recordId, content, approvedBy: 'li', putAt, putBy: 'wang', effectiveFromAt: putAt, expiresAt: null } });
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
