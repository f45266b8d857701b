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
        if (!alert || alert.resolvedAt !== null || alert.acknowledgedAt !== null) return;
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
      case 'silence.lifted':
        taking.gathering.putCalls();
        for (const call of this.tools.ledger.pendingCalls(live.id)) this.heed(live, call);
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
    const heldUntil = event === 'resolved' ? null : silenceEnd(live, [alert]);
    const group = { channelId: channel.id, event, groupKey: groupOf(live, alert, heldUntil) };
    const before = gathering.of(group);
    const joined = before && !Gathering.isFull(before) ? before : null;
    const id = joined?.id ?? idOf(alert.id, `${event}${mark}`, channel.id);
    if (!ledger.addTelling({ alertId: alert.id, event: `${event}${mark}`, channelId: channel.id, deliveryId: id })) return;
    if (joined) return gathering.join(joined, bare);
    const createdAt = now();
    const dueAt = heldUntil ?? before?.dueAt ?? createdAt + gatherMs(ledger.countOf(group, createdAt - GROUP_MEMORY));
    gathering.begin({ id, hallId: live.id, ...group, alerts: [bare], createdAt, dueAt, giveUpAt: dueAt + DAY });
  }

  /** What silences lie on waits for their end, and is told then if it still stands; what is free of them waits no longer. */
  private heed(live: LiveHall, call: Delivery): void {
    const { ledger, now } = this.tools;
    const [quiet, free] = [true, false].map((isQuiet) => call.alerts.filter((alert) => (silenceEnd(live, [alert]) !== null) === isQuiet)) as [AlertEntry[], AlertEntry[]];
    const held = (until: number) => ({ groupKey: groupOf(live, quiet[0]!, until), dueAt: until, giveUpAt: until + DAY });
    const until = silenceEnd(live, quiet);
    if (until !== null && free.length > 0) ledger.divide(call, { ...held(until), id: idOf(call.id, String(until)), alerts: quiet, createdAt: now() });
    else if (until !== null) ledger.reschedule(call.id, held(until));
    if (free.length > 0 && isHeld(call)) ledger.reschedule(call.id, { groupKey: groupOf(live, free[0]!, null), dueAt: now() + gatherMs(0), giveUpAt: now() + DAY });
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

/** One clause, one severity, one place: the zone of its counter, else its service, else the hall. What is held, by the end of its silence. */
function groupOf({ id, settings }: LiveHall, { clauseId, severity, counterId, serviceId }: AlertEntry, heldUntil: number | null): string {
  const zone = settings.counters.find((counter) => counter.id === counterId)?.zone;
  return JSON.stringify([id, clauseId, severity, zone ?? serviceId ?? '', ...(heldUntil === null ? [] : [heldUntil])]);
}

function isHeld({ groupKey }: Delivery): boolean {
  return (JSON.parse(groupKey) as unknown[]).length > 4;
}

/** The real instant at which the last of the silences on these alerts ends; null where none lies on any. */
function silenceEnd({ alerts: live }: LiveHall, alerts: AlertEntry[]): number | null {
  const ends = alerts.map(({ id }) => live.get(id)?.silencedUntil ?? null).filter((end) => end !== null);
  return ends.length === 0 ? null : live.realAt(Math.max(...ends));
}

function idOf(...parts: string[]): string {
  return createHash('sha256').update(parts.join(' ')).digest('hex').slice(0, 32);
}
