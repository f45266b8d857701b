/** When the report is of, and what it is compared with. All of it stands in the address, so that a link says the same. */
import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { t } from '../ui/lang';
import { DayLeaf } from './day-leaf';
import { lengths, daysIn, periodOf, shifted, type Period } from './period';
import { AGAINST_WEEK, ReportStore } from './report-store';

@Component({
  selector: 'hb-period-bar',
  imports: [DayLeaf],
  template: `
    @if (store.period(); as period) {
      <div class="when">
        <button class="button screen-only" type="button" (click)="step(-1)" [attr.aria-label]="t().dayBefore" [disabled]="!before()">‹</button>
        <hb-day-leaf (picked)="show($event)" />
        <button class="button screen-only" type="button" (click)="step(1)" [attr.aria-label]="t().dayAfter" [disabled]="!after()">›</button>
      </div>
      <fieldset class="choice screen-only">
        <legend class="spoken">{{ t().aRange }}</legend>
        @for (length of lengths; track length) {
          <label><input type="radio" name="length" [checked]="days() === length" (change)="show(periodOf(period.to, length))" /><span>{{ t().lastDays(length) }}</span></label>
        }
      </fieldset>
      <label class="compare screen-only">
        {{ t().compareWith }}
        <select #against class="input" name="against" (change)="compare(against.value)">
          <option value="" [selected]="!store.asked().against">{{ t().compareNone }}</option>
          <option [value]="week" [selected]="store.asked().against === week">{{ t().compareWeek }}</option>
          @for (hall of store.otherHalls(); track hall.id) {
            <option [value]="hall.id" [selected]="store.asked().against === hall.id">{{ hall.name }}</option>
          }
        </select>
      </label>
      @if (store.loading()) {
        <progress class="screen-only" [attr.aria-label]="t().reportLoading"></progress>
      }
    }
  `,
})
export class PeriodBar {
  private readonly router = inject(Router);
  protected readonly store = inject(ReportStore);
  protected readonly t = t;
  protected readonly lengths = lengths;
  protected readonly periodOf = periodOf;
  protected readonly week = AGAINST_WEEK;
  protected readonly days = computed(() => (this.store.period() ? daysIn(this.store.period()!).length : 0));
  protected readonly before = computed(() => this.store.dates().some((date) => date < (this.store.period()?.from ?? '')));
  protected readonly after = computed(() => this.store.dates().some((date) => date > (this.store.period()?.to ?? '')));

  /** To the next day on record, a period by its own length. */
  protected step(way: 1 | -1): void {
    const period = this.store.period();
    if (!period) return;
    if (period.from !== period.to) return this.show(shifted(period, way * this.days()));
    const dates = this.store.dates();
    const next = way > 0 ? dates.find((date) => date > period.to) : dates.findLast((date) => date < period.to);
    if (next) this.show({ from: next, to: next });
  }

  protected show({ from, to }: Period): void {
    this.go({ day: to, from: from === to ? null : from });
  }

  protected compare(against: string): void {
    this.go({ against: against || null });
  }

  private go(queryParams: Record<string, string | null>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
