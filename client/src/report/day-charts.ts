/** How a single day went by quarter-hours, and what its counters did. */
import { Component, computed, inject, input } from '@angular/core';
import type { CountedFigure, DayCurve } from '../../../shared/rows/behind.js';
import { Chart } from '../chart/chart';
import type { Curve, Drawing } from '../chart/drawing';
import { t } from '../ui/lang';
import { Behind } from './behind';
import { counterStrip, peopleCurve, waitColumns, waitCurve } from './day-drawings';
import { LookBack } from './look-back';
import { QuarterTable } from './quarter-table';
import type { ReportDay } from './report-day';
import { ReportStore } from './report-store';

interface Panel {
  title: string;
  keys: { look: 'area' | 'strong' | 'thin'; word: string }[];
  drawing: Drawing;
  said: string;
}

@Component({
  selector: 'hb-day-charts',
  imports: [Chart, LookBack, QuarterTable],
  template: `
    @if (store.curve(); as curve) {
      <section class="charts">
        @for (panel of panels(); track panel.title) {
          <figure>
            <figcaption>
              <h3>{{ panel.title }}</h3>
              @for (key of panel.keys; track key.word) {
                <small class="key"><i [class]="key.look"></i>{{ key.word }}</small>
              }
            </figcaption>
            <hb-chart [label]="panel.said" [drawing]="panel.drawing" />
          </figure>
        }
        <figure>
          <figcaption>
            <h3>{{ t().chartSpread }}</h3>
            @if (level().of > 0) {
              <button class="number" type="button" (click)="open('serviceLevel.within', t().withinLimit(level().within))">{{ t().withinLimit(level().within) }}</button>
              <button class="number" type="button" (click)="open('breached', t().overLimit(level().of - level().within))">{{ t().overLimit(level().of - level().within) }}</button>
            }
          </figcaption>
          <hb-chart [label]="t().chartSpread" [drawing]="spread(curve)" />
        </figure>
        @if (strip(); as strip) {
          <figure class="wide">
            <figcaption>
              <h3>{{ t().chartCounters }}</h3>
              <small class="key"><i class="light"></i>{{ t().stripServing }}</small>
              <small class="key"><i class="mid"></i>{{ t().stripOpen }}</small>
              <small class="key"><i class="dashed"></i>{{ t().stripPaused }}</small>
            </figcaption>
            <hb-chart [label]="t().chartCounters" [drawing]="strip" [style.height.rem]="paper() ? null : stripRem(strip.lines.length)" />
          </figure>
        }
      </section>
      <hb-look-back class="screen-only" [curve]="curve" />
      <details class="screen-only">
        <summary>{{ t().asTable }}</summary>
        <hb-quarter-table [curve]="curve" />
      </details>
    } @else {
      <p role="status"><small>{{ t().noCurveOfDay }}</small></p>
    }
  `,
})
export class DayCharts {
  readonly report = input.required<ReportDay>();
  readonly paper = input(false);

  private readonly behind = inject(Behind);
  protected readonly store = inject(ReportStore);
  protected readonly t = t;
  protected readonly level = computed(() => this.report().hall.serviceLevel);
  protected readonly strip = computed(() => counterStrip(this.store.curve()!));
  protected readonly panels = computed<Panel[]>(() => {
    const [curve, words] = [this.store.curve()!, t()];
    const names = { issued: words.figureIssued, called: words.figureCalled, waiting: words.chartWaiting, openCounters: words.openCounters };
    return [
      panelOf(words.chartArrivals, peopleCurve(curve, ['issued', 'called'], (name) => names[name])),
      panelOf(words.chartQueue, peopleCurve(curve, ['waiting', 'openCounters'], (name) => names[name])),
      panelOf(words.chartWaits, waitCurve(curve, words.limit)),
    ];
  });

  /** Few counters are thick lines, many thin ones. */
  protected stripRem(lines: number): number {
    return Math.min(28, 3 + lines * 1.1);
  }

  protected spread(curve: DayCurve): Drawing {
    return waitColumns(curve, t().limit);
  }

  protected open(figure: CountedFigure, title: string): void {
    this.behind.open({ title, query: { figure } });
  }
}

/** Whoever cannot see it is told its peaks. */
export function panelOf(title: string, drawing: Curve): Panel {
  const peaks = drawing.lines.flatMap(({ name, values }) => {
    const highest = Math.max(...values.map((value) => value ?? -Infinity));
    return Number.isFinite(highest) ? [t().sayPeak(name, String(highest), drawing.labels[values.indexOf(highest)] ?? '')] : [];
  });
  return { title, drawing, keys: drawing.lines.map(({ name, style }) => ({ look: style, word: name })), said: t().sayCurve(title, peaks.join(', ')) };
}
