/** One alert's story: what was done about it, and what its subject did around it. */
import type { AlertStory } from '../../shared/commands/alert.js';
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { newAlert, type Alert } from '../domain/alert/alert.js';
import { isDeed, takeDeed, type Deed } from '../domain/alert/deed.js';
import { covers } from '../domain/alert/silence.js';
import type { Clock } from '../domain/calendar/clock.js';
import { placeEvent } from '../domain/event/fact.js';
import { isOwn, OWN_SOURCE, type AlertEvent, type AlertRaised, type HallEvent } from '../domain/event/own-event.js';
import { linkGroups, readText, type Journal, type Link } from '../journal/journal.js';
import { alertEventsIn, entryOf, type AlertedHall } from './alert-history.js';

/** So long before what the alert counts from, and so long after its end. */
const AROUND_MS = 3_600_000;
/** The last so many are told: nobody reads more on a line. */
const MOST_EVENTS = 500;
/** As the id of a device's row begins; its events name the device alone. */
const DEVICE = /^device:/;

export async function alertStory(journal: Journal, hall: AlertedHall, alertId: string): Promise<AlertStory | null> {
  const found = await journal.find(hall.id, OWN_SOURCE, alertId);
  const raised = found ? readText(found).event : null;
  if (raised?.type !== 'alert.raised') return null;
  const entry = await entryOf(journal, hall, newAlert(alertId, raised.data));
  if (!entry) return null;
  const { sinceAt, dueAt, raisedAt, resolvedAt } = entry;
  const fromSeq = await journal.seqAt(hall.id, hall.alerts.realAt(Math.min(sinceAt ?? dueAt, raisedAt) - AROUND_MS));
  const lastAt = resolvedAt === null ? Infinity : hall.alerts.realAt(resolvedAt) + AROUND_MS;
  const told = new Telling(raised, { alertId, clock: hall.alerts.clock });
  for await (const links of linkGroups(journal, hall.id, fromSeq)) {
    for (const link of links) told.read(link);
    if (links.at(-1)!.loggedAt > lastAt) break;
  }
  const { deeds, events, alert } = told;
  return { alert: hall.alerts.get(alertId) ?? { ...entry, ...alert }, deeds, events: events.sort((a, b) => a.at - b.at || a.seq - b.seq) };
}

class Telling {
  readonly alert: Alert;
  readonly deeds: AlertStory['deeds'];
  readonly events: AlertStory['events'] = [];
  private readonly clock: Clock;
  /** The text of a link that speaks of the subject has this in it. */
  private readonly mark: string;

  constructor({ data }: AlertRaised, { alertId, clock }: { alertId: string; clock: Clock }) {
    this.alert = newAlert(alertId, data);
    this.clock = clock;
    this.deeds = [{ at: data.raisedAt, deed: 'raised', by: null, text: null }];
    this.mark = data.subject.kind === 'hall' ? '"hall.' : JSON.stringify(data.subject.id.replace(DEVICE, ''));
  }

  read(link: Link): void {
    for (const event of alertEventsIn(link)) this.hearDeed(event);
    if (!link.body.includes(this.mark)) return;
    (JSON.parse(link.body) as HallEvent[]).forEach((event, index) => {
      if (isOwn(event) || !isAbout(event, this.alert.subject)) return;
      const seq = link.firstSeq + index;
      const { at } = placeEvent({ seq, loggedAt: link.loggedAt, event }, this.clock);
      this.events.push({ seq, at, type: event.type, data: event.data });
    });
    this.events.splice(0, this.events.length - MOST_EVENTS);
  }

  private hearDeed(event: AlertEvent): void {
    if (event.type === 'silence.put' && covers(event.data, this.alert) && event.data.untilAt > this.alert.raisedAt) {
      const { fromAt, author, reason } = event.data;
      this.deeds.push({ at: fromAt, deed: 'silenced', by: author, text: reason });
    }
    if (!isDeed(event) || event.data.alertId !== this.alert.id) return;
    takeDeed(this.alert, event);
    this.deeds.push({ deed: event.type.slice('alert.'.length), ...toldOf(event) });
  }
}

function toldOf({ type, data }: Deed): { at: number; by: string | null; text: string | null } {
  switch (type) {
    case 'alert.acknowledged':
      return { at: data.at, by: data.by, text: null };
    case 'alert.assigned':
      return { at: data.at, by: data.by, text: data.to };
    case 'alert.commented':
      return { at: data.at, by: data.by, text: data.text };
    case 'alert.escalated':
      return { at: data.at, by: null, text: String(data.escalation) };
    case 'alert.resolved':
      return { at: data.resolvedAt, by: data.by ?? null, text: data.reason ?? null };
  }
}

/** The field of an event's data that names a subject of each kind. */
const fields: Record<Alert['subject']['kind'], string[]> = {
  ticket: ['ticketId'], counter: ['counterId', 'toCounterId'], service: ['serviceId', 'toServiceId'], staff: ['staffId'], source: ['deviceId'], hall: [], case: [], record: [],
};

function isAbout({ type, source, data }: PostedEvent, { kind, id }: Alert['subject']): boolean {
  if (kind === 'hall') return type.startsWith('hall.');
  if (kind === 'source' && source === id) return true;
  const named = kind === 'source' ? id.replace(DEVICE, '') : id;
  return fields[kind].some((field) => (data as Record<string, unknown>)[field] === named);
}
