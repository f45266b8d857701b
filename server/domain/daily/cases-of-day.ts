/** Y9: the day's ledgers as the journal tells them: what came, what was done about it, and how the ledgers stand when the day ends. */
import type { Daily } from '../../../shared/rows/daily.js';
import { newCase, takeStep, type Case } from '../case/case.js';
import { isCaseEvent, type CaseOpened, type CaseStepped, type HallEvent } from '../event/own-event.js';

type Counts = Record<string, number>;

export class CasesOfDay {
  private readonly open: Map<string, Case>;
  private readonly counts = { opened: {} as Counts, steps: {} as Counts, replied: {} as Counts, closed: {} as Counts };

  /** Of the days before: the cases that they left open. */
  constructor(carried: readonly Case[]) {
    this.open = new Map(carried.map((one) => [one.id, { ...one }]));
  }

  take(event: HallEvent): void {
    if (!isCaseEvent(event)) return;
    if (event.type === 'case.opened') this.takeOpened(event);
    else this.takeStepped(event);
  }

  private takeOpened({ id, data }: CaseOpened): void {
    count(this.counts.opened, data.kind);
    this.keep(newCase({ id, number: '' }, data));
  }

  private takeStepped({ data }: CaseStepped): void {
    count(this.counts.steps, data.step);
    const one = this.open.get(data.caseId);
    if (!one || !takeStep(one, data)) return;
    if (data.step === 'reply') count(this.counts.replied, one.kind);
    this.keep(one);
  }

  /** Without its words: what a day leaves to the next is kept, and words may be erased. */
  private keep(one: Case): void {
    this.open.delete(one.id);
    if (one.closedAt !== null) count(this.counts.closed, one.kind);
    else this.open.set(one.id, { ...one, title: '', text: null, reference: null, proof: [], deeds: [], stages: one.stages.slice(-1) });
  }

  figures(cutAt: number): NonNullable<Daily['cases']> {
    const standing = this.leaves();
    return { ...this.counts, open: byKind(standing), overdue: byKind(standing.filter((one) => isOverdue(one, cutAt))) };
  }

  /** What the next day has of this one. */
  leaves(): Case[] {
    return [...this.open.values()];
  }
}

function isOverdue({ dueAt, replyDueAt, repliedAt }: Case, at: number): boolean {
  const due = [dueAt, repliedAt === null ? replyDueAt : null];
  return due.some((one) => one !== null && one <= at);
}

function count(counts: Counts, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1;
}

function byKind(cases: readonly Case[]): Counts {
  const counts: Counts = {};
  for (const { kind } of cases) count(counts, kind);
  return counts;
}
