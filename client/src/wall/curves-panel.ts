import { Component, computed, inject } from '@angular/core';
import { DayCurve } from '../chart/day-curve';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { waitCurve, waitingCurve } from './curves';

/** Today so far, by quarters of an hour: how many waited and, where tickets tell it, how long. */
@Component({
  selector: 'hb-curves-panel',
  imports: [DayCurve],
  template: `
    @if (answers.quarters().length > 0) {
      <figure class="live">
        <figcaption>{{ t().curveWaiting }}</figcaption>
        <hb-day-curve [title]="t().curveWaiting" [curve]="waiting()" />
      </figure>
      @if (!answers.observed()) {
        <figure class="live">
          <figcaption>
            {{ t().curveWait }}
            <span class="key"><i class="strong"></i>{{ t().p90 }}</span>
            <span class="key"><i class="thin"></i>{{ t().p50 }}</span>
          </figcaption>
          <hb-day-curve [title]="t().curveWait" [curve]="wait()" />
        </figure>
      }
    } @else {
      <p>{{ t().noCurve }}</p>
    }
  `,
  styleUrl: './curves-panel.css',
})
export class CurvesPanel {
  protected readonly answers = inject(HallAnswers);
  protected readonly t = t;

  protected readonly waiting = computed(() => waitingCurve(this.answers.quarters(), t()));
  protected readonly wait = computed(() => waitCurve(this.answers.quarters(), this.answers.limits(), t()));
}
