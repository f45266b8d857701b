import { Component, computed, inject, input } from '@angular/core';
import type { Clause } from '../../../../shared/commands/standard.js';
import { clauseFields } from '../../../../shared/glossary/clause-kinds.js';
import { LengthField } from './length-field';
import { StandardDraft } from './standard-draft';
import { StandardProblem } from './standard-problem';
import { WhomChoice } from './whom-choice';
import { t } from '../words';

type Whom = keyof NonNullable<Clause['appliesTo']>;
const LENGTHS = ['breachAfter', 'warnAfter', 'escalateAfter'] as const;

/** All that can be said in one clause: its numbers, whom it binds, where they come from. */
@Component({
  selector: 'hb-clause-form',
  imports: [LengthField, StandardProblem, WhomChoice],
  templateUrl: './clause-form.html',
  host: { class: 'part' },
})
export class ClauseForm {
  /** Where it stands among the clauses. */
  readonly index = input.required<number>();

  private readonly draft = inject(StandardDraft);
  protected readonly t = t;
  protected readonly clause = computed(() => this.draft.content().clauses[this.index()]!);
  private readonly fields = computed<readonly string[]>(() => {
    const { needs, may } = clauseFields[this.clause().kind];
    return [...needs, ...may, 'escalateAfter'];
  });
  protected readonly lengths = computed(() => LENGTHS.filter((field) => this.has(field)));
  protected readonly lengthLabel = { breachAfter: () => t().breachAfter, warnAfter: () => t().warnAfter, escalateAfter: () => t().escalateAfter };
  protected readonly whom = computed<readonly Whom[]>(() => clauseFields[this.clause().kind].whom);
  protected readonly told = ['limit', 'window', ...LENGTHS];

  protected has(field: string): boolean {
    return this.fields().includes(field);
  }

  protected path(field: string): string {
    return `clauses.${this.index()}.${field}`;
  }

  protected known(part: 'serviceIds' | 'counterIds'): readonly { id: string; name: string }[] {
    const { services, counters } = this.draft.current().hall;
    return part === 'serviceIds' ? services : counters;
  }

  protected numberOf(text: string): number | undefined {
    return text === '' ? undefined : Number(text);
  }

  protected wordsOf(text: string): string[] | undefined {
    const words = text.split(/[,，、;；]/).map((word) => word.trim()).filter(Boolean);
    return words.length === 0 ? undefined : words;
  }

  protected change(part: Partial<Clause>): void {
    this.draft.changeClause(this.index(), part);
  }

  protected setLength(field: (typeof LENGTHS)[number], length: string | undefined): void {
    this.change({ [field]: length });
  }

  protected cite(source: string): void {
    this.change({ source: source.trim() === t().sourceLocal ? 'local' : source.trim() });
  }

  protected narrow(part: Whom, chosen: string[] | undefined): void {
    const { [part]: _before, ...others } = this.clause().appliesTo ?? {};
    const appliesTo = chosen ? { ...others, [part]: chosen } : others;
    this.change({ appliesTo: Object.keys(appliesTo).length === 0 ? undefined : appliesTo });
  }
}
