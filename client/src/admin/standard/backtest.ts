import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import type { BacktestAnswer } from '../../../../shared/commands/standard.js';
import { formatInstant } from '../../../../shared/instant.js';
import { ask } from '../../feed/ask';
import { problemOf } from '../../ui/problem-of';
import { BacktestResult } from './backtest-result';
import { StandardDraft } from './standard-draft';
import { dateAfter, instantOf } from './zone-time';
import { t } from '../words';

/** So many days are tried unless somebody says otherwise. */
const DAYS = 30;

/** The clauses as they stand here, tried on the past before anyone adopts them. */
@Component({
  selector: 'hb-backtest',
  imports: [BacktestResult],
  template: `
    <form class="part panel" (submit)="run($event)">
      <p>{{ t().backtestWhy }}</p>
      <div class="fields">
        <label class="field-row">
          {{ t().backtestFrom }}
          <input #first class="input" name="from" type="date" required [value]="from()" (change)="from.set(first.value)" />
        </label>
        <label class="field-row">
          {{ t().backtestTo }}
          <input #last class="input" name="to" type="date" required [value]="to()" (change)="to.set(last.value)" />
        </label>
      </div>
      <div class="acts">
        <button class="button main" type="submit" [disabled]="running()">{{ t().backtestRun }}</button>
        @if (running()) {
          <span role="status">{{ t().backtestRunning }} <progress [attr.aria-label]="t().backtestRunning"></progress></span>
        }
      </div>
      @if (problem(); as text) {
        <p class="problem" role="alert">{{ text }}</p>
      }
    </form>
    @if (answer(); as answer) {
      <hb-backtest-result [answer]="answer" />
    }
  `,
  host: { class: 'part' },
})
export class Backtest {
  readonly hallId = input.required<string>();

  private readonly draft = inject(StandardDraft);
  protected readonly t = t;
  private readonly hall = computed(() => this.draft.current().hall);
  protected readonly to = linkedSignal(() => this.hall().day);
  protected readonly from = linkedSignal(() => dateAfter(this.hall().day, 1 - DAYS));
  protected readonly running = signal(false);
  protected readonly problem = signal('');
  /** Of the clauses as they are: once one is changed it says nothing any more. */
  protected readonly answer = linkedSignal<unknown, BacktestAnswer | null>({ source: () => this.draft.content().clauses, computation: () => null });

  protected async run(event: Event): Promise<void> {
    event.preventDefault();
    this.running.set(true);
    this.answer.set(null);
    const midnight = (date: string) => formatInstant(instantOf(`${date}T00:00`, this.hall().timezone));
    const asked = { clauses: this.draft.content().clauses, from: midnight(this.from()), to: midnight(dateAfter(this.to(), 1)) };
    const answer = await ask<BacktestAnswer>('POST', `/api/v1/halls/${encodeURIComponent(this.hallId())}/standard/backtest`, asked);
    this.running.set(false);
    this.problem.set(problemOf(answer));
    if (answer.kind === 'ok') return this.answer.set(answer.body);
    if (answer.kind !== 'problem' || !answer.field?.startsWith('clauses')) return;
    this.problem.set(t().standardRefused);
    this.draft.refuse(answer);
  }
}
