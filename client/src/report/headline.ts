/** The figures of the hall, large, each beside what it is compared with; a press on one opens what stands behind it. */
import { Component, computed, inject, input } from '@angular/core';
import type { CountedFigure } from '../../../shared/rows/behind.js';
import { meanMinutes, minutes, percent, UNKNOWN } from '../hall/format';
import { t } from '../ui/lang';
import { Behind } from './behind';
import { Definitions } from './definitions';
import { cellOf } from './group-rows';
import { changeText, measures, valueText, type Measure } from './measures';
import type { ReportDay } from './report-day';
import { ReportStore } from './report-store';

interface Tile {
  key: string;
  /** Null: alerts. */
  behind: CountedFigure | null;
  name: string;
  text: string;
  unit: string;
  notes: string[];
}

@Component({
  selector: 'hb-headline',
  template: `
    <ul class="tiles">
      @for (tile of tiles(); track tile.key) {
        <li>
          <button class="name" type="button" (click)="definitions.open(tile.key)" [attr.aria-label]="t().whatIsThis(tile.name)">{{ tile.name }}</button>
          <button class="figure" type="button" (click)="open(tile)" [attr.aria-label]="tile.name + ' ' + tile.text + tile.unit">
            <b>{{ tile.text }}</b><span>{{ tile.unit }}</span>
          </button>
          @for (note of tile.notes; track note) {
            <small>{{ note }}</small>
          }
        </li>
      }
    </ul>
    @if (honest(); as words) {
      <p class="honest"><small>{{ words }}</small></p>
    }
    @if (store.asked().against && !store.compared()) {
      <p class="screen-only" role="status"><small>{{ t().comparedNone }}</small></p>
    }
  `,
})
export class Headline {
  readonly report = input.required<ReportDay>();

  private readonly behind = inject(Behind);
  protected readonly store = inject(ReportStore);
  protected readonly definitions = inject(Definitions);
  protected readonly t = t;
  protected readonly tiles = computed(() => [...measures.filter(({ key }) => key !== 'rating.ratedShare').map((measure) => this.tileOf(measure)), this.raised()]);
  protected readonly honest = computed(() => {
    const honest = this.report().snapshot?.honestWait.hall;
    if (!honest || honest.censored === 0) return '';
    const text = (ms: number | null) => (ms === null ? UNKNOWN : (meanMinutes(ms) as number).toFixed(1));
    return t().honestWait(text(honest.p50), text(honest.p90), honest.censored);
  });

  protected open({ behind, name }: Tile): void {
    this.behind.open(behind ? { title: name, query: { figure: behind } } : { title: name, clauseId: null });
  }

  private tileOf(measure: Measure): Tile {
    const { hall } = this.report();
    const cell = cellOf(measure, hall);
    const notes = cell.few ? [t().few(cell.few.n, cell.few.interval)] : [];
    if (measure.key === 'serviceLevel' && hall.serviceLevel.share !== null) {
      const { targetMs, rule } = hall.serviceLevel;
      notes.push([...(targetMs === null ? [] : [t().levelTarget(minutes(targetMs))]), t().levelRules[rule]].join(' · '));
    }
    if (measure.key === 'rating.satisfiedShare') notes.push(`${t().figureRated} ${percent(hall.rating.ratedShare)}`); // contract §5: never without it
    return { key: measure.key, behind: measure.behind, name: t()[measure.word], text: cell.text, unit: measure.unit === 'minutes' && cell.text !== UNKNOWN ? t().unitMinutes : '', notes: [...notes, ...this.versus(measure)] };
  }

  private raised(): Tile {
    const [raised, then] = [this.report().raised, this.store.compared()?.raised];
    const notes = then === undefined ? [] : [t().versus(String(then), changeText('count', raised, then))];
    return { key: 'alerts.raised', behind: null, name: t().figureRaised, text: String(raised), unit: '', notes };
  }

  private versus({ of, unit }: Measure): string[] {
    const other = this.store.compared();
    if (!other) return [];
    return [t().versus(valueText(unit, of(other.hall)), changeText(unit, of(this.report().hall), of(other.hall)))];
  }
}
