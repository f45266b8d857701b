/**
 * A hall on trial: its past lived again, judged at each due instant as a live hall is, to see which alerts a standard would
 * have raised. Verdicts are folded where they fall and go no further.
 */
import { keyOf } from '../alert/alert.js';
import { OWN_SOURCE, type Raised } from '../event/own-event.js';
import { advance, nextVerdict } from './advance.js';
import { applyAlert } from './apply-alert.js';
import { newDirty, type Hall } from './hall.js';
import { judge } from './judge.js';
import { lookAt, putAway } from './put-away.js';
import { ruleOf } from './rules/rules.js';
import { standardAt } from './standard-of.js';

export interface TriedAlert extends Pick<Raised, 'clauseId' | 'severity' | 'label' | 'dueAt'> {
  endedAt: number | null;
  /** For a ticket the counter that then called it; null where none did. */
  counterId: string | null;
}

/** After these something may be due at once; a clause of one of these kinds falls due with them, or when the clock says so. */
const AT_ONCE = new Set(['ticket.resumed', 'ticket.transferred', 'rating.given', 'counter.closed', 'device.fault', 'event.corrected', 'standard.put']);
const DUE_AT_ONCE = new Set(['rating.bad', 'rating.mean', 'ticket.transfers', 'device.fault', 'source.silent', 'counter.lateOpening', 'counter.earlyClosing']);

const own = { specversion: '1.0', source: OWN_SOURCE } as const;

export class Trial {
  readonly alerts: TriedAlert[] = [];
  private readonly open = new Map<string, TriedAlert>();
  private readonly uncalled = new Map<string, TriedAlert[]>();
  private nextAt: number;
  /** Since when events came after which the next due instant was not asked for. */
  private unaskedAt = Infinity;
  /** Open alerts of whose end nothing tells when it was but the look that finds it. */
  private tracked = 0;
  /** What begins now falls due no sooner than after so long. */
  private shortestMs = 0;

  /** Alerts that fall due from `from` on are told; before it nothing is judged. */
  constructor(
    private readonly hall: Hall,
    private readonly from: number,
  ) {
    this.nextAt = from;
  }

  /** Applies an event of that instant, once everything that fell due before it was judged. */
  take(at: number, { type, apply }: { type: string; apply: (hall: Hall) => void }): void {
    this.until(at);
    const conditions = this.hall.since.size;
    apply(this.hall);
    if (this.hall.now < this.from) return;
    const ended = this.tracked > 0 && this.hall.since.size < conditions;
    if (this.shortestMs === 0 || ended || AT_ONCE.has(type)) this.look();
    else this.unaskedAt = Math.min(this.unaskedAt, this.hall.now);
  }

  private until(instant: number): void {
    for (let next = this.soonest(); next <= instant; next = this.soonest()) {
      if (this.unaskedAt < Infinity) {
        this.unaskedAt = Infinity;
        this.nextAt = nextVerdict(this.hall);
      } else {
        advance(this.hall, next);
        this.look();
      }
    }
    advance(this.hall, instant);
  }

  finish(instant: number): void {
    this.until(instant);
    this.look();
  }

  private soonest(): number {
    return Math.min(this.nextAt, this.unaskedAt + this.shortestMs);
  }

  private look(): void {
    const { hall } = this;
    for (let more = true; more; ) {
      const { raise, resolve } = judge(hall);
      for (const { alertId, resolvedAt } of resolve) this.end(alertId, resolvedAt);
      for (const data of raise) this.begin(data);
      more = raise.length > 0;
    }
    putAway(hall, hall.dirty.all ? hall.tickets.keys() : hall.dirty.tickets);
    hall.dirty = newDirty(false);
    const lengths = standardAt(hall, hall.now).clauses.filter(({ kind }) => !DUE_AT_ONCE.has(kind)).map(({ warnMs, breachMs }) => warnMs ?? breachMs ?? 0);
    this.shortestMs = Math.min(...lengths);
    this.unaskedAt = Infinity;
    this.nextAt = nextVerdict(hall);
  }

  private begin(data: Raised): void {
    const id = keyOf(data);
    applyAlert(this.hall, { ...own, id, type: 'alert.raised', data });
    if (data.dueAt < this.from || !this.hall.alerts.has(id)) return;
    const { clauseId, severity, label, dueAt, counterId } = data;
    const alert = { clauseId, severity, label, dueAt, counterId, endedAt: null };
    this.alerts.push(alert);
    this.open.set(id, alert);
    if (ruleOf(data).tracked) this.tracked++;
  }

  private end(alertId: string, resolvedAt: number): void {
    const ended = this.hall.alerts.get(alertId)!;
    const { subject, dueAt } = ended;
    this.hall.alerts.delete(alertId); // nobody looks at its row
    const alert = this.open.get(alertId);
    this.open.delete(alertId);
    if (!alert) return;
    if (ruleOf(ended).tracked) this.tracked--;
    alert.endedAt = resolvedAt;
    if (subject.kind === 'ticket' && alert.counterId === null) this.nameCaller(alert, subject.id, dueAt);
  }

  /** A warning whose breach began ends before anyone calls: it is named with its breach. */
  private nameCaller(alert: TriedAlert, ticketId: string, dueAt: number): void {
    const alerts = [...(this.uncalled.get(ticketId) ?? []), alert];
    const counterId = this.callerAfter(ticketId, dueAt);
    if (counterId === null) {
      this.uncalled.set(ticketId, alerts);
      return;
    }
    for (const one of alerts) one.counterId = counterId;
    this.uncalled.delete(ticketId);
  }

  private callerAfter(ticketId: string, dueAt: number): string | null {
    return lookAt(this.hall, ticketId)?.facts.find(({ at, counterId }) => at >= dueAt && counterId !== undefined)?.counterId ?? null;
  }
}
