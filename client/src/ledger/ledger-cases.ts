import { computed, inject, Injectable, resource, signal } from '@angular/core';
import type { CaseAnswer, CaseEntry, CasesAnswer, OpenCase, StepCase } from '../../../shared/commands/cases.js';
import { answered, type Answer } from '../feed/ask';
import { HallDoor } from '../feed/hall-door';
import { kept } from '../feed/kept';
import { caseBasis } from '../hall/case-basis';
import { HallAnswers } from '../hall/hall-answers';
import { problemOf } from '../ui/problem-of';
import type { CaseKind } from './case-filter';
import { byDue, dueAtOf } from './due';

const MINUTE_MS = 60_000;

/** The cases of a hall as the server tells them: asked for again whenever the hall's own row says that one has changed. */
@Injectable()
export class LedgerCases {
  private readonly door = inject(HallDoor);
  private readonly answers = inject(HallAnswers);

  /** The query of the list; null while no list is shown. */
  readonly asked = signal<string | null>(null);
  /** Which ledger is open; null for none of them. */
  readonly kind = signal<CaseKind | null>(null);
  /** The hall's minute: what is told by it need not be told anew each second. */
  readonly minute = computed(() => Math.floor((this.answers.now() ?? 0) / MINUTE_MS) * MINUTE_MS);

  readonly basis = caseBasis();

  private readonly standing = kept(resource({ params: () => this.basis(), loader: () => this.list('status=open') }));
  private readonly found = kept(resource({
    params: () => (this.basis() && this.asked() !== null ? { basis: this.basis(), asked: this.asked()! } : undefined),
    loader: async ({ params: { asked } }) => ({ asked, answer: await this.list(asked) }),
  }));

  readonly open = computed(() => casesOf(this.standing()));
  /** How many of each ledger are open, and of these how many are past their due time. */
  readonly counts = computed(() => {
    const counts: Partial<Record<CaseKind, { open: number; overdue: number }>> = {};
    for (const one of this.open()) {
      const count = (counts[one.kind] ??= { open: 0, overdue: 0 });
      count.open += 1;
      if ((dueAtOf(one) ?? Infinity) <= this.minute()) count.overdue += 1;
    }
    return counts;
  });

  /** Null until the question of the moment has been answered once. */
  private readonly told = computed(() => (this.found()?.asked === this.asked() ? this.found()!.answer : null));
  readonly listed = computed(() => (this.told() === null ? null : [...casesOf(this.told())].sort(byDue)));
  readonly more = computed(() => {
    const told = this.told();
    return answered(told)?.more ?? 0;
  });
  readonly problem = computed(() => problemOf(this.told() ?? { kind: 'ok' }));

  list(query: string): Promise<Answer<CasesAnswer>> {
    return this.door.ask<CasesAnswer>('GET', `cases?${query}`);
  }

  read(caseId: string): Promise<Answer<CaseAnswer>> {
    return this.door.ask<CaseAnswer>('GET', `cases/${encodeURIComponent(caseId)}`);
  }

  begin(said: OpenCase): Promise<Answer<CaseAnswer>> {
    return this.door.ask<CaseAnswer>('POST', 'cases', said);
  }

  step(caseId: string, said: StepCase): Promise<Answer<CaseAnswer>> {
    return this.door.ask<CaseAnswer>('POST', `cases/${encodeURIComponent(caseId)}/steps`, said);
  }
}

function casesOf(answer: Answer<CasesAnswer> | null): CaseEntry[] {
  return answered(answer)?.cases ?? [];
}
