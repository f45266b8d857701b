import { Component, computed, effect, inject, input, linkedSignal, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CaseAnswer } from '../../../shared/commands/cases.js';
import { answered } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { timeNear } from '../hall/local-time';
import { HallAnswers } from '../hall/hall-answers';
import { langInAddress, t } from '../ui/lang';
import { Outbox } from './outbox';
import { Phone } from './phone';
import { RoundItem } from './round-item';
import { RoundResult } from './round-result';
import { RoundStore } from './round-store';
import { answeredOf, groupsOf, lackIn, unanswered, type Answers } from './sheet';

/** The form of one round, as it is walked; once it is handed in, what came of it. Every answer is on the phone before anything else happens. */
@Component({ selector: 'hb-round-form', imports: [RoundItem, RoundResult, RouterLink], templateUrl: './round-form.html', styleUrl: './round-form.css' })
export class RoundForm {
  /** From the address. */
  readonly caseId = input.required<string>();

  protected readonly door = inject(HallDoor);
  protected readonly outbox = inject(Outbox);
  private readonly phone = inject(Phone);
  private readonly store = inject(RoundStore);
  private readonly answersOfHall = inject(HallAnswers);
  protected readonly t = t;
  protected readonly langInAddress = langInAddress;

  protected readonly kept = computed(() => this.phone.get(this.door.hallId(), this.caseId()));
  private readonly listed = computed(() => this.outbox.taken().get(this.caseId()) ?? this.store.rounds()?.find(({ id }) => id === this.caseId()));
  /** One of another month is not in the list. */
  private readonly asked = resource({
    params: () => (this.store.rounds() && !this.listed() ? this.caseId() : undefined),
    loader: ({ params }) => this.door.ask<CaseAnswer>('GET', `cases/${encodeURIComponent(params)}`),
  });
  protected readonly one = computed(() => {
    const answer = this.asked.hasValue() ? this.asked.value() : undefined;
    return this.listed() ?? answered(answer);
  });
  protected readonly items = computed(() => (this.one() ? this.store.itemsOf(this.one()!) : []));
  protected readonly sheet = computed(() => (this.one()?.closedAt === null && this.items().length > 0 ? this.store.sheetOf(this.one()!) : (this.kept()?.sheet ?? null)));
  protected readonly done = computed(() => (this.one()?.closedAt != null && !this.kept()?.waits && !this.kept()?.refusal ? this.one() : null));
  protected readonly missing = computed(() => !this.one() && this.phone.read() && (this.store.rounds() !== null ? !this.asked.isLoading() : false));

  protected readonly answers = computed(() => this.kept()?.answers ?? unanswered);
  protected readonly groups = computed(() => groupsOf(this.sheet()?.items ?? []));
  protected readonly due = computed(() => (this.sheet() ? t().roundDue(timeNear(this.sheet()!.dueAt, { day: this.answersOfHall.hall()?.day ?? '', timezone: this.sheet()!.timezone })) : ''));
  protected readonly progress = computed(() => t().roundAnswered(answeredOf(this.sheet()!, this.answers()), this.sheet()!.items.length));
  private readonly tried = linkedSignal({ source: this.caseId, computation: () => false });
  /** What is missing is told once somebody tries to hand it in. */
  protected readonly lack = computed(() => (this.tried() && this.sheet() ? lackIn(this.sheet()!, this.answers()) : null));
  protected readonly lackWords = computed(() => {
    const lack = this.lack();
    return lack && t().roundLacks[lack.why](this.sheet()!.items.find(({ id }) => id === lack.itemId)?.text ?? lack.itemId);
  });

  constructor() {
    effect(() => {
      const id = this.lack()?.itemId;
      if (id !== undefined) document.getElementById(`item-${id}`)?.scrollIntoView({ block: 'center' });
    });
  }

  protected answer(change: (now: Answers) => Answers): void {
    this.phone.keep({ sheet: this.sheet()!, answers: change(this.answers()), waits: false, refusal: '' });
  }

  protected handIn(): void {
    this.tried.set(true);
    if (this.lack()) return;
    this.phone.keep({ sheet: this.sheet()!, answers: this.answers(), waits: true, refusal: '' });
    void this.outbox.send();
  }

  protected change(): void {
    this.phone.keep({ ...this.kept()!, waits: false });
  }

  protected discard(): void {
    if (confirm(t().roundDiscardAsk)) this.phone.drop(this.kept()!);
  }
}
