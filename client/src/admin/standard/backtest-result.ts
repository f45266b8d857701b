import { Component, computed, inject, input, signal } from '@angular/core';
import type { BacktestAnswer } from '../../../../shared/commands/standard.js';
import { severities } from '../../../../shared/glossary/states.js';
import { Glyph } from '../../ui/glyph';
import { label } from '../../ui/lang';
import { clausesOf, countersOf, daysOf, loadOf, sumOf } from './backtest-figures';
import { sentenceOf } from './clause-sentence';
import { DayBars } from './day-bars';
import { StandardDraft } from './standard-draft';
import { clockText } from './zone-time';
import { t } from '../words';

/** So many counters, and so many alerts, are listed at first. */
const COUNTERS = 12;
const ALERTS = 20;

/** What the proposed clauses would have raised, beside what those in force do, and whether people could deal with it. */
@Component({
  selector: 'hb-backtest-result',
  imports: [DayBars, Glyph],
  templateUrl: './backtest-result.html',
  host: { class: 'part' },
})
export class BacktestResult {
  readonly answer = input.required<BacktestAnswer>();

  private readonly draft = inject(StandardDraft);
  protected readonly t = t;
  protected readonly people = signal(1);
  protected readonly load = computed(() => loadOf(this.answer(), this.answer().proposed, this.people()));
  protected readonly now = computed(() => loadOf(this.answer(), this.answer().inForce, this.people()));
  protected readonly days = computed(() => daysOf(this.answer()));
  /** A clause's words: as proposed, else as it last stood in a version. */
  private readonly sentences = computed(() => {
    const { hall, versions, inForce } = this.draft.current();
    const clauses = [...versions, inForce, this.draft.content()].flatMap((standard) => standard.clauses);
    return new Map(clauses.map((clause) => [clause.id, sentenceOf(clause, hall)]));
  });
  protected readonly clauses = computed(() => clausesOf(this.answer(), this.draft.content().clauses).map((row) => ({ ...row, word: this.sentences().get(row.id) ?? t().otherClause(row.id) })));
  protected readonly everyCounter = signal(false);
  protected readonly moreCounters = computed(() => !this.everyCounter() && countersOf(this.answer()).length > COUNTERS);
  protected readonly counters = computed(() => {
    const nameOf = new Map(this.draft.current().hall.counters.map(({ id, name }) => [id, name]));
    const rows = countersOf(this.answer());
    return (this.everyCounter() ? rows : rows.slice(0, COUNTERS)).map((row) => ({ ...row, word: nameOf.get(row.id) ?? row.id }));
  });
  protected readonly all = computed(() => sumOf(this.answer().proposed.total));
  protected readonly first = computed(() => this.answer().alerts.slice(0, ALERTS).map(({ severity, clauseId, label: subject, dueAt }) => ({
    at: clockText(dueAt, this.draft.current().hall.timezone),
    ...(severity === 'breach' ? { glyph: 'breach', colour: 'over', word: label(severities.breach) } as const : { glyph: 'warning', colour: 'near', word: label(severities.warning) } as const),
    label: subject,
    clause: this.sentences().get(clauseId) ?? '',
  })));

  protected setPeople(text: string): void {
    this.people.set(Math.max(1, Math.round(Number(text))));
  }

  /** 34 or 1.1. */
  protected tenth(number: number): string {
    return String(Math.round(number * 10) / 10);
  }
}
