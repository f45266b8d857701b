/** A silence 静默: alerts that it lies on are raised and recorded all the same, but nobody is called to them. */
import type { Silence } from '../../../shared/commands/alert.js';
import type { Raised } from '../event/own-event.js';

/** A8: what a silence names must all be the alert's; a list that is left out names everything. */
export function covers({ clauseIds, counterIds, serviceIds, subject, severity }: Silence, alert: Raised): boolean {
  if (subject !== null && subject !== subjectOf(alert)) return false;
  if (severity === 'warning' && alert.severity === 'breach') return false;
  return names(clauseIds, alert.clauseId) && names(counterIds, alert.counterId) && names(serviceIds, alert.serviceId);
}

function names(ids: string[] | null, id: string | null): boolean {
  return ids === null || (id !== null && ids.includes(id));
}

/** An alert's subject as a silence names it. */
export function subjectOf({ subject }: Pick<Raised, 'subject'>): string {
  return `${subject.kind}:${subject.id}`;
}
