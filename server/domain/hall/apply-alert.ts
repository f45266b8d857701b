/** The life of alerts and silences as the journal tells it: the only place where one changes. */
import { ERASED } from '../../../shared/events/texts.js';
import { keyOf, newAlert, type Alert } from '../alert/alert.js';
import { takeDeed } from '../alert/deed.js';
import { covers } from '../alert/silence.js';
import type { AlertEvent, AlertRaised, EventErased } from '../event/own-event.js';
import { escalatesAt } from './escalate.js';
import type { Hall } from './hall.js';
import { stillStands } from './judge.js';
import { judgedFrom } from './openings.js';

export function applyAlert(hall: Hall, event: AlertEvent): void {
  switch (event.type) {
    case 'alert.raised':
      return raise(hall, event);
    case 'silence.put':
      hall.silences.set(event.data.id, { ...event.data });
      return markCovered(hall, event.data.id);
    case 'silence.lifted':
      return lift(hall, event.data);
    default: {
      const alert = hall.alerts.get(event.data.alertId);
      if (!alert) return;
      takeDeed(alert, event);
      hall.dirty.alerts.add(alert.id);
    }
  }
}

/** P2: an alert that was raised stands as it was raised, whatever came to be known later. */
export function tellAlert(hall: Hall, event: AlertEvent): void {
  if (event.type === 'alert.raised') keep(hall, event);
  else applyAlert(hall, event);
}

function keep(hall: Hall, { id, data }: AlertRaised): void {
  hall.alerts.set(id, newAlert(id, data));
  hall.dirty.alerts.add(id);
}

/** A1: an alert is raised once for its clause, subject and due instant, and only if what it says still holds when it is folded. */
function raise(hall: Hall, raised: AlertRaised): void {
  const key = keyOf(raised.data);
  if (hall.raised.has(key)) return;
  hall.raised.set(key, raised.data.dueAt);
  if (stillStands(hall, raised.data)) keep(hall, raised);
}

/** A8: lifted, a silence ends there; one that has not begun never was. */
function lift(hall: Hall, { silenceId, at }: { silenceId: string; at: number }): void {
  const silence = hall.silences.get(silenceId);
  if (!silence) return;
  markCovered(hall, silenceId);
  silence.untilAt = Math.min(silence.untilAt, at);
  if (silence.untilAt <= silence.fromAt) hall.silences.delete(silenceId);
}

/** A11: what was erased from the journal stands nowhere else. */
export function eraseFromAlerts(hall: Hall, { data: { notes = [], silenceIds = [] } }: EventErased): void {
  for (const { alertId, at, by } of notes) {
    const alert = hall.alerts.get(alertId);
    if (!alert) continue;
    alert.notes = alert.notes.map((note) => (note.at === at && note.by === by ? { ...note, text: ERASED } : note));
    hall.dirty.alerts.add(alertId);
  }
  for (const id of silenceIds) {
    const silence = hall.silences.get(id);
    if (silence) silence.reason = ERASED;
  }
}

function markCovered(hall: Hall, silenceId: string): void {
  const silence = hall.silences.get(silenceId)!;
  for (const alert of hall.alerts.values()) if (covers(silence, alert)) hall.dirty.alerts.add(alert.id);
}

/** A3: what is resolved stays on the screens for a minute. */
export function goneAt({ resolvedAt }: Alert, hall: Hall): number {
  return resolvedAt === null ? Infinity : resolvedAt + 60_000 * Math.max(1, hall.clock.speed);
}

/** When alerts change though no event comes: rows go, silences begin and end, and what nobody acknowledges goes on. */
export function* alertInstants(hall: Hall): Generator<number> {
  for (const alert of hall.alerts.values()) {
    yield goneAt(alert, hall);
    yield escalatesAt(hall, alert);
  }
  for (const { fromAt, untilAt } of hall.silences.values()) {
    yield fromAt;
    yield untilAt;
  }
}

/** Alerts whose rows changed because an instant passed. */
export function markAlerts(hall: Hall, passed: (at: number) => boolean): void {
  for (const alert of hall.alerts.values()) if (passed(goneAt(alert, hall))) hall.dirty.alerts.add(alert.id);
  for (const { id, fromAt, untilAt } of hall.silences.values()) if (passed(fromAt) || passed(untilAt)) markCovered(hall, id);
}

const DAY_MS = 24 * 3_600_000;
/** A2 may come to reach so far back, where the hall loses its opening hours or its days begin by another zone's clocks. */
const REACH_MS = 3 * DAY_MS;

/** What can fall due no more need not be remembered: resolved alerts of earlier days, what was raised long before them, silences that ended the day before. */
export function forgetAlerts(hall: Hall): void {
  const from = judgedFrom(hall);
  for (const [key, dueAt] of hall.raised) if (dueAt < hall.day.startAt - REACH_MS) hall.raised.delete(key);
  for (const [id, alert] of hall.alerts) if (alert.resolvedAt !== null && alert.dueAt < from && goneAt(alert, hall) <= hall.day.startAt) hall.alerts.delete(id);
  for (const [id, { untilAt }] of hall.silences) if (untilAt < hall.day.startAt - DAY_MS) hall.silences.delete(id);
}
