import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { appraisalFigures, appraisalForms, appraisedKinds } from '../../../shared/glossary/appraisals.js';
import type { PutRecord } from '../../../shared/commands/records.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { label, langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { AppraisalStore } from './appraisal-store';
import { fieldsOf, figureKeys, formIds, planOf, sumOf, usualPlan } from './plan-fields';

/** A new plan, or the next version of one with what the last one said. */
@Component({ selector: 'hb-plan-form', imports: [RouterLink], templateUrl: './plan-form.html', styleUrl: './plan-form.css' })
export class PlanForm {
  /** From the address; left out: a new one. */
  readonly planId = input<string>();

  protected readonly door = inject(HallDoor);
  private readonly store = inject(AppraisalStore);
  private readonly router = inject(Router);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;
  protected readonly kinds = Object.entries(appraisedKinds).map(([id, word]) => ({ id, word }));
  protected readonly label = label;

  private readonly plan = computed(() => this.store.plans().find(({ id }) => id === this.planId()));
  /** Nothing is filled in before the plan that is to be revised is known. */
  protected readonly ready = computed(() => !this.planId() || this.plan() !== undefined);
  protected readonly title = computed(() => this.plan()?.title ?? t().planDefaults.title);
  protected readonly was = computed(() => fieldsOf(this.plan()?.content ?? usualPlan(t().planDefaults)));
  protected readonly sum = linkedSignal(() => sumOf(this.was()));
  protected readonly figures = computed(() => figureKeys.map((id) => ({ id, word: label(appraisalFigures[id]), unit: t().planUnits[appraisalFigures[id].unit] ?? '' })));
  protected readonly forms = computed(() => formIds.map((id) => ({ id, word: label(appraisalForms[id]) })));
  protected readonly approvers = inject(Colleagues).approvers;
  protected readonly sending = signal(false);
  protected readonly problem = signal('');

  protected count(form: HTMLFormElement): void {
    this.sum.set(sumOf(read(form)));
  }

  protected async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = read(event.target as HTMLFormElement);
    const said: PutRecord = { title: fields['title'] ?? '', approvedBy: fields['approvedBy'] ?? '', content: planOf(fields) };
    const id = this.planId() ?? `appraisal-${this.store.plans().length + 1}`;
    this.sending.set(true);
    const answer = await this.door.ask('PUT', `records/${encodeURIComponent(id)}`, said);
    this.sending.set(false);
    this.problem.set(problemOf(answer));
    if (answer.kind !== 'ok') return;
    this.store.reload();
    await this.router.navigate(['/appraisal', this.door.hallId()], { queryParams: { lang: langInAddress() } });
  }
}

function read(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries(new FormData(form)) as Record<string, string>;
}
