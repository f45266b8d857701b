import { Component, computed, inject, input } from '@angular/core';
import { formatInstant } from '../../../shared/instant.js';
import type { DayCurve } from '../../../shared/rows/behind.js';
import { meanMinutes, timeOfDay, UNKNOWN } from '../hall/format';
import { t } from '../ui/lang';
import { Behind } from './behind';

const QUARTER_MS = 15 * 60_000;

/** The numbers the curves are drawn from, each with the tickets behind it. */
@Component({
  selector: 'hb-quarter-table',
  template: `
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">{{ t().quarterStart }}</th><th scope="col">{{ t().figureIssued }}</th><th scope="col">{{ t().figureCalled }}</th>
            <th scope="col">{{ t().chartWaiting }}</th><th scope="col">{{ t().openCounters }}</th><th scope="col">P50</th><th scope="col">P90</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.startAt) {
            <tr>
              <th scope="row">{{ row.time }}</th>
              <td><button class="number" type="button" (click)="open('tickets.issued', row)">{{ row.issued }}</button></td>
              <td><button class="number" type="button" (click)="open('tickets.called', row)">{{ row.called }}</button></td>
              <td>{{ row.waiting }}</td><td>{{ row.openCounters }}</td><td>{{ row.p50 }}</td><td>{{ row.p90 }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
})
export class QuarterTable {
  readonly curve = input.required<DayCurve>();

  private readonly behind = inject(Behind);
  protected readonly t = t;
  protected readonly rows = computed(() => this.curve().quarters.map((quarter) => ({
    ...quarter,
    time: timeOfDay(quarter.startAt, this.curve().timezone),
    p50: meanMinutes(quarter.waitP50Ms) ?? UNKNOWN,
    p90: meanMinutes(quarter.waitP90Ms) ?? UNKNOWN,
  })));

  protected open(figure: 'tickets.issued' | 'tickets.called', { startAt, time }: { startAt: number; time: string }): void {
    const name = figure === 'tickets.issued' ? t().figureIssued : t().figureCalled;
    this.behind.open({ title: `${name} · ${time}`, query: { figure, from: formatInstant(startAt), to: formatInstant(startAt + QUARTER_MS) } });
  }
}
