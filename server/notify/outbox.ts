/**
 * The outbox: what the journal tells of alerts, projected onto deliveries. Cursor and deliveries move in one transaction, and
 * the id of each telling follows from alert, event and channel, so a kill anywhere neither loses nor doubles one.
 */
import { createHash } from 'node:crypto';
import type { AlertEntry } from '../../shared/commands/alert.js';
import type { AlertEvent } from '../domain/event/own-event.js';
import type { AlertNews } from '../live/alert-history.js';
import type { LiveHall } from '../live/live-hall.js';
import { hears, type Channel } from './channel.js';
import { DAY, gatherMs, GROUP_MEMORY, type Delivery } from './delivery.js';
import type { Ledger } from './ledger.js';

interface OutboxTools {
  ledger: Ledger;
  now: () => number;
  channels: () => Iterable<Channel>;
  hall: (hallId: string) => LiveHall | undefined;
}

interface Told {
  alert: AlertEntry;
  event: Delivery['event'];
  /** What makes this telling another one: an escalation's number. */
  mark?: string;
}

export class Outbox {
  constructor(private readonly tools: OutboxTools) {}

  take(hallId: string, { seq, loggedAt, events }: AlertNews): void {
    const { ledger, hall } = this.tools;
    const live = hall(hallId);
    if (!live) return;
    // a channel hears of what comes after it was made
    const channels = [...this.tools.channels()].filter((channel) => hears(channel, hallId) && channel.createdAt <= loggedAt);
    if (channels.length === 0 || seq <= (ledger.cursor(hallId) ?? 0)) return;
    ledger.atOnce(() => {
      for (const event of events) this.takeOne(event, { live, channels });
      ledger.moveCursor(hallId, seq);
    });
  }

  private takeOne(event: AlertEvent, { live, channels }: { live: LiveHall; channels: Channel[] }): void {
    switch (event.type) {
      case 'alert.raised':
      case 'alert.escalated': {
        const raised = event.type === 'alert.raised';
        // not there: what it said did not hold any more when it was folded
        const alert = live.alerts.get(raised ? event.id : event.data.alertId);
        if (!alert || alert.resolvedAt !== null || alert.silencedUntil !== null || alert.acknowledgedAt !== null) return;
        const told: Told = raised ? { alert, event: 'raised' } : { alert, event: 'escalated', mark: `.${event.data.escalation}` };
        for (const channel of channels) if (channel.severities.includes(alert.severity)) this.tell(live, channel, told);
        return;
      }
      case 'alert.resolved':
        return this.tellEnd(live, channels, event.data);
      case 'alert.acknowledged':
        return this.stop(event.data.alertId, 'acknowledged', () => true);
      case 'silence.put':
        for (const { id, silencedUntil } of live.alerts.open()) if (silencedUntil !== null) this.stop(id, 'silenced', () => true);
        return;
      default:
    }
  }

  /** The end is told to whoever was, or may have been, told of the beginning; who was not need not hear of either. */
  private tellEnd(live: LiveHall, channels: Channel[], { alertId, resolvedAt }: { alertId: string; resolvedAt: number }): void {
    const calls = this.tools.ledger.callsAbout(alertId);
    this.stop(alertId, 'resolved', ({ attempts }) => attempts === 0);
    for (const channel of channels) {
      const call = calls.find(({ channelId, attempts }) => channelId === channel.id && attempts > 0);
      const known = live.alerts.get(alertId) ?? call?.alerts.find(({ id }) => id === alertId);
      if (call && known) this.tell(live, channel, { alert: { ...known, resolvedAt }, event: 'resolved' });
    }
  }

  private tell(live: LiveHall, channel: Channel, { alert, event, mark = '' }: Told): void {
    const { ledger, now } = this.tools;
    const group = { channelId: channel.id, event, groupKey: groupOf(live, alert) };
    const gathering = ledger.gathering(group);
    const id = gathering?.id ?? idOf(alert.id, `${event}${mark}`, channel.id);
    if (!ledger.addTelling({ alertId: alert.id, event: `${event}${mark}`, channelId: channel.id, deliveryId: id })) return;
    if (gathering) return ledger.setAlerts(id, [...gathering.alerts.filter((other) => other.id !== alert.id), alert]);
    const createdAt = now();
    const dueAt = createdAt + gatherMs(ledger.countOf(group, createdAt - GROUP_MEMORY));
    ledger.addDelivery({ id, hallId: live.id, ...group, alerts: [alert], createdAt, dueAt, giveUpAt: createdAt + DAY });
  }

  /** Nobody is called to it any more. */
  private stop(alertId: string, why: string, which: (call: Delivery) => boolean): void {
    const { ledger } = this.tools;
    for (const call of ledger.callsAbout(alertId)) {
      if (call.state !== 'pending' || !which(call)) continue;
      const others = call.alerts.filter(({ id }) => id !== alertId);
      if (others.length === 0) ledger.drop(call.id, why);
      else ledger.setAlerts(call.id, others);
    }
  }
}

/** One clause, one severity, one place: the zone of its counter, else its service, else the hall. */
function groupOf({ id, settings }: LiveHall, { clauseId, severity, counterId, serviceId }: AlertEntry): string {
  const zone = settings.counters.find((counter) => counter.id === counterId)?.zone;
  return JSON.stringify([id, clauseId, severity, zone ?? serviceId ?? '']);
}

function idOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);
}
