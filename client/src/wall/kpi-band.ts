import { Component, computed, inject } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { boardKpis, counterKpis } from './kpis';

/** The band of big figures, read from ten metres: label above, measure below, coloured only past a limit. */
@Component({
  selector: 'hb-kpi-band',
  imports: [Glyph],
  template: `
    @for (kpi of kpis(); track $index) {
      <dl [class]="kpi.severity">
        <dt class="clip">
          @if (kpi.severity !== 'none') {
            <hb-glyph [name]="kpi.severity" />
          }
          {{ kpi.label }}
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

  protected readonly kpis = computed(
    () => {
      const { totals, longest, figures, queues, boards, silent } = this.answers;
      if (this.answers.observed()) return boardKpis({ boards: boards(), timezone: this.answers.timezone(), silent: silent() }, t());
      return counterKpis({ totals: totals(), longest: longest(), figures: figures(), queues: queues(), silent: silent() }, t());
    },
    { equal: sameList },
  );
}
