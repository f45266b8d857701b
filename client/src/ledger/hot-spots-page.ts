import { Component, computed, effect, inject, input, resource } from '@angular/core';
import { Router } from '@angular/router';
import type { HotSpotsAnswer } from '../../../shared/rows/hot-spots.js';
import { answered } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { kept } from '../feed/kept';
import { langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { HotSpotTable } from './hot-spot-table';
import { isTyping } from './keys';
import { LedgerCases } from './ledger-cases';

/** 问题集中: which windows and people are named more often than others for as many services. Days that are over do not change by themselves. */
@Component({ selector: 'hb-hot-spots-page', imports: [HotSpotTable], templateUrl: './hot-spots-page.html', styleUrl: './hot-spots-page.css', host: { '(document:keydown.escape)': 'leave($event)' } })
export class HotSpotsPage {
  /** From the address; left out: the last thirty days. */
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly door = inject(HallDoor);
  private readonly cases = inject(LedgerCases);
  private readonly router = inject(Router);
  protected readonly t = t;

  private readonly query = computed(() => new URLSearchParams(Object.entries({ from: this.from() ?? '', to: this.to() ?? '' }).filter(([, date]) => date !== '')).toString());
  private readonly answer = kept(resource({
    params: () => (this.cases.basis() ? { basis: this.cases.basis(), query: this.query() } : undefined),
    loader: ({ params: { query } }) => this.door.ask<HotSpotsAnswer>('GET', `hot-spots?${query}`),
  }));
  protected readonly problem = computed(() => problemOf(this.answer() ?? { kind: 'ok' }));
  protected readonly told = computed(() => answered(this.answer()));

  constructor() {
    effect(() => this.cases.kind.set(null));
  }

  protected choose(part: { from?: string; to?: string }): void {
    const { from, to } = { ...this.told()!, ...part };
    void this.router.navigate(['/ledger', this.door.hallId(), 'hot-spots'], { queryParams: { from, to, lang: langInAddress() } });
  }

  protected print(): void {
    window.print();
  }

  protected leave(event: Event): void {
    if (!isTyping(event as KeyboardEvent)) void this.router.navigate(['/ledger', this.door.hallId()], { queryParams: { lang: langInAddress() } });
  }
}
