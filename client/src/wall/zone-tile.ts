import { Component, computed, inject, input } from '@angular/core';
import { minutes } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import type { Zone } from '../hall/zones';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import type { Tier } from './layout';

/** A zone in one tile, for halls with more counters than a wall can tell apart. */
@Component({
  selector: 'hb-zone-tile',
  imports: [Glyph],
  host: { '[class]': "'tile ' + tier() + ' ' + zone().severity" },
  template: `
    <div class="line">
      <strong class="name clip">{{ of().name || t().zoneNone }}</strong>
      @if (mark(); as mark) {
        <hb-glyph class="mark" [name]="mark" />
      }
    </div>
    <div class="line live">
      <span class="figure">{{ zone().waiting }}</span>
      <span class="clip queue">{{ t().oldestShort }} {{ wait() }}</span>
    </div>
    @if (tier() !== 'compact') {
      <div class="line live">
        <span class="clip">{{ t().zoneCounters(zone().inUse, zone().total) }}</span>
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
  protected readonly mark = computed(() => {
    const { severity } = this.zone();
    return severity === 'none' ? null : severity;
  });
  protected readonly wait = computed(() => minutes(this.zone().waitMs));
}
