import { Component, computed, effect, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { hallStates } from '../../../shared/glossary/states.js';
import { HallFeed } from '../feed/hall-feed';
import { keptKey } from '../feed/keys';
import { stopwatch, timeWithSeconds, UNKNOWN } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph, type GlyphName } from '../ui/glyph';
import { label, t } from '../ui/lang';
import type { CityHall } from './city-halls';
import { hallCells, worstOpen } from './hall-cells';

/** One hall on the city page, on a feed of its own: what it shows is as fresh as it says. It leads to the hall's wall. */
@Component({
  selector: 'hb-hall-tile',
  imports: [Glyph, RouterLink],
  providers: [HallFeed, HallAnswers],
  host: { '[class]': 'look()' },
  templateUrl: './hall-tile.html',
  styleUrl: './hall-tile.css',
})
export class HallTile {
  readonly entry = input.required<CityHall>();

  protected readonly feed = inject(HallFeed);
  readonly answers = inject(HallAnswers);
  protected readonly t = t;

  readonly name = computed(() => this.answers.hall()?.name ?? this.entry().name);
  readonly live = computed(() => ['live', 'reconnecting'].includes(this.feed.freshness()));
  private readonly severity = computed(() => (this.live() ? worstOpen(this.answers.alerts()) : 'none'));
  protected readonly glyph = computed<GlyphName | null>(() => {
    if (this.live() && this.answers.silent()) return 'stale';
    const severity = this.severity();
    return severity === 'none' ? null : severity;
  });
  protected readonly look = computed(() => {
    const closed = this.answers.hall()?.state === 'closed' ? 'closed' : '';
    const severity = this.severity() === 'none' ? '' : this.severity();
    return [this.live() ? '' : 'lost', this.answers.silent() ? 'stale' : '', closed, severity].filter(Boolean).join(' ');
  });

  /** Nothing that cannot be known is shown as if it were: a hall without a feed has no figures. */
  private readonly cells = computed(
    () => {
      const { totals, longest, figures, alerts, missing, boards, observed } = this.answers;
      const cells = hallCells(
        { totals: totals(), longest: longest(), figures: figures(), alerts: alerts(), missing: missing(), boards: observed() ? boards() : null },
        t(),
      );
      return this.live() ? cells : cells.map((cell) => ({ ...cell, value: UNKNOWN, target: '', severity: 'none' as const }));
    },
    { equal: sameList },
  );

  /** Read from afar, and from nearby. */
  protected readonly groups = computed(() => [this.cells().slice(0, 2), this.cells().slice(2)]);

  protected readonly state = computed(() => {
    const state = this.answers.hall()?.state;
    return state ? label(hallStates[state]) : '';
  });
  protected readonly fresh = computed(() => {
    switch (this.feed.freshness()) {
      case 'refused':
        return t().cityRefused;
      case 'connecting':
        return t().connecting;
      case 'reconnecting':
        return t().reconnecting;
      case 'lost':
        return `${t().lost} ${stopwatch(this.feed.silenceMs())}`;
      case 'past':
        return t().pastMoment;
      case 'live': {
        const silence = this.answers.silenceSeconds();
        return silence === null ? timeWithSeconds(this.feed.lastDataAt(), this.answers.timezone()) : t().dataSilent(silence);
      }
    }
  });
  /** Freshness is said in amber only when something is the matter with it. */
  protected readonly ill = computed(() => !['live', 'connecting'].includes(this.feed.freshness()) || this.answers.silent());

  constructor() {
    effect(() => this.feed.watch(this.entry().id, keptKey(this.entry().id)));
  }
}
