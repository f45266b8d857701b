/**
 * Arbitrary events of the ledgers for the laws: a few cases, stepped in and out of turn, and records in versions; over the few
 * services, counters and people of the arbitrary events, so that they meet.
 */
import fc from 'fast-check';
import { caseCategories, caseKinds, caseSteps } from '../../../shared/glossary/cases.js';
import { idsOf } from '../../../shared/glossary/word.js';
import type { RecordContent } from '../../../shared/commands/records.js';
import { OWN_SOURCE, type AppraisalFrozen, type CaseEvent, type RecordEvent } from '../event/own-event.js';

const HOUR = 3_600_000;
const orNot = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined, freq: 3 });
/** Nobody says `undefined` in a journal: what is left out is not there. */
const said = <T extends object>(data: T): T => JSON.parse(JSON.stringify(data)) as T;

const person = fc.constantFrom('P1', 'P2');
const serviceId = fc.constantFrom('S1', 'S2', 'S9');
const verdict = orNot(fc.constantFrom('yes' as const, 'yes' as const, 'no' as const));
const category = orNot(fc.constantFrom(...idsOf(caseCategories)));
const soon = fc.constantFrom(HOUR, 7 * HOUR, 50 * HOUR);

const opened = fc.record({
  kind: fc.constantFrom(...idsOf(caseKinds)), category, owner: person, staffId: orNot(person), serviceId: orNot(serviceId),
  counterId: orNot(fc.constantFrom('C1', 'C9')), satisfied: fc.boolean(), told: fc.constantFrom(0, HOUR, 30 * HOUR), within: soon,
});
const stepped = fc.record({ of: fc.nat(3), step: fc.constantFrom(...idsOf(caseSteps)), by: person, verdict, category, owner: orNot(person), within: orNot(soon) });

const contents: fc.Arbitrary<RecordContent> = fc.oneof(
  serviceId.map((id) => ({ kind: 'guide' as const, serviceId: id, basis: '1', materials: [], steps: [], fees: '0', workingDays: 2 })),
  person.map((staffId) => ({ kind: 'certificate' as const, staffId, number: '1', issuer: '1' })),
  fc.constant({ kind: 'notice' as const, topic: 'fees' as const, text: '0' }),
);
const recordId = fc.constantFrom('R1', 'R2');
const put = fc.record({ recordId, content: contents, later: fc.constantFrom(0, HOUR), lasts: orNot(soon) });

export type LedgerDraft =
  | { type: 'case.opened'; made: typeof opened extends fc.Arbitrary<infer T> ? T : never }
  | { type: 'case.stepped'; made: typeof stepped extends fc.Arbitrary<infer T> ? T : never }
  | { type: 'record.put'; made: typeof put extends fc.Arbitrary<infer T> ? T : never }
  | { type: 'record.withdrawn'; made: { recordId: string } }
  | { type: 'appraisal.frozen'; made: { month: string } };

/** A step names one of the first cases of its journal, opened yet or not. */
export const ledgerDraft: fc.Arbitrary<LedgerDraft> = fc.oneof(
  { weight: 3, arbitrary: opened.map((made) => ({ type: 'case.opened' as const, made })) },
  { weight: 6, arbitrary: stepped.map((made) => ({ type: 'case.stepped' as const, made })) },
  { weight: 3, arbitrary: put.map((made) => ({ type: 'record.put' as const, made })) },
  { weight: 1, arbitrary: recordId.map((id) => ({ type: 'record.withdrawn' as const, made: { recordId: id } })) },
  { weight: 1, arbitrary: fc.constantFrom('2026-10', '2026-11').map((month) => ({ type: 'appraisal.frozen' as const, made: { month } })) },
);

/** `cases`: how many were opened before. */
export function ledgerEvent(draft: LedgerDraft, { at, id, cases }: { at: number; id: string; cases: number }): CaseEvent | RecordEvent | AppraisalFrozen {
  const own = { specversion: '1.0' as const, source: OWN_SOURCE, id };
  switch (draft.type) {
    case 'case.opened': {
      const { told, within, satisfied, ...made } = draft.made;
      const openedAt = at - told;
      const kept = made.kind === 'returnVisit' ? { ...made, satisfied } : made;
      return { ...own, id: `case${cases}`, type: draft.type, data: said({ title: '1', channel: 'web' as const, by: 'P2', ...kept, at: openedAt, dueAt: openedAt + within, replyDueAt: made.kind === 'complaint' ? openedAt + HOUR : null }) };
    }
    case 'case.stepped': {
      const { of, within, ...made } = draft.made;
      return { ...own, type: draft.type, data: said({ ...made, caseId: `case${of}`, at, dueAt: within === undefined ? undefined : at + within }) };
    }
    case 'record.put': {
      const { later, lasts, ...made } = draft.made;
      return { ...own, type: draft.type, data: { ...made, title: '1', approvedBy: 'P1', putBy: 'P2', putAt: at, effectiveFromAt: at + later, expiresAt: lasts === undefined ? null : at + later + lasts } };
    }
    case 'record.withdrawn':
      return { ...own, type: draft.type, data: { ...draft.made, at, by: 'P1', reason: '1' } };
    case 'appraisal.frozen':
      return { ...own, type: draft.type, data: { ...draft.made, planId: 'R1', at, by: 'P1', reason: '1', cards: [] } };
  }
}
