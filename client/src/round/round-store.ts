import { computed, effect, inject, Injectable, resource, untracked } from '@angular/core';
import type { CaseEntry, CasesAnswer } from '../../../shared/commands/cases.js';
import type { RecordsAnswer } from '../../../shared/commands/records.js';
import { formatInstant } from '../../../shared/instant.js';
import type { RoundItem } from '../../../shared/rounds.js';
import { HallDoor } from '../feed/hall-door';
import { HallFeed } from '../feed/hall-feed';
import { kept } from '../feed/kept';
import { Session } from '../feed/session';
import { caseBasis } from '../hall/case-basis';
import { HallAnswers } from '../hall/hall-answers';
import { boundsOf } from '../hall/local-time';
import { Phone } from './phone';
import { unanswered, type Sheet } from './sheet';

/** The rounds of a hall as the server tells them, asked for again whenever a case has changed; those of mine that are open are kept on the phone. */
@Injectable()
export class RoundStore {
  private readonly door = inject(HallDoor);
  private readonly feed = inject(HallFeed);
  private readonly session = inject(Session);
  private readonly answers = inject(HallAnswers);
  private readonly phone = inject(Phone);

  private readonly basis = caseBasis();
  private readonly month = computed(() => this.answers.hall()?.day.slice(0, 7) ?? '');
  private readonly told = kept(resource({ params: () => (this.basis() ? { basis: this.basis(), month: this.month() } : undefined), loader: ({ params: { month } }) => this.ask(month) }));

  readonly me = computed(() => this.session.who()?.username ?? '');
  /** Null until the server has told of them once. */
  readonly rounds = computed(() => this.told()?.rounds ?? null);
  /** Opened this month. */
  readonly ofMonth = computed(() => this.rounds()?.filter(({ openedAt }) => openedAt >= this.told()!.from) ?? []);

  constructor() {
    effect(() => {
      if (this.phone.read() && this.rounds()) untracked(() => this.keepMine());
    });
  }

  itemsOf({ plan }: Pick<CaseEntry, 'plan'>): readonly RoundItem[] {
    const content = this.told()?.plans.find(({ id, version }) => id === plan?.id && version === plan.version)?.content;
    return content?.kind === 'roundPlan' ? content.items : [];
  }

  sheetOf(one: CaseEntry): Sheet {
    const { id: caseId, title, number, counterId, dueAt } = one;
    const place = counterId === null ? '' : (this.feed.rows.counters()[counterId]?.name ?? counterId);
    return { hallId: this.door.hallId(), caseId, title, number, place, dueAt: dueAt ?? 0, timezone: this.answers.timezone(), items: this.itemsOf(one) };
  }

  private async ask(month: string) {
    const { from } = boundsOf(`${month}-01`, this.answers.timezone());
    const [open, all, plans] = await Promise.all([
      this.door.ask<CasesAnswer>('GET', 'cases?kind=round&status=open'),
      this.door.ask<CasesAnswer>('GET', `cases?kind=round&status=all&from=${encodeURIComponent(formatInstant(from))}`),
      this.door.ask<RecordsAnswer>('GET', 'records?kind=roundPlan&versions=all'),
    ]);
    if (open.kind !== 'ok' || all.kind !== 'ok' || plans.kind !== 'ok') return undefined;
    const byId = new Map([...open.body.cases, ...all.body.cases].map((one) => [one.id, one]));
    return { from, rounds: [...byId.values()], plans: plans.body.records };
  }

  /** What is answered already stays; what nobody began and somebody else has done goes. */
  private keepMine(): void {
    const mine = this.rounds()!.filter(({ owner, closedAt, plan }) => owner === this.me() && closedAt === null && plan !== null);
    for (const one of mine) if (!this.phone.get(this.door.hallId(), one.id)) this.phone.keep({ sheet: this.sheetOf(one), answers: unanswered, waits: false, refusal: '' });
    for (const held of this.phone.rounds()) {
      const begun = Object.keys(held.answers.scores).length + held.answers.photos.length > 0;
      if (!begun && held.sheet.hallId === this.door.hallId() && !mine.some(({ id }) => id === held.sheet.caseId)) this.phone.drop(held);
    }
  }
}
