/** `/admin/audit`: who did what on a day, for an administrator of every hall; whether the log is as it was written stands above it. */
import { Component, computed, effect, inject, signal } from '@angular/core';
import type { AuditAnswer, AuditEntry } from '../../../../shared/rows/audit.js';
import { answered, ask } from '../../feed/ask';
import { Session } from '../../feed/session';
import { problemOf } from '../../ui/problem-of';
import { AdminFrame } from '../admin-frame';
import { dayOf, rangeOf } from './day-range';
import { t } from '../words';

@Component({
  selector: 'hb-audit-page',
  imports: [AdminFrame],
  templateUrl: './audit-page.html',
})
export class AuditPage {
  protected readonly session = inject(Session);
  protected readonly t = t;
  /** By the browser's calendar; empty until the log has told which day it is. */
  protected readonly day = signal('');
  protected readonly who = signal('');
  protected readonly act = signal('');
  protected readonly answer = signal<AuditAnswer | null>(null);
  protected readonly problem = signal('');

  protected readonly people = computed(() => namesIn(this.answer(), ({ who }) => who));
  protected readonly acts = computed(() => namesIn(this.answer(), ({ act }) => act));
  protected readonly shown = computed(() => (
    this.answer()?.entries.filter(({ who, act }) => (!this.who() || who === this.who()) && (!this.act() || act === this.act())) ?? []));
  protected readonly download = computed(() => `/api/v1/audit.ndjson?${query(this.day())}`);

  constructor() {
    effect(() => {
      if (this.session.who()) void this.read(this.day());
    });
  }

  protected timeOf({ at }: AuditEntry): string {
    return new Date(at).toLocaleTimeString('en-GB');
  }

  protected detailOf({ detail }: AuditEntry): string {
    return detail ? Object.entries(detail).map(([name, value]) => `${name}: ${String(value)}`).join(' · ') : '';
  }

  private async read(day: string): Promise<void> {
    const answer = await ask<AuditAnswer>('GET', `/api/v1/audit?${query(day)}`);
    if (this.day() !== day) return; // another day was asked for meanwhile
    this.problem.set(problemOf(answer));
    this.answer.set(answered(answer));
    const [newest] = answered(answer)?.entries ?? [];
    if (day === '' && newest) this.day.set(dayOf(newest.at));
  }
}

/** Without a day: the last 24 hours of the server's clock. */
function query(day: string): string {
  const range = rangeOf(day);
  return range ? new URLSearchParams(range).toString() : '';
}

function namesIn(answer: AuditAnswer | null, nameOf: (entry: AuditEntry) => string | null): string[] {
  return [...new Set(answer?.entries.map(nameOf).filter((name) => name !== null))].sort();
}
