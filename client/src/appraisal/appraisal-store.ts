import { computed, inject, Injectable, resource } from '@angular/core';
import type { AppraisalsAnswer, OpenAppraisal } from '../../../shared/commands/appraisals.js';
import type { CasesAnswer } from '../../../shared/commands/cases.js';
import type { AppraisalPlan, RecordsAnswer, RecordVersion } from '../../../shared/commands/records.js';
import { answered, type Answer } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { kept } from '../feed/kept';
import { Session } from '../feed/session';
import { caseBasis } from '../hall/case-basis';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';

export type Plan = RecordVersion & { content: AppraisalPlan };

/** The appraisals of a hall, its plans, and the forms that wait for whoever looks: asked anew whenever a case of the hall has changed. */
@Injectable()
export class AppraisalStore {
  private readonly door = inject(HallDoor);
  private readonly session = inject(Session);
  private readonly answers = inject(HallAnswers);
  readonly basis = caseBasis();

  private readonly told = resource({ params: () => this.basis(), loader: () => this.door.ask<AppraisalsAnswer>('GET', 'appraisals') });
  private readonly heard = kept(this.told);
  private readonly records = resource({ params: () => this.basis() && this.door.hallId(), loader: () => this.door.ask<RecordsAnswer>('GET', 'records?kind=appraisalPlan') });
  private readonly known = kept(this.records);
  private readonly open = kept(resource({ params: () => this.basis(), loader: () => this.door.ask<CasesAnswer>('GET', `cases?kind=appraisal&owner=${encodeURIComponent(this.session.who()!.username)}`) }));

  /** Null until the server has answered. */
  readonly months = computed(() => answered(this.heard())?.appraisals ?? null);
  readonly plans = computed(() => (answered(this.known())?.records ?? []).filter(isPlan));
  readonly mine = computed(() => (answered(this.open())?.cases ?? []).filter(({ appraisal }) => appraisal !== null));
  readonly problem = computed(() => problemOf(this.heard() ?? { kind: 'ok' }));

  /** Until when a form is asked for; empty where nobody said. */
  dueText(dueAt: number | null): string {
    return dueAt === null ? '' : t().appraisalDue(this.answers.lastDateOf(dueAt));
  }

  begin(said: OpenAppraisal): Promise<Answer<unknown>> {
    return this.door.ask('POST', 'appraisals', said);
  }

  reload(): void {
    this.told.reload();
    this.records.reload();
  }
}

function isPlan(record: RecordVersion): record is Plan {
  return record.content.kind === 'appraisalPlan';
}
