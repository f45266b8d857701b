import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HotSpot, HotSpotsAnswer, Spots } from '../../../shared/rows/hot-spots.js';
import { HallDoor } from '../feed/hall-door';
import { langInAddress, t } from '../ui/lang';

const CASES_SHOWN = 4;
const kinds = ['badRatings', 'verified', 'failedRounds'] as const;

/** The windows, or the people, of whom something was said: how often for as many services, and where that truly lies. */
@Component({ selector: 'hb-hot-spot-table', imports: [RouterLink], templateUrl: './hot-spot-table.html', styleUrl: './hot-spot-table.css' })
export class HotSpotTable {
  readonly word = input.required<string>();
  /** What a case is told to be about. */
  readonly of = input.required<'counterId' | 'staffId'>();
  readonly group = input.required<Spots>();
  readonly told = input.required<Pick<HotSpotsAnswer, 'from' | 'to' | 'enough'>>();

  protected readonly door = inject(HallDoor);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  private readonly named = computed(() => this.group().spots.filter((one) => kinds.some((kind) => one[kind] > 0)));
  protected readonly others = computed(() => this.group().spots.length - this.named().length);
  protected readonly ofAll = computed(() => rateText(this.group().rate));
  /** What the whole width of the bars stands for. */
  private readonly most = computed(() => Math.max(1, 2 * (this.group().rate ?? 0), ...this.named().filter((one) => this.isEnough(one)).map(({ high }) => high ?? 0)));
  protected readonly allAt = computed(() => this.share(this.group().rate));
  protected readonly lines = computed(() => this.named().map((one) => this.lineOf(one)));

  private lineOf(one: HotSpot) {
    const { id, name, services, hot, rate, low, high, cases } = one;
    const told = kinds.filter((kind) => one[kind] > 0).map((kind) => `${t().hotTold[kind]} ${one[kind]}`).join(' · ');
    const { from, to } = this.told();
    return {
      id, name, services, hot, told, rate: rateText(rate), enough: this.isEnough(one),
      interval: `${rateText(low)}–${rateText(high)}`, from: this.share(low), to: this.share(high), at: this.share(rate),
      cases: cases.slice(0, CASES_SHOWN), more: Math.max(0, cases.length - CASES_SHOWN),
      opening: {
        kind: 'rectification', channel: 'hotSpot', [this.of()]: id, parentId: cases[0]?.id, lang: langInAddress(), title: t().hotTitle(name),
        text: [t().hotText(from, to, `${told} / ${t().hotServices} ${services}`), cases.map(({ number }) => number).join(' ')].filter(Boolean).join('\n'),
      },
    };
  }

  private isEnough({ services }: HotSpot): boolean {
    return services >= this.told().enough;
  }

  private share(rate: number | null): number {
    return Math.min(100, ((rate ?? 0) / this.most()) * 100);
  }
}

function rateText(rate: number | null): string {
  return rate === null ? '—' : rate.toFixed(1);
}
