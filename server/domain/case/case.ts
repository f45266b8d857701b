/**
 * A case 个案: something a person is to answer for, from its opening to its close. Plain data, changed only by the events of its
 * own life; what was verified is never edited, only followed by another event.
 */
import type { CaseDeed, CaseEntry, CaseStage } from '../../../shared/commands/cases.js';
import type { CaseOpened, CaseStepped } from '../event/own-event.js';
import { procedures, stateAfter } from './procedure.js';

export type Case = CaseEntry;

export function newCase({ id, number }: Pick<Case, 'id' | 'number'>, { at, by, owner, dueAt, replyDueAt, proof, satisfied, ...said }: CaseOpened['data']): Case {
  const settled = said.kind === 'returnVisit' && satisfied === true;
  const stage: CaseStage = { state: settled ? 'closed' : procedures[said.kind].begins, at, dueAt: settled ? null : dueAt, leftAt: null };
  return {
    id, number, text: null, category: null, counterId: null, staffId: null, serviceId: null, ticketId: null, reference: null, parentId: null, plan: null, appraisal: null,
    ...said, openedAt: at, openedBy: by, owner, state: stage.state,
    dueAt: stage.dueAt, replyDueAt, repliedAt: null, verified: null, verifiedAt: null, appealedAt: null,
    satisfied: satisfied ?? null, failures: 0, closedAt: settled ? at : null, proof: proof ?? [], deeds: [], stages: [stage],
  };
}

/** Takes a step that the case, as it stands, allows; any other changes nothing (somebody else was first). */
export function takeStep(one: Case, { step, at, by, text, verdict, category, owner, dueAt, proof, reference, scores, remarks, ballots }: CaseStepped['data']): boolean {
  const state = stateAfter(one, { step, verdict });
  if (state === null) return false;
  const deed: CaseDeed = { step, at, by, text: text ?? null, verdict: verdict ?? null, proof: proof ?? [], reference: reference ?? null, scores: scores ?? null, remarks: remarks ?? null, ballots: ballots ?? null };
  one.deeds = [...one.deeds, deed];
  one.state = state;
  one.owner = owner ?? one.owner;
  one.category = category ?? one.category;
  Object.assign(one, changeBy(one, deed));
  one.closedAt = state === 'closed' ? (one.closedAt ?? at) : null;
  one.dueAt = state === 'closed' ? null : (dueAt ?? one.dueAt);
  if (state !== one.stages.at(-1)!.state) one.stages = [...one.stages.slice(0, -1), { ...one.stages.at(-1)!, leftAt: at }, { state, at, dueAt: one.dueAt, leftAt: null }];
  return true;
}

function changeBy(one: Case, { step, at, verdict }: CaseDeed): Partial<Case> {
  switch (step) {
    case 'verify':
      return { verified: verdict === 'yes', verifiedAt: at };
    case 'reply':
      return { repliedAt: one.repliedAt ?? at };
    case 'visit':
      return { satisfied: verdict === 'yes' };
    case 'recheck':
      return verdict === 'no' ? { failures: one.failures + 1 } : {};
    case 'appeal':
      return { appealedAt: at };
    case 'review': // E4: an appeal that is upheld takes the verdict back
      return verdict === 'yes' ? { appealedAt: null, verified: false } : { appealedAt: null };
    default:
      return {};
  }
}

/** Whom a case is about, among the people or among the counters. */
export function subjectOf({ staffId, counterId }: Pick<Case, 'staffId' | 'counterId'>, of: 'staff' | 'counters'): string | null {
  return of === 'staff' ? staffId : counterId;
}
