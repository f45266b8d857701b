import { Component, computed, inject, input } from '@angular/core';
import type { CaseEntry } from '../../../shared/commands/cases.js';
import { caseCategories, caseChannels, caseKinds, caseStates } from '../../../shared/glossary/cases.js';
import { Colleagues } from '../feed/colleagues';
import { label, t } from '../ui/lang';
import { CaseNames } from './case-names';
import { dueFrom } from './due';
import { LedgerCases } from './ledger-cases';

interface Fact {
  word: string;
  value: string;
  tone?: string;
}

/** What is known of a case. */
@Component({
  selector: 'hb-case-facts',
  template: `
    <p class="state"><span>{{ kindWord() }}</span> <strong class="badge">{{ stateWord() }}</strong></p>
    <h2>{{ one().title }}</h2>
    @if (one().text; as text) {
      <p class="text">{{ text }}</p>
    }
    @if (one().appealedAt !== null) {
      <p class="near">{{ t().caseAppealed }}</p>
    }
    <dl>
      @for (fact of facts(); track fact.word) {
        <dt>{{ fact.word }}</dt>
        <dd [class]="fact.tone ?? ''">{{ fact.value }}</dd>
      }
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    .state {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.5rem;
    }
    .badge {
      border-width: 0.0625rem;
    }
    .text {
      color: var(--figure);
      white-space: pre-wrap;
      overflow-wrap: anywhere;
    }
    dl {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr);
      gap: 0.25rem 1rem;
    }
    dd {
      color: var(--figure);
      overflow-wrap: anywhere;
    }
    dd.over {
      color: var(--over);
    }
    dd.near {
      color: var(--near);
    }
  `,
})
export class CaseFacts {
  readonly one = input.required<CaseEntry>();

  private readonly names = inject(CaseNames);
  private readonly cases = inject(LedgerCases);
  private readonly colleagues = inject(Colleagues);
  protected readonly t = t;
  protected readonly kindWord = computed(() => label(caseKinds[this.one().kind]));
  protected readonly stateWord = computed(() => label(caseStates[this.one().state]));
  protected readonly facts = computed(() => [...this.told(), ...this.times(), ...this.results()].filter(({ value }) => value !== ''));

  private told(): Fact[] {
    const { channel, category, reference, owner, openedAt, openedBy } = this.one();
    return [
      { word: t().caseAbout, value: this.names.about(this.one()).join(' · ') },
      { word: t().caseOwner, value: this.colleagues.nameOf(owner) },
      { word: t().caseChannel, value: label(caseChannels[channel]) },
      { word: t().caseCategory, value: category === null ? '' : label(caseCategories[category]) },
      { word: t().caseReference, value: reference ?? '' },
      { word: t().caseOpened, value: t().caseOpenedBy(this.colleagues.nameOf(openedBy), this.names.time(openedAt)) },
    ];
  }

  private times(): Fact[] {
    const { dueAt, replyDueAt, repliedAt, closedAt } = this.one();
    return [
      { word: t().caseNextDue, ...this.due(dueAt) },
      { word: t().caseReplyDue, ...this.due(repliedAt === null && closedAt === null ? replyDueAt : null) },
      { word: t().caseReplied, value: repliedAt === null ? '' : this.names.time(repliedAt) },
    ];
  }

  private results(): Fact[] {
    const { verified, satisfied, failures } = this.one();
    return [
      { word: t().caseVerified, value: yesOrNo(verified, t().verdictWords['verify']!) },
      { word: t().caseSatisfied, value: yesOrNo(satisfied, t().satisfiedWords) },
      { word: t().caseFailures, value: failures > 0 ? String(failures) : '' },
    ];
  }

  private due(at: number | null): Omit<Fact, 'word'> {
    if (at === null) return { value: '' };
    const due = dueFrom(at, this.cases.minute());
    return { value: `${this.names.dueTime(at)} · ${this.names.dueWord(due)}`, tone: due.tone };
  }
}

function yesOrNo(value: boolean | null, words: { yes: string; no: string }): string {
  return value === null ? '' : value ? words.yes : words.no;
}
