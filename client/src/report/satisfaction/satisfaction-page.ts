/** The satisfaction of a month, `/report/{hallId}/satisfaction?month=2026-11`; `?print=1` is the page as it goes to paper. */
import { Component, computed, effect, inject, input, linkedSignal, resource, ViewEncapsulation } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { Router, RouterLink } from '@angular/router';
import type { Satisfaction } from '../../../../shared/rows/satisfaction.js';
import { answered, ask } from '../../feed/ask';
import { Session } from '../../feed/session';
import { Account } from '../../ui/account';
import { t } from '../../ui/lang';
import { LangSwitch } from '../../ui/lang-switch';
import { LogIn, type NameAndPassword } from '../../ui/log-in';
import { problemOf } from '../../ui/problem-of';
import { monthAfter } from '../../hall/local-time';
import { SatisfactionSheet } from './satisfaction-sheet';

const FORMATS = ['xlsx', 'pdf'] as const;

@Component({
  selector: 'hb-satisfaction',
  imports: [Account, LangSwitch, LogIn, RouterLink, SatisfactionSheet],
  encapsulation: ViewEncapsulation.None,
  templateUrl: './satisfaction-page.html',
  styleUrls: ['../report.css', './satisfaction.css'],
  host: { '[class.paper]': "print() === '1'", '[attr.data-ready]': 'report() && !asked.isLoading() ? "" : null' },
})
export class SatisfactionPage {
  readonly hallId = input.required<string>();
  readonly month = input<string>();
  readonly print = input<string>();

  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  protected readonly t = t;
  protected readonly problemOf = problemOf;
  private readonly root = computed(() => `/api/v1/halls/${encodeURIComponent(this.hallId())}/satisfaction`);
  protected readonly asked = resource({
    params: () => this.root() + (this.month() ? `?${new URLSearchParams({ month: this.month()! })}` : ''),
    loader: ({ params }) => ask<Satisfaction>('GET', params),
  });
  private readonly answer = computed(() => (this.asked.hasValue() ? this.asked.value() : undefined));
  /** What was told before stands until the next has come. */
  protected readonly report = linkedSignal<Satisfaction | null | undefined, Satisfaction | null>({
    source: () => {
      const answer = this.answer();
      return answer && answered(answer);
    },
    computation: (told, before) => (told === undefined ? (before?.value ?? null) : told),
  });
  protected readonly refusal = computed(() => {
    const answer = this.answer();
    return answer?.kind === 'problem' ? answer : null;
  });
  protected readonly isAway = computed(() => this.answer()?.kind === 'away');
  protected readonly needsLogIn = computed(() => [401, 403].includes(this.refusal()?.status ?? 0));
  protected readonly heading = computed(() => t().satisfactionOf(this.report()?.hallName ?? this.hallId()));
  protected readonly shown = computed(() => {
    const [year = '', month = ''] = (this.report()?.month ?? '').split('-');
    return year && t().monthOf(year, month);
  });
  protected readonly files = computed(() => FORMATS.map((format) => ({ format, address: `${this.root()}.${format}?${new URLSearchParams({ month: this.report()?.month ?? '' })}` })));

  constructor() {
    const title = inject(Title);
    effect(() => title.setTitle(`${this.heading()} · ${t().product}`));
    void this.session.look();
  }

  protected turn(months: number): void {
    const month = monthAfter(this.report()!.month, months);
    void this.router.navigate([], { queryParams: { month }, queryParamsHandling: 'merge' });
  }

  protected printPage(): void {
    print();
  }

  protected async logIn({ username, password }: NameAndPassword): Promise<void> {
    await this.session.logIn(username, password);
    this.asked.reload();
  }

  protected async logOut(): Promise<void> {
    await this.session.logOut();
    this.asked.reload();
  }
}
