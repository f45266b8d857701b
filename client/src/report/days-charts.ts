/** Several days, day by day. */
import { Component, computed, input } from '@angular/core';
import { Chart } from '../chart/chart';
import { meanMinutes } from '../hall/format';
import { t } from '../ui/lang';
import { dayByDay } from './day-drawings';
import type { ReportDay } from './report-day';

@Component({
  selector: 'hb-days-charts',
  imports: [Chart],
  template: `
    <section class="charts three">
      @for (curve of curves(); track curve.lines[0]!.name) {
        <figure>
          <figcaption><h3>{{ curve.lines[0]!.name }}</h3></figcaption>
          <hb-chart [label]="curve.lines[0]!.name" [drawing]="curve" />
        </figure>
      }
    </section>
    <p><small>{{ t().rangeNote }}</small></p>
  `,
})
export class DaysCharts {
  readonly days = input.required<readonly ReportDay[]>();

  protected readonly t = t;
  protected readonly curves = computed(() => {
    const days = this.days();
    return [
      dayByDay(days, t().chartDaysIssued, ({ hall }) => hall.tickets.issued),
      dayByDay(days, t().chartDaysWait, ({ hall }) => meanMinutes(hall.waitMs.p90)),
      dayByDay(days, t().chartDaysLevel, ({ hall: { serviceLevel } }) => (serviceLevel.share === null ? null : Math.floor(serviceLevel.share * 1000) / 10)),
    ];
  });
}
