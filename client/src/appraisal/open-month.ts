import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { OpenAppraisal } from '../../../shared/commands/appraisals.js';
import { appraisalForms } from '../../../shared/glossary/appraisals.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { HallAnswers } from '../hall/hall-answers';
import { label, langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { AppraisalStore } from './appraisal-store';

/** Opens a month by a plan: of whom, and who fills in which form. */
@Component({ selector: 'hb-open-month', imports: [RouterLink], templateUrl: './open-month.html' })
export class OpenMonth {
  protected readonly door = inject(HallDoor);
  protected readonly store = inject(AppraisalStore);
  protected readonly colleagues = inject(Colleagues);
  private readonly answers = inject(HallAnswers);
  private readonly router = inject(Router);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  protected readonly month = computed(() => this.answers.hall()?.day.slice(0, 7) ?? '');
  protected readonly planId = linkedSignal(() => this.store.plans()[0]?.id ?? '');
  protected readonly forms = computed(() => {
    const plan = this.store.plans().find(({ id }) => id === this.planId());
    return (plan?.content.forms ?? []).map(({ id }) => ({ id, word: label(appraisalForms[id]) }));
  });
  protected readonly sending = signal(false);
  protected readonly problem = signal('');

  protected async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const [planId, month] = [this.planId(), data.get('month') as string];
    const subjects = (data.get('subjects') as string).split(/[\s,，、;；]+/).filter(Boolean);
    const owners = Object.fromEntries(this.forms().map(({ id }) => [id, data.getAll(`owner ${id}`)]).filter(([, names]) => names!.length > 0)) as NonNullable<OpenAppraisal['owners']>;
    this.sending.set(true);
    const answer = await this.store.begin({ planId, month, owners, ...(subjects.length > 0 ? { subjects } : {}) });
    this.sending.set(false);
    this.problem.set(problemOf(answer));
    if (answer.kind === 'ok') await this.router.navigate(['/appraisal', this.door.hallId(), planId, month], { queryParams: { lang: langInAddress() }, replaceUrl: true });
  }
}
