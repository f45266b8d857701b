import { Component, inject, input, linkedSignal, untracked } from '@angular/core';
import type { Clause } from '../../../../shared/commands/standard.js';
import { clauseKinds, type ClauseKind } from '../../../../shared/glossary/clause-kinds.js';
import { idsOf } from '../../../../shared/glossary/word.js';
import { label } from '../../ui/lang';
import { ClauseForm } from './clause-form';
import { sentenceOf, sourceWords } from './clause-sentence';
import { copied, newClause } from './clauses';
import { exampleOf, sectors, type Sector } from './examples';
import { StandardDraft } from './standard-draft';
import { StandardProblem } from './standard-problem';
import { t } from '../words';

/** The clauses, each a sentence that opens into its fields. */
@Component({
  selector: 'hb-clause-list',
  imports: [ClauseForm, StandardProblem],
  templateUrl: './clause-list.html',
  host: { class: 'part' },
})
export class ClauseList {
  readonly editable = input.required<boolean>();

  protected readonly draft = inject(StandardDraft);
  protected readonly t = t;
  protected readonly kinds = idsOf(clauseKinds);
  protected readonly sectors = sectors;
  /** Where the server refused something stands open. */
  protected readonly opened = linkedSignal({
    source: this.draft.refusal,
    computation: (refusal) => {
      const refused = /^clauses\.(\d+)/.exec(refusal?.field ?? '')?.[1];
      return refused === undefined ? '' : (untracked(this.draft.content).clauses[Number(refused)]?.id ?? '');
    },
  });

  protected sentence(clause: Clause): string {
    return sentenceOf(clause, this.draft.current().hall);
  }

  protected source(clause: Clause): string {
    return sourceWords(clause);
  }

  protected kindWord(kind: ClauseKind): string {
    return label(clauseKinds[kind]);
  }

  protected add(kind: string): void {
    const { clauses } = this.draft.content();
    const clause = newClause(kind as ClauseKind, clauses);
    this.draft.change({ clauses: [...clauses, clause] });
    this.opened.set(clause.id);
  }

  protected copy(index: number): void {
    const clauses = copied(this.draft.content().clauses, index);
    this.draft.change({ clauses });
    this.opened.set(clauses[index + 1]!.id);
  }

  protected async takeExample(sector: Sector): Promise<void> {
    this.draft.startFrom(await exampleOf(sector));
  }
}
