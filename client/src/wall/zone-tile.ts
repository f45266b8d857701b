import { Component, computed, inject, input } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import type { Zone } from '../hall/zones';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import type { Tier } from './layout';
import { looksOf, marksOf } from './tile-marks';

/** A zone in one tile, for halls with more counters than a wall can tell apart; its shape is that of its worst counter. */
@Component({
  selector: 'hb-zone-tile',
  imports: [Glyph],
  host: { '[class]': 'look()' },
  template: `
    <div class="line">
      <strong class="name clip">{{ of().name || t().zoneNone }}</strong>
      @for (mark of marks(); track mark.name) {
        <hb-glyph class="mark" [name]="mark.name" [hollow]="mark.hollow" />
      }
    </div>
    <div class="line live">
      <span class="figure">{{ zone().wait }}</span>
      <span class="open">{{ t().zoneOpen(zone().inUse) }}</span>
    </div>
    @if (tier() !== 'compact') {
      <div class="line note live">
        <span>{{ t().tileWaiting(zone().waiting) }}</span>
        @if (zone().p90; as p90) {
          <span>{{ t().zoneP90(p90) }}</span>
        }
      </div>
    }
  `,
  styleUrls: ['./tile.css', './zone-tile.css'],
})
export class ZoneTile {
  readonly of = input.required<Zone>();
  readonly tier = input.required<Tier>();

  protected readonly t = t;
  protected readonly zone = inject(HallAnswers).zone(this.of);
  protected readonly marks = computed(() => marksOf(this.zone()), { equal: sameList });
  protected readonly look = computed(() => ['tile', this.tier(), ...looksOf(this.zone())].join(' '));
}
