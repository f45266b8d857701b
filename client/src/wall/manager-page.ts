import { Component, computed, effect, inject } from '@angular/core';
import { Chart } from '../chart/chart';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { ratingsPanel, stripPanel, waitingPanel, waitPanel } from './manager-panels';
import { WallPages } from './pages';

/** The second page, for whoever runs the hall: how today has gone, in four charts with room to be read from afar. */
@Component({
  selector: 'hb-manager-page',
  imports: [Chart, Glyph],
  templateUrl: './manager-page.html',
  styleUrl: './manager-page.css',
})
export class ManagerPage {
  private readonly answers = inject(HallAnswers);
  private readonly pages = inject(WallPages);

  protected readonly active = computed(() => this.pages.shows(2));
  private readonly rating = computed(() => this.answers.figures()?.rating ?? null, { equal: (a, b) => JSON.stringify(a) === JSON.stringify(b) });
  private readonly waitingNow = computed(() => (this.answers.silent() ? null : this.answers.totals().waiting));

  protected readonly panels = [
    computed(() => waitingPanel(this.answers.quarters(), { open: this.answers.openByQuarter(), now: this.waitingNow() }, t())),
    computed(() => waitPanel(this.answers.quarters(), this.answers.limits(), t())),
    computed(() => stripPanel(this.answers.strip(), this.answers.timezone(), t())),
    computed(() => ratingsPanel(this.rating(), t())),
  ];

  constructor() {
    const reading = computed(() => this.panels.map((panel) => `${panel().title} ${panel().unit} ${panel().said}`).join(' '));
    effect(() => this.pages.reading.set(reading()));
  }
}
