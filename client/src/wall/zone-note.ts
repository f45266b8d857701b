import { Component, computed, inject, input } from '@angular/core';
import { HallAnswers } from '../hall/hall-answers';
import type { Zone } from '../hall/zones';
import { t } from '../ui/lang';

/** The head of a zone's line of small tiles: how their ids begin, its name, how many wait and how long most of them had to. */
@Component({
  selector: 'hb-zone-note',
  template: `
    <strong class="clip">{{ head() }}</strong>
    <span class="note live">
      <span>{{ t().tileWaiting(zone().waiting) }}</span>
      @if (zone().p90; as p90) {
        <span>{{ t().zoneP90(p90) }}</span>
      }
    </span>
  `,
  styles: `
    :host {
      display: flex;
      flex-direction: column;
      justify-content: center;
      min-width: 0;
      padding-right: 0.625rem;
      line-height: 1.65rem;
    }
    .note {
      display: flex;
      justify-content: space-between;
      white-space: nowrap;
    }
    strong {
      font-size: var(--t3);
      line-height: 1.85rem;
      color: var(--figure);
    }
  `,
})
export class ZoneNote {
  readonly of = input.required<Zone>();
  readonly prefix = input('');

  protected readonly t = t;
  protected readonly zone = inject(HallAnswers).zone(this.of);
  /** “E 出入境”; a zone that is called as its ids begin is not named twice. */
  protected readonly head = computed(() => {
    const [name, prefix] = [this.of().name, this.prefix()];
    return name.startsWith(prefix) ? name || t().zoneNone : `${prefix} ${name}`.trim();
  });
}
