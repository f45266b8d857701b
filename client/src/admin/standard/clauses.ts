/** Lists of clauses as people change them. */
import type { Clause } from '../../../../shared/commands/standard.js';
import { clauseFields } from '../../../../shared/glossary/clause-kinds.js';
import type { ClauseKind } from '../../../../shared/glossary/clause-kinds.js';

/** What a new clause begins with, until somebody says better. */
const START = { breachAfter: 'PT15M', limit: 2, window: 20 };
const LIMITS: Partial<Record<ClauseKind, number>> = { 'queue.length': 20, 'hall.crowding': 100, 'rating.mean': 4 };

export function newClause(kind: ClauseKind, clauses: readonly Clause[]): Clause {
  const clause: Clause = { id: freeId(kind, clauses), kind, during: 'openingHours', source: '' };
  const start = { ...START, limit: LIMITS[kind] ?? START.limit };
  return clauseFields[kind].needs.reduce((made, field) => ({ ...made, [field]: start[field] }), clause);
}

export function copied(clauses: readonly Clause[], index: number): Clause[] {
  const clause = clauses[index]!;
  return clauses.toSpliced(index + 1, 0, { ...clause, id: freeId(clause.id.replace(/-\d+$/, ''), clauses) });
}

function freeId(stem: string, clauses: readonly Clause[]): string {
  const taken = new Set(clauses.map(({ id }) => id));
  for (let number = 1; ; number++) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}
