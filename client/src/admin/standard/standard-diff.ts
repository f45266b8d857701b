/** What is different between two versions of a standard, clause by clause. */
import type { Clause } from '../../../../shared/commands/standard.js';

export type ClauseChange =
  | { kind: 'added' | 'gone'; clause: Clause }
  | { kind: 'changed'; clause: Clause; before: Clause; fields: ChangedField[] };

const FIELDS = ['appliesTo', 'breachAfter', 'warnAfter', 'limit', 'window', 'during', 'escalateAfter', 'source'] as const;
export type ChangedField = (typeof FIELDS)[number];

/** A clause keeps its id; one of another kind under the same id is another clause. */
export function changesBetween(before: readonly Clause[], after: readonly Clause[]): ClauseChange[] {
  const keyOf = ({ id, kind }: Clause) => `${id} ${kind}`;
  const old = new Map(before.map((clause) => [keyOf(clause), clause]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.flatMap((clause) => changeOf(old.get(keyOf(clause)), clause)),
    ...before.filter((clause) => !kept.has(keyOf(clause))).map((clause) => ({ kind: 'gone' as const, clause })),
  ];
}

function changeOf(before: Clause | undefined, clause: Clause): ClauseChange[] {
  if (!before) return [{ kind: 'added', clause }];
  const fields = FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(clause[field]));
  return fields.length === 0 ? [] : [{ kind: 'changed', clause, before, fields }];
}
