import { inject, Injectable } from '@angular/core';
import type { CaseEntry } from '../../../shared/commands/cases.js';
import { HallFeed } from '../feed/hall-feed';
import { HallAnswers } from '../hall/hall-answers';
import { t } from '../ui/lang';
import { dueAtOf, dueFrom, type Due } from './due';

/** What people call what a case is about, and when it is due. */
@Injectable()
export class CaseNames {
  private readonly feed = inject(HallFeed);
  private readonly answers = inject(HallAnswers);

  about({ counterId, staffId, serviceId, ticketId }: Pick<CaseEntry, 'counterId' | 'staffId' | 'serviceId' | 'ticketId'>): string[] {
    return [
      counterId !== null && this.counter(counterId),
      staffId !== null && t().caseStaff(staffId),
      serviceId !== null && (this.feed.rows.services()[serviceId]?.name ?? serviceId),
      ticketId !== null && t().caseTicket(ticketId),
    ].filter((text) => text !== false);
  }

  counter(counterId: string): string {
    return this.feed.rows.counters()[counterId]?.name ?? counterId;
  }

  time(at: number): string {
    return this.answers.timeNear(at);
  }

  /** What ends with its day is due on that day, and not at the first minute of the next. */
  dueTime(at: number): string {
    return this.time(at - 1);
  }

  due(entry: CaseEntry, now: number): (Due & { word: string }) | null {
    const at = dueAtOf(entry);
    if (at === null) return null;
    const due = dueFrom(at, now);
    return { ...due, word: this.dueWord(due) };
  }

  dueWord({ tone, amount, unit }: Due): string {
    return tone === 'over' ? t().overdueBy(amount, unit) : t().dueIn(amount, unit);
  }
}
