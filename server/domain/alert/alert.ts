/** One alert 告警, from raised 触发 to resolved 解除: plain data, changed only by the events of its own life. */
import type { AlertRow } from '../../../shared/rows/rows.js';
import type { Raised } from '../event/own-event.js';

export interface Alert extends Raised {
  id: string;
  resolvedAt: number | null;
}

/** What makes an alert that one and no other: its clause, severity, subject and due instant (contract §3). */
export function keyOf({ clauseId, severity, subject, dueAt }: Pick<Raised, 'clauseId' | 'severity' | 'subject' | 'dueAt'>): string {
  return `${clauseId} ${severity} ${subject.kind}:${subject.id} ${dueAt}`;
}

export function alertRow({ id, ...alert }: Alert): AlertRow {
  void id;
  return { ...alert, acknowledgedAt: null, acknowledgedBy: null, assignedTo: null, escalatedAt: null };
}
