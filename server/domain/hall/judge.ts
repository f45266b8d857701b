/**
 * Judges the hall by its clauses: what has fallen due and is not raised yet, what has ended, and when to look again. Pure;
 * LiveHall writes the verdicts into the journal, and only the fold of those events changes an alert. So the decision stands
 * inside the line: a verdict that no longer holds when it is folded raises nothing.
 */
import type { AlertEvent, Raised } from '../event/own-event.js';
import { keyOf, type Alert } from '../alert/alert.js';
import { clausesOf, type Clause } from '../standard/clause.js';
import type { Ticket } from '../ticket/ticket.js';
import type { Hall } from './hall.js';
import { openingsOf } from './openings.js';

export interface Judgement {
  raise: Raised[];
  resolve: { alertId: string; resolvedAt: number }[];
}

/** Raised later than this after its due instant, an alert says so. */
const LATE_MS = 5_000;
const DAY_MS = 24 * 3_600_000;

/** A2: a wait is judged on the day it began; where the hall is open over midnight, on the next one too. */
function judgedFrom(hall: Hall): number {
  const { startAt } = hall.day;
  const overnight = hall.settings.openingHours.length === 0 || openingsOf(hall).some(({ opensAt }) => opensAt === startAt);
  return overnight ? startAt - DAY_MS : startAt;
}

/** Every wait under a clause, with the instants at which it is warned of and broken. */
function eachWait(hall: Hall, visit: (wait: { clause: Clause; ticket: Ticket; warnAt: number; breachAt: number }) => void): void {
  const from = judgedFrom(hall);
  for (const clause of clausesOf(hall.settings)) {
    for (const serviceId of clause.serviceIds) {
      for (const ticket of hall.services.get(serviceId)?.queue ?? []) {
        if (!ticket.measured || ticket.legAt < from) continue;
        visit({ clause, ticket, warnAt: ticket.legAt + clause.warnMs, breachAt: ticket.legAt + clause.breachMs });
      }
    }
  }
}

/** The earliest instant after now at which a clause is warned of or broken though no event comes. */
export function nextDue(hall: Hall): number {
  let next = Infinity;
  eachWait(hall, ({ warnAt, breachAt }) => {
    const due = warnAt > hall.now ? warnAt : breachAt;
    if (due > hall.now && due < next) next = due;
  });
  return next;
}

export function judge(hall: Hall): Judgement {
  const raise: Raised[] = [];
  eachWait(hall, ({ clause, ticket, warnAt, breachAt }) => {
    if (hall.now < warnAt) return;
    const broken = hall.now >= breachAt;
    const raised = raisedFor(hall, { clause, ticket, severity: broken ? 'breach' : 'warning', dueAt: broken ? breachAt : warnAt });
    if (!hall.raised.has(keyOf(raised))) raise.push(raised);
  });
  const resolve: Judgement['resolve'] = [];
  for (const alert of hall.alerts.values()) {
    if (alert.resolvedAt !== null) continue;
    const resolvedAt = endOf(hall, alert);
    if (resolvedAt !== null) resolve.push({ alertId: alert.id, resolvedAt });
  }
  return { raise, resolve };
}

function raisedFor(hall: Hall, { clause, ticket, severity, dueAt }: { clause: Clause; ticket: Ticket; severity: Raised['severity']; dueAt: number }): Raised {
  return {
    clauseId: clause.id, kind: clause.kind, severity, subject: { kind: 'ticket', id: ticket.id },
    label: ticket.number ?? ticket.id, serviceId: ticket.serviceId, counterId: null, sinceAt: ticket.legAt,
    dueAt, raisedAt: hall.now, late: hall.now - dueAt > LATE_MS * Math.max(1, hall.clock.speed),
    value: dueAt - ticket.legAt, limit: clause.breachMs,
  };
}

/** When what the alert speaks of ended; null while it stands. */
function endOf(hall: Hall, alert: Alert): number | null {
  const ticket = hall.tickets.get(alert.subject.id);
  if (!ticket) return hall.now;
  if (!stillWaits(hall, alert)) return Math.max(alert.raisedAt, ticket.calledAt ?? ticket.facts.at(-1)?.at ?? hall.now);
  if (ticket.legAt < judgedFrom(hall)) return hall.day.startAt;
  const clause = clausesOf(hall.settings).find(({ id }) => id === alert.clauseId);
  if (!clause || ticket.serviceId === null || !clause.serviceIds.includes(ticket.serviceId)) return hall.now;
  const breachAt = ticket.legAt + clause.breachMs;
  return alert.severity === 'warning' && hall.now >= breachAt ? breachAt : null;
}

function stillWaits(hall: Hall, { subject, sinceAt }: Raised): boolean {
  const ticket = hall.tickets.get(subject.id);
  return ticket?.state === 'waiting' && ticket.legAt === sinceAt;
}

/** A1: an alert is raised once for its clause, subject and due instant, and only if what it says still holds when it is folded. */
export function applyAlert(hall: Hall, event: AlertEvent): void {
  if (event.type === 'alert.raised') {
    const key = keyOf(event.data);
    if (hall.raised.has(key)) return;
    hall.raised.set(key, event.data.dueAt);
    if (!stillWaits(hall, event.data)) return;
    hall.alerts.set(event.id, { id: event.id, ...event.data, resolvedAt: null });
    hall.dirty.alerts.add(event.id);
    return;
  }
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
  for (const [id, alert] of hall.alerts) if (alert.resolvedAt !== null && alert.dueAt < from && goneAt(alert, hall) <= hall.now) hall.alerts.delete(id);
}
