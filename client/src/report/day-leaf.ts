import { Component, computed, ElementRef, inject, linkedSignal, output, signal, viewChild } from '@angular/core';
import { t } from '../ui/lang';
import { monthAfter } from '../hall/local-time';
import { leafOf, weekdayOf, type Period } from './period';
import { ReportStore } from './report-store';

/** A month's leaf: days on record can be picked, one of them or the two ends of several. */
@Component({
  selector: 'hb-day-leaf',
  template: `
    <button class="button shown" type="button" popovertarget="day-leaf" [attr.aria-label]="t().pickDay + ' ' + shown()">{{ shown() }}</button>
    <div #leaf id="day-leaf" class="leaf" popover (toggle)="start.set(null)">
      <div class="month">
        <button class="button" type="button" (click)="turn(-1)" [attr.aria-label]="t().monthBefore">‹</button>
        <strong aria-live="polite">{{ monthWord() }}</strong>
        <button class="button" type="button" (click)="turn(1)" [attr.aria-label]="t().monthAfter">›</button>
      </div>
      <fieldset class="choice">
        <legend class="spoken">{{ t().pickDay }}</legend>
        <label><input type="radio" name="ends" [checked]="!two()" (change)="two.set(false)" /><span>{{ t().aDay }}</span></label>
        <label><input type="radio" name="ends" [checked]="two()" (change)="two.set(true)" /><span>{{ t().aRange }}</span></label>
      </fieldset>
      <div class="days">
        @for (word of t().weekdays; track word) {
          <small>{{ word }}</small>
        }
        @for (day of days(); track day.date) {
          <button type="button" [class.out]="day.out" [class.in]="day.in" [disabled]="!day.known" [attr.aria-label]="day.date" [attr.aria-pressed]="day.in" (click)="pick(day.date)">{{ day.number }}</button>
        }
      </div>
      <p role="status">{{ two() ? (start() ? t().pickEnd : t().pickStart) : t().pickDay }}</p>
    </div>
  `,
})
export class DayLeaf {
  readonly picked = output<Period>();

  private readonly store = inject(ReportStore);
  private readonly leaf = viewChild.required<ElementRef<HTMLElement>>('leaf');
  protected readonly t = t;
  protected readonly two = signal(false);
  protected readonly start = signal<string | null>(null);
  private readonly month = linkedSignal(() => this.store.period()?.to.slice(0, 7) ?? '2026-01');
  protected readonly monthWord = computed(() => t().monthOf(this.month().slice(0, 4), this.month().slice(5)));
  protected readonly shown = computed(() => {
    const period = this.store.period();
    if (!period) return '';
    if (period.from !== period.to) return `${period.from} – ${period.to}`;
    const day = `${period.to} ${t().weekdays[weekdayOf(period.to)]}`;
    return this.store.running() === period.to ? `${day} · ${t().todaySoFar}` : day;
  });
  protected readonly days = computed(() => {
    const [known, month, start, period] = [new Set(this.store.dates()), this.month(), this.start(), this.store.period()];
    const [from, to] = start ? [start, start] : [period?.from ?? '', period?.to ?? ''];
    return leafOf(month).map((date) => ({ date, number: Number(date.slice(8)), known: known.has(date), out: !date.startsWith(month), in: date >= from && date <= to }));
  });

  protected turn(months: number): void {
    this.month.set(monthAfter(this.month(), months));
  }

  protected pick(date: string): void {
    const start = this.start();
    if (this.two() && !start) return this.start.set(date);
    const [from = date, to = date] = start ? [start, date].sort() : [];
    this.leaf().nativeElement.hidePopover();
    this.picked.emit({ from, to });
  }
}
