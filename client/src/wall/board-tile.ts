import { Component, computed, input } from '@angular/core';
import type { Queue } from '../hall/queues';
import { UNKNOWN } from '../hall/format';
import { t } from '../ui/lang';
import type { Tier } from './layout';

/** A queue read off a board: its name, how many wait, how many desks are open, the number last called. */
@Component({
  selector: 'hb-board-tile',
  host: { '[class]': 'look()', '[attr.title]': 'queue().name' },
  template: `
    <span class="name">{{ queue().name }}</span>
    <div class="line live">
      <span class="figure">{{ figure() }}</span>
      @if (tier() === 'large') {
        <span class="unit">{{ t().peopleUnit }}</span>
      }
      @if (tier() !== 'compact') {
        <span class="more">
          <span class="clip">{{ t().desksOpen(queue().openCounters) }}</span>
          @if (queue().lastNumber; as number) {
            <span class="clip">{{ t().lastCalled(number) }}</span>
          }
        </span>
      }
    </div>
  `,
  styleUrls: ['./tile.css', './board-tile.css'],
})
export class BoardTile {
  readonly queue = input.required<Queue>();
  readonly stale = input(false);
  readonly tier = input.required<Tier>();

  protected readonly t = t;
  protected readonly figure = computed(() => (this.stale() ? UNKNOWN : String(this.queue().waiting)));
  protected readonly look = computed(() => {
    const { waiting, openCounters } = this.queue();
    return ['tile', this.tier(), this.stale() ? 'stale' : '', waiting === 0 ? 'quiet' : '', openCounters === 0 ? 'shut' : ''].join(' ');
  });
}
