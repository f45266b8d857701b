import { Component, computed, inject, input } from '@angular/core';
import { minutes, UNKNOWN } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import type { Zone } from '../hall/zones';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';

/** Beside a zone's small tiles: how many wait there and how long, with the shape and colour of the worst. */
@Component({
  selector: 'hb-zone-note',
  imports: [Glyph],
  host: { '[class]': 'zone().severity' },
  template: `
    @if (mark(); as mark) {
      <hb-glyph [name]="mark" />
    }
    <span class="clip">{{ words() }}</span>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 0.4rem;
      min-width: 0;
    }
    hb-glyph {
      width: 0.8em;
      height: 0.8em;
    }
    :host(.breach) {
      color: var(--over);
    }
    :host(.warning) {
      color: var(--near);
    }
  `,
})
export class ZoneNote {
  readonly of = input.required<Zone>();

  private readonly answers = inject(HallAnswers);
  protected readonly zone = this.answers.zone(this.of);
  protected readonly mark = computed(() => {
    const { severity } = this.zone();
    return severity === 'none' ? null : severity;
  });
  protected readonly words = computed(() => {
    const { waiting, waitMs } = this.zone();
    return this.answers.silent() ? UNKNOWN : t().zoneWaiting(waiting, minutes(waitMs));
  });
}
