import { Component, computed, inject, input } from '@angular/core';
import { Chart } from '../chart/chart';
import { whole } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { newestOf, waitCurve, waitingCurve } from './curves';
import { WallPages } from './pages';

const NOBODY_KNOWS: ReadonlyMap<number, number> = new Map();

/** Today so far, by quarters of an hour: how many waited and, where tickets tell it, how long. */
@Component({
  selector: 'hb-curves-panel',
  imports: [Chart],
  template: `
    @if (answers.quarters().length > 0) {
      <figure class="live">
        <figcaption>{{ t().curveWaiting }}</figcaption>
        <hb-chart [label]="t().sayNow(t().curveWaiting, waitingNow())" [drawing]="waiting()" [active]="pages.shows(1)" />
      </figure>
      @if (both()) {
        <figure class="live">
          <figcaption>
            {{ t().curveWait }}
            <span class="key"><i class="strong"></i>{{ t().p90 }}</span>
            <span class="key"><i class="thin"></i>{{ t().p50 }}</span>
          </figcaption>
          <hb-chart [label]="t().sayNow(t().curveWait, p90Now())" [drawing]="wait()" [active]="pages.shows(1)" />
        </figure>
      }
    } @else {
      <p>{{ t().noCurve }}</p>
    }
  `,
  styleUrl: './curves-panel.css',
})
export class CurvesPanel {
  /** There is room for the waits too. */
  readonly both = input(true);

  protected readonly answers = inject(HallAnswers);
  protected readonly pages = inject(WallPages);
  protected readonly t = t;

  protected readonly waiting = computed(() => waitingCurve(this.answers.quarters(), NOBODY_KNOWS, t()));
  protected readonly wait = computed(() => waitCurve(this.answers.quarters(), this.answers.limits(), t()));
  protected readonly waitingNow = computed(() => whole(newestOf(this.answers.quarters().map((point) => point.waiting))));
  protected readonly p90Now = computed(() => whole(newestOf(this.answers.quarters().map((point) => point.p90))));
}
