/** Which cases of a ledger somebody asks for: all of a query's conditions hold; those due first come first. */
import type { CaseEntry } from '../shared/commands/cases.js';
import { caseKinds } from '../shared/glossary/cases.js';
import { Problem } from './problem.js';
import { instantOf } from './range.js';

export interface CasesQuery {
  kind?: string;
  status?: string;
  from?: string;
  to?: string;
  staffId?: string;
  counterId?: string;
  owner?: string;
  parentId?: string;
  /** Words that stand in its title, text or numbers. */
  q?: string;
}

type Condition = (one: CaseEntry) => boolean;

export function askedCases(cases: CaseEntry[], query: CasesQuery): CaseEntry[] {
  const conditions = [...statusOf(query), ...namesOf(query), ...rangeOf(query), ...wordsOf(query)];
  return cases.filter((one) => conditions.every((holds) => holds(one))).sort(dueFirst);
}

function statusOf({ kind, status = 'open' }: CasesQuery): Condition[] {
  if (!['open', 'closed', 'all'].includes(status)) throw new Problem(400, 'status', `status=${status.slice(0, 40)} was refused: it must be open, closed or all.`, { field: 'status' });
  if (kind !== undefined && !(kind in caseKinds)) throw new Problem(400, 'kind', `kind=${kind.slice(0, 40)} was refused: it must be one of ${Object.keys(caseKinds).join(', ')}.`, { field: 'kind' });
  const ofKind: Condition[] = kind === undefined ? [] : [(one) => one.kind === kind];
  return status === 'all' ? ofKind : [...ofKind, ({ closedAt }) => (closedAt === null) === (status === 'open')];
}

function namesOf(query: CasesQuery): Condition[] {
  return (['staffId', 'counterId', 'owner', 'parentId'] as const).flatMap((field) => (query[field] ? [(one: CaseEntry) => one[field] === query[field]] : []));
}

/** By when they were opened: `from` inclusive, `to` exclusive. */
function rangeOf(query: CasesQuery): Condition[] {
  const [from = -Infinity, to = Infinity] = [instantOf('from', query.from), instantOf('to', query.to)];
  return [({ openedAt }) => openedAt >= from && openedAt < to];
}

function wordsOf({ q = '' }: CasesQuery): Condition[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const textOf = ({ number, title, text, reference, id, ticketId, staffId, owner }: CaseEntry) => [number, title, text, reference, id, ticketId, staffId, owner].join('\n').toLowerCase();
  return words.length === 0 ? [] : [(one) => words.every((word) => textOf(one).includes(word))];
}

function dueFirst(a: CaseEntry, b: CaseEntry): number {
  return (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity) || b.openedAt - a.openedAt || (a.id < b.id ? -1 : 1);
}
