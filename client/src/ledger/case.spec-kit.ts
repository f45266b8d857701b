import type { CaseEntry } from '../../../shared/commands/cases.js';
import { MINUTE, NOW } from '../spec-rows';

/** A complaint that li owns, opened an hour ago. Only specs call this. */
export function caseEntry(over: Partial<CaseEntry> = {}): CaseEntry {
  return {
    id: 'c1', number: 'C-260001', kind: 'complaint', title: '态度生硬', text: null, channel: 'hotline', category: 'attitude', counterId: null, staffId: null, serviceId: null,
    ticketId: null, reference: null, parentId: null, plan: null, appraisal: null, openedAt: NOW - 60 * MINUTE, openedBy: 'wang', owner: 'li', state: 'received', dueAt: null,
    replyDueAt: null, repliedAt: null, verified: null, verifiedAt: null, appealedAt: null, satisfied: null, failures: 0, closedAt: null, proof: [], deeds: [], stages: [], ...over,
  };
}
