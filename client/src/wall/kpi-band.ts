import { Component, computed, inject } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { boardKpis, counterKpis, type Kpi } from './kpis';

/** The band of big figures, read from ten metres: label, shape and target above, out of how many below, coloured only on breach. */
@Component({
  selector: 'hb-kpi-band',
  imports: [Glyph],
  template: `
    @for (kpi of kpis(); track $index) {
      <dl [class]="kpi.severity">
        <dt>
          @if (kpi.severity !== 'none') {
            <hb-glyph [name]="kpi.severity" />
          }
          <span class="clip">{{ kpi.label }}</span>
          <span class="target">{{ kpi.target }}</span>
        </dt>
        <dd class="value live">{{ kpi.value }}</dd>
        <dd class="note clip live">{{ kpi.note }}</dd>
      </dl>
    }
  `,
  styleUrl: './kpi-band.css',
})
export class KpiBand {
  private readonly answers = inject(HallAnswers);

  protected readonly kpis = computed(() => (this.answers.observed() ? this.ofBoards() : this.ofCounters()), { equal: sameList });

  private ofCounters(): Kpi[] {
    const { totals, longest, figures, hall, alerts, flood, missing } = this.answers;
    const targets = hall()?.targets ?? { serviceLevel: null, satisfaction: null };
    return counterKpis(
      { totals: totals(), longest: longest(), figures: figures(), targets, alerts: alerts(), flood: flood(), missing: missing() },
      t(),
    );
  }

  private ofBoards(): Kpi[] {
    const { boards, timezone, missing } = this.answers;
    return boardKpis({ boards: boards(), timezone: timezone(), missing: missing().queues }, t());
  }
}
