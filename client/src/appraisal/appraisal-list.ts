import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HallDoor } from '../feed/hall-door';
import { HallAnswers } from '../hall/hall-answers';
import { langInAddress, t } from '../ui/lang';
import { AppraisalStore } from './appraisal-store';

/** What waits for whoever looks, the months that were opened, and the plans that they go by. */
@Component({ selector: 'hb-appraisal-list', imports: [RouterLink], templateUrl: './appraisal-list.html' })
export class AppraisalList {
  protected readonly door = inject(HallDoor);
  protected readonly store = inject(AppraisalStore);
  private readonly answers = inject(HallAnswers);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  protected readonly mine = computed(() => this.store.mine().map(({ id, title, dueAt }) => ({ id, title, due: this.store.dueText(dueAt), late: dueAt !== null && dueAt <= (this.answers.now() ?? 0) })));
}
