import { Component, computed, inject, input } from '@angular/core';
import { counterStates } from '../../../shared/glossary/states.js';
import { HallAnswers } from '../hall/hall-answers';
import { Glyph, type GlyphName } from '../ui/glyph';
import { label, t } from '../ui/lang';
import type { Tier } from './layout';

/**
 * One counter in its place. State is told by border and shape, severity of its queues by shape and colour, stale data by
 * hatching; it paints again only when one of its own words or figures has changed.
 */
@Component({
  selector: 'hb-counter-tile',
  imports: [Glyph],
  host: { '[class]': 'look()', '[attr.title]': 'tile().label' },
  templateUrl: './counter-tile.html',
  styleUrls: ['./tile.css', './counter-tile.css'],
})
export class CounterTile {
  readonly counterId = input.required<string>();
  readonly tier = input.required<Tier | 'small'>();
  /** What stands for the id where there is no room for it. */
  readonly short = input('');

  protected readonly t = t;
  protected readonly tile = inject(HallAnswers).tile(this.counterId);
  protected readonly look = computed(() => {
    const { state, severity, stale } = this.tile();
    return ['tile', this.tier(), state, severity, stale ? 'stale' : ''].join(' ');
  });
  protected readonly stateWord = computed(() => label(counterStates[this.tile().state]));
  protected readonly mark = computed<GlyphName | null>(() => {
    const { severity, stale } = this.tile();
    if (stale) return 'stale';
    return severity === 'none' ? null : severity;
  });
  /** Hours bring their own, and a dash has none. */
  protected readonly unit = computed(() => (/^\d+$/.test(this.tile().minutes) ? t().minutesUnit : ''));
  protected readonly queue = computed(() => {
    const { waiting, wait } = this.tile();
    return waiting > 0 ? t().tileWaiting(waiting, wait) : '';
  });
}
