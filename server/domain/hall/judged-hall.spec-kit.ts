/** A hall for specs whose verdicts are written and folded at once, as LiveHall does. Only specs call this. */
import type { z } from 'zod';
import { PutStandard } from '../../../shared/commands/standard.js';
import { parseInstant } from '../../../shared/instant.js';
import type { AlertRow } from '../../../shared/rows/rows.js';
import { keyOf } from '../alert/alert.js';
import type { AlertEvent, CaseEvent, RecordEvent, StandardPut } from '../event/own-event.js';
import { nextDeadline } from './advance.js';
import { escalations } from './escalate.js';
import { foldEvent } from './fold-event.js';
import { HallForSpec } from './hall.spec-kit.js';
import { judge } from './judge.js';

const own = { specversion: '1.0', source: '/hallboard' } as const;
type Clauses = z.input<typeof PutStandard>['clauses'];

export class JudgedHall extends HallForSpec {
  private puts = 0;
  /** Every alert that was ever raised, as it now stands. */
  readonly all = new Map<string, AlertRow>();

  /** Moves on and judges there, as a look at that instant would. */
  override until(instant: string): this {
    super.until(instant);
    return this.settle();
  }

  /** Moves on from one due instant to the next, as a live hall does. */
  live(instant: string): this {
    const end = parseInstant(instant);
    for (let next = nextDeadline(this.hall); next <= end; next = nextDeadline(this.hall)) this.until(new Date(next).toISOString());
    return this.until(instant);
  }

  settle(): this {
    for (let turn = 0; turn < 3; turn++) {
      const { raise, resolve } = judge(this.hall);
      for (const data of resolve) this.fold({ ...own, id: `${data.alertId}.resolved`, type: 'alert.resolved', data });
      for (const data of escalations(this.hall)) this.fold({ ...own, id: `${data.alertId}.escalated.${data.escalation}`, type: 'alert.escalated', data });
      for (const data of raise) this.fold({ ...own, id: keyOf(data), type: 'alert.raised', data });
    }
    return this;
  }

  fold(event: AlertEvent | CaseEvent | RecordEvent | StandardPut): void {
    foldEvent(this.hall, { seq: this.hall.seq + 1, loggedAt: this.hall.now, event });
    for (const { id, ...alert } of this.hall.alerts.values()) this.all.set(id, { ...alert, silencedUntil: null });
  }

  /** A new version of the standard, put now. */
  put(clauses: Clauses, effectiveFrom?: string): this {
    const { clauses: read, ...put } = PutStandard.parse({ name: 'Spec', source: 'local', clauses });
    const now = this.hall.now;
    const data = { ...put, clauses: read, putAt: now, putBy: 'spec', effectiveFromAt: effectiveFrom === undefined ? now : parseInstant(effectiveFrom) };
    this.fold({ ...own, id: `put-${++this.puts}`, type: 'standard.put', data });
    return this;
  }

  /** The alerts on the screens: severity, label, when due, raised and resolved. */
  get alerts(): string[] {
    const told = ({ severity, label, dueAt, raisedAt, resolvedAt, late }: AlertRow) =>
      [severity, label, time(dueAt), time(raisedAt), time(resolvedAt), late ? 'late' : ''].filter(Boolean).join(' ');
    return Object.values(this.rows.alerts).map(told);
  }

  /** Every alert there ever was: severity, subject, when due and when resolved. */
  get story(): string[] {
    const told = ({ severity, subject, dueAt, resolvedAt }: AlertRow) => `${severity} ${subject.id} ${time(dueAt)}–${time(resolvedAt)}`;
    return [...this.all.values()].map(told);
  }
}

function time(instant: number | null): string {
  return instant === null ? '' : new Date(instant + 8 * 3_600_000).toISOString().slice(11, 19);
}
