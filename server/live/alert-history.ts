/** Alerts of past days: folded from the journal's own events alone, which are few, so that a month is read without folding its days. */
import type { AlertEntry } from '../../shared/commands/alert.js';
import { alertRow, newAlert, type Alert } from '../domain/alert/alert.js';
import { isDeed, takeDeed, type Deed } from '../domain/alert/deed.js';
import { isAlertEvent, OWN_SOURCE, type AlertEvent } from '../domain/event/own-event.js';
import { linkGroups, readText, type Journal, type Link } from '../journal/journal.js';
import { newestFirst, type LiveAlerts } from './live-alerts.js';

/** `from` inclusive, `to` exclusive; the hall's clock. */
export interface Range {
  from: number;
  to: number;
}

/** What is read of a live hall. */
export interface AlertedHall {
  readonly id: string;
  readonly alerts: LiveAlerts;
}

const DAY_MS = 24 * 3_600_000;
/** As it stands in the text of every event of our own, and of nobody else's. */
const OWN_TEXT = `"source":"${OWN_SOURCE}"`;

export async function alertsBetween(journal: Journal, { id, alerts: live }: AlertedHall, { from, to }: Range): Promise<AlertEntry[]> {
  const alerts = new Map<string, Alert>();
  const lastAt = live.realAt(to) + DAY_MS; // what is done later than a day after is found one by one
  for await (const links of linkGroups(journal, id, await journal.seqAt(id, live.realAt(from)))) {
    for (const event of links.flatMap(alertEventsIn)) {
      if (event.type === 'alert.raised' && event.data.raisedAt >= from && event.data.raisedAt < to) alerts.set(event.id, newAlert(event.id, event.data));
      const alert = isDeed(event) ? alerts.get(event.data.alertId) : undefined;
      if (alert) takeDeed(alert, event as Deed);
    }
    if (links.at(-1)!.loggedAt >= lastAt) break;
  }
  const entries = await Promise.all([...alerts.values()].map((alert) => entryOf(journal, { id, alerts: live }, alert)));
  return entries.filter((entry) => entry !== null).sort(newestFirst);
}

/** As the hall knows it, else as the journal tells it to its end; null for a verdict that no longer held when it was folded. */
export async function entryOf(journal: Journal, { id, alerts: live }: AlertedHall, alert: Alert): Promise<AlertEntry | null> {
  const known = live.get(alert.id);
  if (known) return known;
  if (alert.resolvedAt === null) {
    const end = await journal.find(id, OWN_SOURCE, `${alert.id}.resolved`);
    if (!end) return null;
    takeDeed(alert, readText(end).event as Deed);
  }
  return { id: alert.id, ...alertRow(alert, null) };
}

export function alertEventsIn({ body }: Link): AlertEvent[] {
  return body.includes(OWN_TEXT) ? (JSON.parse(body) as AlertEvent[]).filter(isAlertEvent) : [];
}

/** Alert events of one commit, up to and with `seq`. */
export interface AlertNews {
  seq: number;
  loggedAt: number;
  events: AlertEvent[];
}

/** What the journal tells of a hall's alerts from `fromSeq` on. */
export async function* alertNews(journal: Journal, hallId: string, fromSeq: number): AsyncGenerator<AlertNews> {
  for await (const links of linkGroups(journal, hallId, fromSeq)) {
    for (const link of links) {
      const events = alertEventsIn(link);
      if (events.length > 0) yield { seq: link.firstSeq + link.count - 1, loggedAt: link.loggedAt, events };
    }
  }
}
