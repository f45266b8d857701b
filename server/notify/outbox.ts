/**
 * The outbox: what the journal tells of alerts, projected onto deliveries. Cursor and deliveries move in one transaction, and
 * the id of each telling follows from alert, event and channel, so a kill anywhere neither loses nor doubles one.
 */
import { createHash } from 'node:crypto';
import type { AlertEntry } from '../../shared/commands/alert.js';
import type { AlertEvent } from '../domain/event/own-event.js';
import type { AlertNews } from '../live/alert-history.js';
import type { LiveHall } from '../live/live-hall.js';
import type { Channel } from './channel.js';
import { DAY, gatherMs, GROUP_MEMORY, type Delivery } from './delivery.js';
import { Gathering } from './gathering.js';
import type { Ledger } from './ledger.js';

interface OutboxTools {
  ledger: Ledger;
  now: () => number;
  /** Channels that are told of a hall. */
  hearing: (hallId: string) => Channel[];
  hall: (hallId: string) => LiveHall | undefined;
}

/** A commit that is being taken. */
interface Taking {
  live: LiveHall;
  channels: Channel[];
  gathering: Gathering;
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
    const { ledger, hall, hearing } = this.tools;
    const live = hall(hallId);
    if (!live) return;
    // a channel hears of what comes after it was made
    const channels = hearing(hallId).filter(({ createdAt }) => createdAt <= loggedAt);
    if (channels.length === 0 || seq <= (ledger.cursor(hallId) ?? 0)) return;
    ledger.atOnce(() => {
      const gathering = new Gathering(ledger);
      for (const event of events) this.takeOne(event, { live, channels, gathering });
      gathering.putAll();
      ledger.moveCursor(hallId, seq);
    });
  }

  private takeOne(event: AlertEvent, taking: Taking): void {
    const { live, channels } = taking;
    switch (event.type) {
      case 'alert.raised':
      case 'alert.escalated': {
        const raised = event.type === 'alert.raised';
        // not there: what it said did not hold any more when it was folded
        const alert = live.alerts.get(raised ? event.id : event.data.alertId);
        if (!alert || alert.resolvedAt !== null || alert.silencedUntil !== null || alert.acknowledgedAt !== null) return;
        const told: Told = raised ? { alert, event: 'raised' } : { alert, event: 'escalated', mark: `.${event.data.escalation}` };
        for (const channel of channels) if (channel.severities.includes(alert.severity)) this.tell(taking, channel, told);
        return;
      }
      case 'alert.resolved':
        return this.tellEnd(taking, event.data);
      case 'alert.acknowledged':
        this.stop(taking, event.data.alertId, 'acknowledged');
        return;
      case 'silence.put':
        for (const { id, silencedUntil } of live.alerts.open()) if (silencedUntil !== null) this.stop(taking, id, 'silenced');
        return;
      default:
    }
  }

  /** The end is told to whoever was, or may have been, told of the beginning; who was not need not hear of either. */
  private tellEnd(taking: Taking, { alertId, resolvedAt }: { alertId: string; resolvedAt: number }): void {
    const { live, channels } = taking;
    const calls = this.stop(taking, alertId, 'resolved');
    for (const channel of channels) {
      const call = calls.find(({ channelId, attempts }) => channelId === channel.id && attempts > 0);
      const known = live.alerts.get(alertId) ?? call?.alerts.find(({ id }) => id === alertId);
      if (call && known) this.tell(taking, channel, { alert: { ...known, resolvedAt }, event: 'resolved' });
    }
  }

  private tell({ live, gathering }: Taking, channel: Channel, { alert, event, mark = '' }: Told): void {
    const { ledger, now } = this.tools;
    const bare = { ...alert, notes: [] }; // no message tells remarks, and no second place keeps them
    const group = { channelId: channel.id, event, groupKey: groupOf(live, alert) };
    const before = gathering.of(group);
    const joined = before && !Gathering.isFull(before) ? before : null;
    const id = joined?.id ?? idOf(alert.id, `${event}${mark}`, channel.id);
    if (!ledger.addTelling({ alertId: alert.id, event: `${event}${mark}`, channelId: channel.id, deliveryId: id })) return;
    if (joined) return gathering.join(joined, bare);
    const createdAt = now();
    const dueAt = before?.dueAt ?? createdAt + gatherMs(ledger.countOf(group, createdAt - GROUP_MEMORY));
    gathering.begin({ id, hallId: live.id, ...group, alerts: [bare], createdAt, dueAt, giveUpAt: createdAt + DAY });
  }

  /** Nobody is called to it any more; the calls that were. */
  private stop({ gathering }: Taking, alertId: string, why: string): Delivery[] {
    const { ledger } = this.tools;
    gathering.putCalls();
    const calls = ledger.callsAbout(alertId);
    for (const call of calls) {
      if (call.state !== 'pending') continue;
      const others = call.alerts.filter(({ id }) => id !== alertId);
      if (others.length === 0) ledger.drop(call.id, why);
      else ledger.setAlerts(call.id, others);
    }
    return calls;
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
