/** One alert 告警, from raised 触发 to resolved 解除: plain data, changed only by the events of its own life. */
import type { AlertRow } from '../../../shared/rows/rows.js';
import type { Raised } from '../event/own-event.js';

export interface Alert extends Raised {
  id: string;
  acknowledgedAt: number | null;
  acknowledgedBy: string | null;
  assignedTo: string | null;
  escalatedAt: number | null;
  escalations: number;
  notes: AlertRow['notes'];
  resolvedAt: number | null;
  resolvedBy: string | null;
}

export function newAlert(id: string, raised: Raised): Alert {
  return {
    id, ...raised, acknowledgedAt: null, acknowledgedBy: null, assignedTo: null, escalatedAt: null, escalations: 0, notes: [],
    resolvedAt: null, resolvedBy: null,
  };
}

/** What makes an alert that one and no other: its clause, severity, subject and due instant (contract §3). */
export function keyOf({ clauseId, severity, subject, dueAt }: Pick<Raised, 'clauseId' | 'severity' | 'subject' | 'dueAt'>): string {
  return `${clauseId} ${severity} ${subject.kind}:${subject.id} ${dueAt}`;
}

/** `silencedUntil`: the end of the silence that lies on it now, null when none does. */
export function alertRow({ id, ...alert }: Alert, silencedUntil: number | null): AlertRow {
  void id;
  return { ...alert, notes: [...alert.notes], silencedUntil };
}
