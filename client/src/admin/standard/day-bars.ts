import { Component, computed, input } from '@angular/core';
import type { Pair } from './backtest-figures';
import { t } from '../words';

/** Alerts a day: the proposed standard's bar beside that of the one in force. */
@Component({
  selector: 'hb-day-bars',
  template: `
    <p class="legend"><span class="key proposed"></span>{{ t().proposedWord }} <span class="key"></span>{{ t().inForceWord }}</p>
    <ol class="bars">
      @for (day of shown(); track day.id) {
        <li [title]="day.said">
          <span class="spoken">{{ day.said }}</span>
          <span class="pair" aria-hidden="true">
            <i class="proposed" [style.height.%]="day.high.proposed"></i>
            <i [style.height.%]="day.high.inForce"></i>
          </span>
          <small aria-hidden="true">{{ day.id.slice(5) }}</small>
        </li>
      }
    </ol>
  `,
})
export class DayBars {
  readonly days = input.required<readonly Pair[]>();

  protected readonly t = t;
  protected readonly shown = computed(() => {
    const most = Math.max(1, ...this.days().flatMap(({ proposed, inForce }) => [proposed, inForce]));
    return this.days().map(({ id, proposed, inForce }) => ({
      id,
      said: t().dayCounts(id, proposed, inForce),
      high: { proposed: (proposed / most) * 100, inForce: (inForce / most) * 100 },
    }));
  });
}
