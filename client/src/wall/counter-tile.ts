import { Component, computed, inject, input } from '@angular/core';
import { counterStates } from '../../../shared/glossary/states.js';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import { Glyph } from '../ui/glyph';
import { label, t } from '../ui/lang';
import type { Tier } from './layout';
import { isMinutes, looksOf, marksOf } from './tile-marks';

/**
 * One counter in its place. Fill tells how bad its alerts stand, border its state, hatching that its data are old, the figure
 * the longest wait of its queues; it paints again only when one of its own words or figures has changed.
 */
@Component({
  selector: 'hb-counter-tile',
  imports: [Glyph],
  host: { '[class]': 'look()', '[attr.title]': 'tile().name' },
  templateUrl: './counter-tile.html',
  styleUrls: ['./tile.css', './counter-tile.css'],
})
export class CounterTile {
  readonly counterId = input.required<string>();
  readonly tier = input.required<Tier | 'wide' | 'small'>();
  /** What stands for the id where there is no room for all of it. */
  readonly short = input.required<string>();
  /** A middle tile has room for a last line. */
  readonly foot = input(false);

  protected readonly t = t;
  protected readonly tile = inject(HallAnswers).tile(this.counterId);
  protected readonly look = computed(() => {
    const { state, stale, inverted } = this.tile();
    return ['tile', this.tier(), stale ? '' : state, ...looksOf(this.tile()), this.foot() ? 'footed' : '', inverted ? 'inverted' : ''].filter(Boolean).join(' ');
  });
  protected readonly marks = computed(() => marksOf(this.tile()), { equal: sameList });
  protected readonly stateWord = computed(() => (this.tile().stale ? t().legendStale : label(counterStates[this.tile().state])));
  protected readonly footWord = computed(() => this.tile().owner || this.tile().ticket || this.stateWord());
  /** A border alone does not tell from afar that nobody is called here: its shape stands where there is no word for it. */
  protected readonly atRest = computed(() => ['paused', 'closed'].includes(this.tile().state));
  protected readonly inMinutes = computed(() => isMinutes(this.tile().wait));
  protected readonly service = computed(() => {
    const { service, moreServices, name } = this.tile();
    if (service === '') return name === this.counterId() ? '' : name;
    return moreServices > 0 ? t().serviceAndMore(service, moreServices) : service;
  });
}
