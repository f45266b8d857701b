import { Component, computed, inject, input } from '@angular/core';
import type { Clause } from '../../../../shared/commands/standard.js';
import { sentenceOf, sourceWords, whomWords } from './clause-sentence';
import { lengthWords } from './length';
import { changesBetween, type ChangedField } from './standard-diff';
import { StandardDraft } from './standard-draft';
import { t } from '../words';

/** What is different between two lists of clauses, as sentences and numbers. */
@Component({
  selector: 'hb-clause-changes',
  template: `
    <ul class="changes">
      @for (change of changes(); track $index) {
        <li>
          <span class="badge">{{ change.word }}</span>
          <span>
            <span [class.gone]="change.gone">{{ change.sentence }}</span>
            @for (one of change.parts; track one) {
              <small>{{ one }}</small>
            }
          </span>
        </li>
      } @empty {
        <li>{{ t().nothingChanged }}</li>
      }
    </ul>
  `,
})
export class ClauseChanges {
  readonly before = input.required<readonly Clause[]>();
  readonly after = input.required<readonly Clause[]>();

  private readonly draft = inject(StandardDraft);
  protected readonly t = t;
  protected readonly changes = computed(() => changesBetween(this.before(), this.after()).map((change) => ({
    word: { added: t().clauseAdded, gone: t().clauseGone, changed: t().clauseChanged }[change.kind],
    gone: change.kind === 'gone',
    sentence: sentenceOf(change.clause, this.draft.current().hall),
    parts: change.kind === 'changed' ? change.fields.map((field) => this.partOf(field, change)) : [],
  })));

  private partOf(field: ChangedField, { before, clause }: { before: Clause; clause: Clause }): string {
    return t().fromTo(fieldWord(field, clause), this.valueOf(field, before) || t().notSaid, this.valueOf(field, clause) || t().notSaid);
  }

  private valueOf(field: ChangedField, clause: Clause): string {
    switch (field) {
      case 'appliesTo': return whomWords(clause, this.draft.current().hall);
      case 'during': return t().duringWords[clause.during] ?? '';
      case 'source': return sourceWords(clause);
      case 'limit': case 'window': return String(clause[field] ?? '');
      case 'breachAfter': case 'warnAfter': case 'escalateAfter': return lengthWords(clause[field]);
    }
  }
}

function fieldWord(field: ChangedField, { kind }: Clause): string {
  const { whomField, duringWord, sourceField, windowOf, breachAfter, warnAfter, escalateAfter, limitOf } = t();
  return { appliesTo: whomField, during: duringWord, source: sourceField, window: windowOf, breachAfter, warnAfter, escalateAfter, limit: limitOf[kind] ?? '' }[field];
}
