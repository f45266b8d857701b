/** Escalation 升级: an alert that nobody acknowledges goes to the next person, again and again, unless a silence lies on it. */
import type { Alert } from '../alert/alert.js';
import { covers } from '../alert/silence.js';
import type { Hall } from './hall.js';
import { standardAt } from './standard-of.js';

/** Until when the silences that lie on the alert at that instant last; null when none does. */
export function silencedUntil(hall: Hall, alert: Alert, at: number): number | null {
  let until: number | null = null;
  for (const silence of hall.silences.values()) {
    if (silence.fromAt > at || silence.untilAt <= Math.max(at, until ?? 0) || !covers(silence, alert)) continue;
    until = silence.untilAt;
  }
  return until;
}

/** A9: when the alert next goes to the next person. A silence puts that off: the time runs anew from its end. */
export function escalatesAt(hall: Hall, alert: Alert): number {
  const after = alert.acknowledgedAt === null && alert.resolvedAt === null ? standardAt(hall, hall.now).byId.get(alert.clauseId)?.escalateMs : null;
  if (after == null) return Infinity;
  let due = (alert.escalatedAt ?? alert.raisedAt) + after;
  for (let until = silencedUntil(hall, alert, due); until !== null; until = silencedUntil(hall, alert, due)) due = until + after;
  return due;
}

/** What is due by now. Of several instants that passed while nobody looked the last one counts: nobody is called twice at once. */
export function escalations(hall: Hall): { alertId: string; at: number; escalation: number }[] {
  const due = [];
  for (const alert of hall.alerts.values()) {
    let at: number | null = null;
    for (let next = escalatesAt(hall, alert); next <= hall.now; next = escalatesAt(hall, { ...alert, escalatedAt: at })) at = next;
    if (at !== null) due.push({ alertId: alert.id, at, escalation: alert.escalations + 1 });
  }
  return due;
}
