/** Says that the wall shows the past, and moves through its day. It lies over the footer, so that nobody takes it for now. */
import { Component, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { formatInstant } from '../../../shared/instant.js';
import { timeOfDay } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { pastRange } from '../hall/past-range';
import { t } from '../ui/lang';
import { TimeSlider } from '../ui/time-slider';

@Component({
  selector: 'hb-past-bar',
  imports: [TimeSlider],
  template: `
    <strong role="status">{{ t().pastMoment }} {{ words() }}</strong>
    @if (range(); as time) {
      <hb-time-slider [from]="time.from" [to]="time.to" [at]="time.at" [words]="words()" (moved)="go($event)" />
    }
    <button type="button" class="plain" (click)="go(null)">{{ t().pastBack }}</button>
  `,
  styleUrl: './past-bar.css',
})
export class PastBar {
  private readonly answers = inject(HallAnswers);
  private readonly router = inject(Router);
  protected readonly t = t;

  protected readonly words = computed(() => `${this.answers.hall()?.day ?? ''} ${timeOfDay(this.answers.now(), this.answers.timezone())}`);
  protected readonly range = computed(() => {
    const [hall, at] = [this.answers.hall(), this.answers.now()];
    return hall && at !== null ? { ...pastRange(hall, at), at } : null;
  });

  /** The address follows, so that it can be passed on. */
  protected go(at: number | null): void {
    void this.router.navigate([], { queryParams: { at: at === null ? null : formatInstant(at) }, queryParamsHandling: 'merge', replaceUrl: true });
  }
}
