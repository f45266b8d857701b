import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseEntry } from '../../../shared/commands/cases.js';
import type { RoundItem } from '../../../shared/rounds.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallAnswers } from '../hall/hall-answers';
import { langInAddress, t } from '../ui/lang';
import { ProofView } from '../ui/proof';
import { outcomeWords } from './outcome-words';
import { markOf } from './sheet';

/** What came of a round: item by item, with remarks and photos, and the way to have mended what failed. */
@Component({ selector: 'hb-round-result', imports: [ProofView, RouterLink], templateUrl: './round-result.html', styleUrl: './round-result.css' })
export class RoundResult {
  readonly one = input.required<CaseEntry>();
  /** Of the version that opened it. */
  readonly items = input.required<readonly RoundItem[]>();

  protected readonly door = inject(HallDoor);
  private readonly colleagues = inject(Colleagues);
  private readonly answers = inject(HallAnswers);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  private readonly deed = computed(() => this.one().deeds.findLast(({ step }) => step === 'submit'));
  protected readonly who = computed(() => {
    const deed = this.deed();
    return deed ? t().roundBy(this.colleagues.nameOf(deed.by), this.answers.timeNear(deed.at)) : '';
  });
  protected readonly words = computed(() => outcomeWords(this.one()).join(' · '));
  protected readonly lines = computed(() => this.items().map((item) => {
    const score = this.deed()?.scores?.[item.id];
    const mark = markOf(score);
    return {
      item, failed: mark === 'failed', word: item.points ? String(score ?? '—') : mark === 'failed' ? t().roundNo : t().roundYes,
      remark: this.deed()?.remarks?.[item.id] ?? '', proof: this.deed()?.proof.filter(({ itemId }) => itemId === item.id) ?? [],
      rectification: t().roundRectifyTitle(this.one().title, item.text),
    };
  }));
}
