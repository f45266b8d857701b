/**
 * The ledgers 台账, `/ledger/{hallId}`: every case with its owner, its due time and its story, and what may be done about it next.
 * They promise to show what the journal says and to paint no step before the server has told of it.
 */
import { afterRenderEffect, Component, computed, effect, ElementRef, inject, input, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { caseKinds } from '../../../shared/glossary/cases.js';
import { Colleagues } from '../feed/colleagues';
import { enterHall } from '../feed/enter-hall';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { Session } from '../feed/session';
import { HallAnswers } from '../hall/hall-answers';
import { label, langInAddress, t } from '../ui/lang';
import { LogIn } from '../ui/log-in';
import { kinds } from './case-filter';
import { CaseNames } from './case-names';
import { LedgerCases } from './ledger-cases';
import { LedgerHeader } from './ledger-header';

@Component({
  selector: 'hb-ledger',
  imports: [LedgerHeader, LogIn, RouterLink, RouterLinkActive, RouterOutlet],
  providers: [HallFeed, HallAnswers, HallDoor, Colleagues, LedgerCases, CaseNames],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './ledger.html',
  styleUrl: './ledger.css',
})
export class Ledger {
  /** From the address. */
  readonly hallId = input.required<string>();

  protected readonly feed = inject(HallFeed);
  protected readonly answers = inject(HallAnswers);
  protected readonly session = inject(Session);
  protected readonly cases = inject(LedgerCases);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly tabs = computed(() => kinds.map((kind) => ({ kind, word: label(caseKinds[kind]), ...(this.cases.counts()[kind] ?? { open: 0, overdue: 0 }) })));

  constructor() {
    const title = inject(Title);
    const page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => title.setTitle(t().ledgerOf(this.answers.hall()?.name ?? this.hallId())));
    afterRenderEffect(() => {
      this.cases.kind(); // in the hand the tabs are wider than the page
      page.querySelector('.tabs [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    enterHall(this.hallId);
  }
}
