import { Component, computed, inject, input } from '@angular/core';
import { minutes, whole } from '../hall/format';
import { HallAnswers } from '../hall/hall-answers';
import { sameList } from '../hall/same';
import type { WaitBar } from '../hall/zone-bars';
import { Glyph } from '../ui/glyph';
import { t } from '../ui/lang';
import { pageOf } from './layout';

/** A bar in words and figures; `fill` is its P90 in percent of the bar, the limit standing at `LIMIT_AT`. */
interface BarLine {
  id: string;
  name: string;
  waiting: string;
  p90: string;
  fill: number | null;
  beyond: boolean;
}

/** Where on the bar the limit stands: beyond it there is room to see by how much it is passed. */
const LIMIT_AT = 75;
const TURN_MS = 15_000;

/** Today's P90 wait of each zone against its limit: a ranking without a podium. Beyond its mark a zone never leaves the panel. */
@Component({
  selector: 'hb-zone-bars',
  imports: [Glyph],
  templateUrl: './zone-bars.html',
  styleUrl: './zone-bars.css',
})
export class ZoneBars {
  /** How many there is room for. */
  readonly slots = input.required<number>();

  private readonly answers = inject(HallAnswers);
  protected readonly t = t;
  protected readonly limitAt = LIMIT_AT;

  private readonly turn = computed(() => Math.floor((this.answers.now() ?? 0) / TURN_MS));
  private readonly page = computed(() => pageOf(this.answers.waitBars().bars, { slots: this.slots(), turn: this.turn() }, (bar) => bar.beyond));

  protected readonly lines = computed(() => this.page().items.map(lineOf), { equal: sameList });
  protected readonly hidden = computed(() => this.answers.waitBars().bars.length - this.page().items.length);
  protected readonly pageWords = computed(() => t().pageOf(this.page().page, this.page().pages));
  protected readonly title = computed(() => (this.answers.waitBars().of === 'zones' ? t().zoneWaits : t().queueWaits));
  /** One limit for all is told once, in the head. */
  protected readonly limit = computed(() => {
    const limits = new Set(this.answers.waitBars().bars.map((bar) => bar.limitMs));
    const [only] = limits;
    return limits.size === 1 && only != null ? t().limitOfAll(minutes(only)) : '';
  });
}

function lineOf({ id, name, waiting, p90Ms, limitMs, beyond }: WaitBar): BarLine {
  const fill = limitMs === null ? null : Math.min(100, Math.round((LIMIT_AT * (p90Ms ?? 0)) / limitMs));
  return { id, name, waiting: whole(waiting), p90: minutes(p90Ms), fill, beyond };
}
