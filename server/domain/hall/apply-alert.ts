/** The life of alerts as the journal tells it: the only place where one changes. */
import { keyOf, newAlert, type Alert } from '../alert/alert.js';
import type { AlertEvent } from '../event/own-event.js';
import type { Hall } from './hall.js';
import { stillStands } from './judge.js';
import { judgedFrom } from './openings.js';

/** A1: an alert is raised once for its clause, subject and due instant, and only if what it says still holds when it is folded. */
export function applyAlert(hall: Hall, event: AlertEvent): void {
  if (event.type === 'alert.raised') {
    const key = keyOf(event.data);
    if (hall.raised.has(key)) return;
    hall.raised.set(key, event.data.dueAt);
    if (!stillStands(hall, event.data)) return;
    hall.alerts.set(event.id, newAlert(event.id, event.data));
    hall.dirty.alerts.add(event.id);
    return;
  }
  if (event.type !== 'alert.resolved') return;
  const alert = hall.alerts.get(event.data.alertId);
  if (!alert || alert.resolvedAt !== null) return;
  alert.resolvedAt = event.data.resolvedAt;
  hall.dirty.alerts.add(alert.id);
}

/** A3: what is resolved stays on the screens for a minute. */
export function goneAt({ resolvedAt }: Alert, hall: Hall): number {
  return resolvedAt === null ? Infinity : resolvedAt + 60_000 * Math.max(1, hall.clock.speed);
}

/** What can fall due no more need not be remembered: resolved alerts of earlier days, and what was raised before them. */
export function forgetAlerts(hall: Hall): void {
  const from = judgedFrom(hall);
  for (const [key, dueAt] of hall.raised) if (dueAt < from) hall.raised.delete(key);
  for (const [id, alert] of hall.alerts) if (alert.resolvedAt !== null && alert.dueAt < from && goneAt(alert, hall) <= hall.day.startAt) hall.alerts.delete(id);
}
