/**
 * Where a ticket or a service request stands, `/progress/{hallId}/{number}`: for whoever holds the number, on a phone, without a
 * log-in. Asks anew by itself, and says of when it speaks while the server is away.
 */
import { Component, computed, DestroyRef, effect, inject, input, signal, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router } from '@angular/router';
import type { ProgressAnswer } from '../../../shared/rows/progress.js';
import { ask, type Answer } from '../feed/ask';
import { timeWithSeconds } from '../hall/format';
import { t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { LangSwitch } from '../ui/lang-switch';
import { RequestView } from './request-view';
import { TicketView } from './ticket-view';

const AGAIN_MS = 20_000;
/** What the page's own worker says when the server does not answer. */
const GATEWAY_TIMEOUT = 504;

@Component({
  selector: 'hb-progress',
  imports: [LangSwitch, RequestView, TicketView],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './progress.html',
  styleUrl: './progress.css',
})
export class Progress {
  readonly hallId = input.required<string>();
  readonly number = input<string>();

  protected readonly t = t;
  protected readonly told = signal<ProgressAnswer | null>(null);
  private readonly refusal = signal<Answer<unknown> | null>(null);
  private readonly router = inject(Router);
  private timer = 0;

  protected readonly asOf = computed(() => {
    const told = this.told();
    return told ? timeWithSeconds(told.at, told.timezone) : '';
  });
  protected readonly problem = computed(() => {
    const refusal = this.refusal();
    if (!refusal || refusal.kind === 'ok') return '';
    if (refusal.kind === 'away' || refusal.status === GATEWAY_TIMEOUT) return t().progressAway;
    if (refusal.code === 'unknownNumber') return t().numberUnknown(this.number() ?? '');
    if (refusal.code === 'unknownHall') return t().progressUnknownHall;
    return refusal.status === 429 ? t().progressTooMany : problemOf(refusal);
  });

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle([this.number(), t().progress, this.told()?.hallName ?? t().product].filter(Boolean).join(' · ')));
    effect(() => void this.look(this.hallId(), this.number()));
    const seen = () => {
      if (document.visibilityState === 'visible') void this.look(this.hallId(), this.number());
    };
    document.addEventListener('visibilitychange', seen);
    inject(DestroyRef).onDestroy(() => {
      document.removeEventListener('visibilitychange', seen);
      clearTimeout(this.timer);
    });
  }

  protected lookUp(event: Event, number: string): void {
    event.preventDefault();
    if (number.trim()) void this.router.navigate(['/progress', this.hallId(), number.trim()], { queryParamsHandling: 'preserve' });
  }

  private async look(hallId: string, number: string | undefined): Promise<void> {
    clearTimeout(this.timer);
    if (!number) return;
    const answer = await ask<ProgressAnswer>('GET', `/api/v1/halls/${encodeURIComponent(hallId)}/progress/${encodeURIComponent(number)}`);
    if (number !== this.number() || hallId !== this.hallId()) return; // another was asked for meanwhile
    this.refusal.set(answer.kind === 'ok' ? null : answer);
    if (answer.kind === 'ok') this.told.set(answer.body);
    else if (answer.kind === 'problem' && answer.status === 404) this.told.set(null);
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.look(hallId, number), AGAIN_MS);
  }
}
