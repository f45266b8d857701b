import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { AppraisalAnswer } from '../../../shared/commands/appraisals.js';
import { appraisalForms } from '../../../shared/glossary/appraisals.js';
import { answered } from '../feed/ask';
import { Colleagues } from '../feed/colleagues';
import { HallDoor } from '../feed/hall-door';
import { kept } from '../feed/kept';
import { HallAnswers } from '../hall/hall-answers';
import { localText } from '../hall/local-time';
import { label, langInAddress, t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';
import { AppraisalStore } from './appraisal-store';
import { CardTable } from './card-table';
import { PublishForm } from './publish-form';

const DAY_MS = 86_400_000;

/** A plan's month: which forms are missing, the scorecards, and their freezing and publication. */
@Component({ selector: 'hb-month-page', imports: [CardTable, PublishForm, RouterLink], templateUrl: './month-page.html' })
export class MonthPage {
  readonly planId = input.required<string>();
  readonly month = input.required<string>();
  /** From the address: which frozen revision is looked at; left out: as it stands. */
  readonly revision = input<string>();

  protected readonly door = inject(HallDoor);
  private readonly store = inject(AppraisalStore);
  private readonly colleagues = inject(Colleagues);
  private readonly answers = inject(HallAnswers);
  private readonly router = inject(Router);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  private readonly path = computed(() => `appraisals/${encodeURIComponent(this.planId())}/${encodeURIComponent(this.month())}`);
  private readonly query = computed(() => (this.revision() ? `?revision=${encodeURIComponent(this.revision()!)}` : ''));
  private readonly asked = resource({
    params: () => (this.store.basis() === undefined ? undefined : { basis: this.store.basis(), path: `${this.path()}${this.query()}` }),
    loader: ({ params }) => this.door.ask<AppraisalAnswer>('GET', params.path),
  });
  private readonly answer = kept(this.asked);
  protected readonly told = computed(() => answered(this.answer()));
  protected readonly failure = computed(() => (this.answer() ? problemOf(this.answer()!) : ''));
  protected readonly missing = computed(() => (this.told()?.forms ?? []).filter(({ doneAt }) => doneAt === null).map(({ caseId, subject, form, owner, dueAt }) => (
    { caseId, words: `${label(appraisalForms[form])} · ${subject} · ${this.colleagues.nameOf(owner)}`, due: this.store.dueText(dueAt), late: dueAt !== null && dueAt <= (this.answers.now() ?? 0) })));
  protected readonly revisions = computed(() => (this.told()?.frozen ?? []).map(({ revision, by, at, reason }) => ({ revision, line: t().appraisalRevisionLine(revision, this.colleagues.nameOf(by), this.moment(at)), reason })));
  protected readonly timely = computed(() => {
    const { endsAt, frozen, publishedAt } = this.told()!;
    const [first] = frozen;
    if (!first) return '';
    const told = t().appraisalTimelyFrozen(Math.floor((first.at - endsAt) / DAY_MS));
    return publishedAt === null ? `${told} · ${t().appraisalUnpublished}` : `${told} · ${t().appraisalTimelyPublished(Math.max(0, Math.floor((publishedAt - first.at) / DAY_MS)))} · ${this.moment(publishedAt)}`;
  });
  /** A reason is asked. */
  protected readonly explains = computed(() => this.told()!.frozen.length > 0 || this.told()!.done < this.told()!.expected);
  protected readonly files = computed(() => ['csv', 'xlsx'].map((format) => ({ format, address: `/api/v1/halls/${encodeURIComponent(this.door.hallId())}/${this.path()}/cards.${format}${this.query()}` })));
  protected readonly sending = signal(false);
  protected readonly problem = signal('');

  protected async freeze(event: SubmitEvent, reason: string): Promise<void> {
    event.preventDefault();
    if (!confirm(t().appraisalFreezeSure(this.month()))) return;
    this.sending.set(true);
    const answer = await this.door.ask<AppraisalAnswer>('POST', `${this.path()}/freeze`, reason.trim() ? { reason: reason.trim() } : {});
    this.sending.set(false);
    this.problem.set(problemOf(answer));
    if (answer.kind !== 'ok') return;
    this.store.reload();
    await this.router.navigate([], { queryParams: { revision: answer.body.shown }, queryParamsHandling: 'merge' });
  }

  protected published(): void {
    this.asked.reload();
    this.store.reload();
  }

  protected print(): void {
    window.print();
  }

  private moment(at: number): string {
    return localText(at, this.answers.timezone()).replace('T', ' ');
  }
}
