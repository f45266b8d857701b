import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CaseEntry, ConductAnswer } from '../../../shared/commands/cases.js';
import { caseCategories } from '../../../shared/glossary/cases.js';
import { answered } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { kept } from '../feed/kept';
import { HallAnswers } from '../hall/hall-answers';
import { localText } from '../hall/local-time';
import { label, langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { isTyping } from './keys';
import { LedgerCases } from './ledger-cases';

/** 年度查实: how often each person was named in the verified return visits of a year, and what follows from it. */
@Component({ selector: 'hb-conduct-page', imports: [RouterLink], templateUrl: './conduct-page.html', styleUrl: './conduct-page.css', host: { '(document:keydown.escape)': 'leave($event)' } })
export class ConductPage {
  /** From the address; left out: the year that runs. */
  readonly year = input<string>();

  protected readonly door = inject(HallDoor);
  private readonly cases = inject(LedgerCases);
  private readonly answers = inject(HallAnswers);
  private readonly router = inject(Router);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  private readonly answer = kept(resource({
    params: () => (this.cases.basis() ? { basis: this.cases.basis(), year: this.year() ?? '' } : undefined),
    loader: ({ params: { year } }) => this.door.ask<ConductAnswer>('GET', `conduct?year=${encodeURIComponent(year)}`),
  }));
  protected readonly problem = computed(() => problemOf(this.answer() ?? { kind: 'ok' }));
  protected readonly told = computed(() => answered(this.answer()));
  protected readonly people = computed(() => this.told()?.people.map(({ staffId, state, cases }) => ({
    staffId, count: t().conductCount(cases.length), word: t().conductWords[state], tone: { ok: '', warned: 'near', disqualified: 'over' }[state], cases: cases.map((one) => this.lineOf(one)),
  })) ?? []);

  constructor() {
    effect(() => this.cases.kind.set(null));
  }

  protected choose(year: string): void {
    void this.router.navigate(['/ledger', this.door.hallId(), 'conduct'], { queryParams: { year, lang: langInAddress() } });
  }

  protected print(): void {
    window.print();
  }

  protected leave(event: Event): void {
    if (!isTyping(event as KeyboardEvent)) void this.router.navigate(['/ledger', this.door.hallId()], { queryParams: { lang: langInAddress() } });
  }

  private lineOf({ id, title, category, openedAt, appealedAt }: CaseEntry) {
    const day = localText(openedAt, this.answers.timezone()).slice(0, 10);
    return { id, title, words: [day, category && label(caseCategories[category]), appealedAt !== null && t().conductAppealed].filter(Boolean).join(' · ') };
  }
}
