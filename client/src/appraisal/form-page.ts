import { Component, computed, inject, input, linkedSignal, resource, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseAnswer, StepCase } from '../../../shared/commands/cases.js';
import type { RecordsAnswer } from '../../../shared/commands/records.js';
import { appraisalForms } from '../../../shared/glossary/appraisals.js';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { kept } from '../feed/kept';
import { Session } from '../feed/session';
import { label, langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { AppraisalStore } from './appraisal-store';

/** A form as its owner fills it in, in the hand or at a desk: a score for each question, and of the public how many sheets they are the mean of. */
@Component({ selector: 'hb-form-page', imports: [RouterLink], templateUrl: './form-page.html', styleUrl: './form-page.css' })
export class FormPage {
  readonly caseId = input.required<string>();

  protected readonly door = inject(HallDoor);
  private readonly session = inject(Session);
  private readonly colleagues = inject(Colleagues);
  private readonly store = inject(AppraisalStore);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  private readonly answer = kept(resource({ params: () => this.caseId(), loader: ({ params }) => this.read(params) }));
  private readonly latest = linkedSignal(() => this.answer());
  protected readonly form = computed(() => {
    const { one, plan } = this.latest() ?? {};
    const asked = plan?.content.kind === 'appraisalPlan' ? plan.content.forms.find(({ id }) => id === one?.appraisal?.form) : undefined;
    if (!one || !plan || !asked) return null;
    const [done, owner] = [one.deeds.findLast(({ step }) => step === 'submit'), this.colleagues.nameOf(one.owner)];
    return {
      ...asked, owner, title: plan.title, month: one.appraisal!.month, heading: t().appraisalFormOf(label(appraisalForms[asked.id]), one.staffId ?? one.counterId ?? ''),
      due: this.store.dueText(one.dueAt), done, isMine: one.owner === this.session.who()?.username, back: one.appraisal!,
    };
  });
  protected readonly missing = computed(() => (this.latest() !== null && this.form() === null ? this.latest()!.problem || t().appraisalFormGone : ''));
  protected readonly sending = signal(false);
  protected readonly problem = signal('');

  protected async submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    const scores = Object.fromEntries(this.form()!.questions.map(({ id }) => [id, Number(data.get(`score ${id}`))]));
    const [text, ballots] = [(data.get('text') as string).trim(), data.get('ballots')];
    const said: StepCase = { step: 'submit', scores, ...(text ? { text } : {}), ...(ballots ? { ballots: Number(ballots) } : {}) };
    this.sending.set(true);
    const answer = await this.door.ask<CaseAnswer>('POST', `cases/${encodeURIComponent(this.caseId())}/steps`, said);
    this.sending.set(false);
    this.problem.set(problemOf(answer));
    if (answer.kind === 'ok') this.latest.set({ ...this.latest()!, one: answer.body });
  }

  /** The form and the version of the plan that it was opened by. */
  private async read(caseId: string) {
    const told = await this.door.ask<CaseAnswer>('GET', `cases/${encodeURIComponent(caseId)}`);
    if (told.kind !== 'ok' || !told.body.appraisal) return { one: null, plan: null, problem: told.kind === 'ok' ? '' : problemOf(told) };
    const { planId, version } = told.body.appraisal;
    const records = await this.door.ask<RecordsAnswer>('GET', `records/${encodeURIComponent(planId)}`);
    return { one: told.body, plan: records.kind === 'ok' ? (records.body.records[version - 1] ?? null) : null, problem: problemOf(records) };
  }
}
