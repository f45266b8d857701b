import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { HallDoor } from '../feed/hall-door';
import { HallAnswers } from '../hall/hall-answers';
import { localText } from '../hall/local-time';
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

  protected readonly mine = computed(() => this.store.mine().map(({ id, title, dueAt }) => ({ id, title, due: this.dueText(dueAt), late: dueAt !== null && dueAt <= (this.answers.now() ?? 0) })));

  /** Its last day. */
  private dueText(dueAt: number | null): string {
    return dueAt === null ? '' : t().appraisalDue(localText(dueAt - 1, this.answers.timezone()).slice(0, 10));
  }
}
