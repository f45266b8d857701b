/**
 * The report of a hall, `/report/{hallId}`: a closed day, days together or today so far; every number opens the tickets
 * behind it. `?day=&from=&against=` say of when and beside what, `?print=1` is the page as it goes to paper.
 */
import { afterRenderEffect, Component, computed, effect, ElementRef, inject, input, signal, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { RouterLink } from '@angular/router';
import { Session } from '../feed/session';
import { frames } from '../chart/frame-queue';
import { Account } from '../ui/account';
import { langInAddress, t } from '../ui/lang';
import { LangSwitch } from '../ui/lang-switch';
import { LogIn, type NameAndPassword } from '../ui/log-in';
import { problemOf } from '../ui/problem-of';
import { Behind } from './behind';
import { BehindSheet } from './behind-sheet';
import { DayCharts } from './day-charts';
import { DaysCharts } from './days-charts';
import { Definitions } from './definitions';
import { DefinitionSheet } from './definition-sheet';
import { DeviceTable } from './device-table';
import { GroupTable } from './group-table';
import { Headline } from './headline';
import { LedgerTable } from './ledger-table';
import { MixLists } from './mix-lists';
import { PeriodBar } from './period-bar';
import { ReportFoot } from './report-foot';
import { ReportStore } from './report-store';

@Component({
  selector: 'hb-report',
  imports: [Account, BehindSheet, DayCharts, DaysCharts, DefinitionSheet, DeviceTable, GroupTable, Headline, LangSwitch, LedgerTable, LogIn, MixLists, PeriodBar, ReportFoot, RouterLink],
  providers: [ReportStore, Behind, Definitions],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './report.html',
  styleUrls: ['./report.css', './report-parts.css', './report-sheet.css', './report-paper.css'],
  host: { '[class.paper]': 'paper()', '[attr.data-ready]': 'ready() ? "" : null' },
})
export class Report {
  readonly hallId = input.required<string>();
  readonly day = input<string>();
  readonly from = input<string>();
  readonly against = input<string>();
  readonly print = input<string>();

  protected readonly store = inject(ReportStore);
  protected readonly session = inject(Session);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly paper = computed(() => this.print() === '1' || matchMedia('print').matches);
  protected readonly heading = computed(() => t().reportOf(this.store.row()?.name ?? this.hallId()));
  protected readonly noRight = computed(() => {
    const refusal = this.store.refusal();
    return refusal?.kind === 'problem' && (refusal.status === 401 || refusal.status === 403) ? problemOf(refusal) : null;
  });
  /** All of it is told and painted: whoever prints this page waits for it. */
  protected readonly ready = signal(false);
  protected readonly isEmpty = computed(() => this.store.days()?.length === 0 && !this.store.loading());

  constructor() {
    const title = inject(Title);
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => title.setTitle(`${this.heading()} · ${t().product}`));
    effect(() => this.store.asked.set({ hallId: this.hallId(), day: this.day() ?? '', from: this.from() ?? '', against: this.against() ?? '' }));
    void this.session.look();
    afterRenderEffect(() => {
      this.ready.set(false);
      if (this.store.report() !== null && !this.store.loading()) void this.whenPainted();
    });
    // The browser lays paper out before the next turn of any signal.
    addEventListener('beforeprint', () => host.classList.add('paper'));
    addEventListener('afterprint', () => host.classList.toggle('paper', this.paper()));
  }

  /** The charts wait in the same line, and have asked by the second frame. */
  private async whenPainted(): Promise<void> {
    await document.fonts.ready;
    for (let i = 0; i < 2; i++) await new Promise(requestAnimationFrame);
    frames.ask(this, () => this.ready.set(true));
  }

  protected async logIn({ username, password }: NameAndPassword): Promise<void> {
    await this.session.logIn(username, password);
    this.store.reload();
  }

  protected async logOut(): Promise<void> {
    await this.session.logOut();
    this.store.reload();
  }
}
