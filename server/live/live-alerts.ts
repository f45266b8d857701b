/**
 * The alerts of a live hall, and what people do about them: each deed is an event, and the answer comes after its commit and
 * fold. Of two who acknowledge at once the journal takes one: both events have the same id.
 */
import { randomUUID } from 'node:crypto';
import type { AlertEntry, PutSilence, Silence } from '../../shared/commands/alert.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { alertRow, type Alert } from '../domain/alert/alert.js';
import { subjectOf } from '../domain/alert/silence.js';
import { realTime, type Clock } from '../domain/calendar/clock.js';
import { OWN_SOURCE, type AlertEvent } from '../domain/event/own-event.js';
import { silencedUntil } from '../domain/hall/escalate.js';
import type { Hall } from '../domain/hall/hall.js';
import type { Verdict } from '../journal/journal.js';

/** What became of a deed: `done` is false where somebody else had done it, and the alert says who. */
export interface Done {
  done: boolean;
  alert: AlertEntry;
}

interface Tools {
  now: () => number;
  commit: (events: AlertEvent[]) => Promise<{ verdicts: Verdict[] | null }>;
}

type Saying = AlertEvent extends infer E ? (E extends AlertEvent ? Pick<E, 'id' | 'type' | 'data'> : never) : never;

export class LiveAlerts {
  constructor(
    private readonly hall: Hall,
    private readonly tools: Tools,
  ) {}

  /** Those that stand, newest first. */
  open(): AlertEntry[] {
    const standing = [...this.hall.alerts.values()].filter(({ resolvedAt }) => resolvedAt === null);
    return standing.map((alert) => this.entryOf(alert)).sort(newestFirst);
  }

  /** One that stands or was resolved today; null when there is none of that id. */
  get(alertId: string): AlertEntry | null {
    const alert = this.hall.alerts.get(alertId);
    return alert ? this.entryOf(alert) : null;
  }

  acknowledge(alertId: string, by: string): Promise<Done | null> {
    const saying = { id: `${alertId}.acknowledged`, type: 'alert.acknowledged', data: { alertId, at: this.tools.now(), by } } as const;
    return this.first(saying, ({ acknowledgedAt }) => acknowledgedAt);
  }

  /** An end has one id too, whoever or whatever ends it. */
  resolve(alertId: string, by: string, reason: string): Promise<Done | null> {
    const saying = { id: `${alertId}.resolved`, type: 'alert.resolved', data: { alertId, resolvedAt: this.tools.now(), by, reason } } as const;
    return this.first(saying, ({ resolvedAt }) => resolvedAt);
  }

  async assign(alertId: string, by: string, to: string): Promise<AlertEntry | null> {
    return this.about(alertId, { id: randomUUID(), type: 'alert.assigned', data: { alertId, at: this.tools.now(), by, to } });
  }

  async comment(alertId: string, by: string, text: string): Promise<AlertEntry | null> {
    return this.about(alertId, { id: randomUUID(), type: 'alert.commented', data: { alertId, at: this.tools.now(), by, text } });
  }

  /** A8: its clause about its subject is quiet until then, but not for a breach where it is a warning. */
  async silence(alertId: string, by: string, { untilAt, reason }: { untilAt: number; reason: string }): Promise<AlertEntry | null> {
    const alert = this.hall.alerts.get(alertId);
    if (!alert) return null;
    const own = { clauseIds: [alert.clauseId], subject: subjectOf(alert), ...(alert.severity === 'warning' ? { severity: alert.severity } : {}) };
    const data: Silence = { id: randomUUID(), counterIds: null, serviceIds: null, ...own, fromAt: this.tools.now(), untilAt, reason, author: by };
    return this.about(alertId, { id: data.id, type: 'silence.put', data });
  }

  /** Silences that lie on the hall and those to come, the earliest first. */
  silences(): Silence[] {
    const now = this.tools.now();
    return [...this.hall.silences.values()].filter(({ untilAt }) => untilAt > now).sort((a, b) => a.fromAt - b.fromAt);
  }

  async putSilence({ clauseIds, counterIds, serviceIds, from, until, reason }: PutSilence, author: string): Promise<Silence> {
    const scope = { clauseIds: clauseIds ?? null, counterIds: counterIds ?? null, serviceIds: serviceIds ?? null, subject: null };
    const fromAt = from === undefined ? this.tools.now() : parseInstant(from);
    const data: Silence = { id: randomUUID(), ...scope, fromAt, untilAt: parseInstant(until), reason, author };
    await this.write({ id: data.id, type: 'silence.put', data });
    return data;
  }

  /** False when no such silence lies or is to come. */
  async liftSilence(silenceId: string, by: string): Promise<boolean> {
    if (!this.silences().some(({ id }) => id === silenceId)) return false;
    return this.write({ id: `${silenceId}.lifted`, type: 'silence.lifted', data: { silenceId, at: this.tools.now(), by } });
  }

  /** The real instant at which the hall's clock showed `at`; what was before that clock was set is another history. */
  realAt(at: number): number {
    return Math.max(this.hall.clock.setAt, realTime(this.hall.clock, at));
  }

  get clock(): Clock {
    return this.hall.clock;
  }

  /** The hall's day of now. */
  today(): { from: number; to: number } {
    return { from: this.hall.day.startAt, to: this.hall.day.endAt };
  }

  private async first(saying: Saying & { data: { alertId: string } }, doneAt: (alert: Alert) => number | null): Promise<Done | null> {
    const alert = this.hall.alerts.get(saying.data.alertId);
    if (!alert) return null;
    const done = doneAt(alert) === null && (await this.write(saying));
    return { done, alert: this.entryOf(alert) };
  }

  private async about(alertId: string, saying: Saying): Promise<AlertEntry | null> {
    const alert = this.hall.alerts.get(alertId);
    if (!alert) return null;
    await this.write(saying);
    return this.entryOf(alert);
  }

  /** Whether the journal took it. */
  private async write(saying: Saying): Promise<boolean> {
    const event: AlertEvent = { specversion: '1.0', source: OWN_SOURCE, time: formatInstant(this.tools.now()), ...saying };
    const { verdicts } = await this.tools.commit([event]);
    return verdicts === null || verdicts[0] === 'accepted';
  }

  private entryOf(alert: Alert): AlertEntry {
    return { id: alert.id, ...alertRow(alert, silencedUntil(this.hall, alert, this.tools.now())) };
  }
}

export function newestFirst(a: AlertEntry, b: AlertEntry): number {
  return b.raisedAt - a.raisedAt || (a.id < b.id ? -1 : 1);
}
