/** What stands behind a number of the report: tickets page by page, or the alerts of a clause. */
import { computed, inject, Injectable, signal } from '@angular/core';
import type { AlertEntry, AlertsAnswer } from '../../../shared/commands/alert.js';
import type { ErasedAnswer } from '../../../shared/commands/erase.js';
import type { CountedFigure, TicketEntry, TicketsAnswer, TicketStory } from '../../../shared/rows/behind.js';
import { ask, type Answer } from '../feed/ask';
import { localText } from '../hall/local-time';
import { ReportStore } from './report-store';

/** The figure, as contract §5 names it, and whose it is. */
export interface TicketQuery {
  figure?: CountedFigure;
  serviceId?: string;
  counterId?: string;
  staffId?: string;
  /** Instants; the whole report where there are none. */
  from?: string;
  to?: string;
}

/** `title`: what the number is called; `clauseId` null: every clause. */
export type Question = { title: string; query: TicketQuery } | { title: string; clauseId: string | null };

const PAGE = '100';

@Injectable()
export class Behind {
  private readonly store = inject(ReportStore);
  readonly question = signal<Question | null>(null);
  readonly tickets = signal<TicketEntry[]>([]);
  readonly alerts = signal<AlertEntry[]>([]);
  readonly read = signal(false);
  readonly refused = signal(false);
  readonly story = signal<TicketStory | null>(null);
  readonly more = computed(() => this.next() !== null);
  private readonly next = signal<string | null>(null);

  open(question: Question): void {
    this.question.set(question);
    this.tickets.set([]);
    this.alerts.set([]);
    this.read.set(false);
    this.next.set(null);
    this.refused.set(false);
    this.story.set(null);
    void ('query' in question ? this.readOn() : this.readAlerts(question));
  }

  close(): void {
    this.question.set(null);
  }

  /** The first page, or the one after those that are here. */
  async readOn(): Promise<void> {
    const question = this.question();
    const range = this.store.range();
    if (!question || !('query' in question) || !range) return;
    const cursor = this.next();
    const asked = { ...range, ...question.query, limit: PAGE, ...(cursor ? { cursor } : {}) };
    const answer = await ask<TicketsAnswer>('GET', this.address(`tickets?${new URLSearchParams(asked)}`));
    if (this.question() !== question) return;
    this.refused.set(answer.kind !== 'ok');
    if (answer.kind !== 'ok') return;
    this.tickets.update((before) => [...before, ...answer.body.tickets]);
    this.read.set(true);
    this.next.set(answer.body.next);
  }

  /** Its events, or none again; `at` says around which day to look. */
  async tell({ ticketId, at }: TicketEntry): Promise<void> {
    if (ticketId === null) return;
    if (this.story()?.ticket.ticketId === ticketId) return this.story.set(null);
    await this.readStory(ticketId, at);
  }

  /** Erases the texts of one event of the ticket that is told, or all about it, and tells it anew. */
  async erase(seq: number | null, reason: string): Promise<Answer<ErasedAnswer>> {
    const { ticketId, at } = this.story()!.ticket;
    const of = seq === null ? `tickets/${encodeURIComponent(ticketId!)}` : `journal/${seq}`;
    const answer = await ask<ErasedAnswer>('POST', this.address(`${of}/erase`), { reason });
    if (answer.kind === 'ok') await this.readStory(ticketId!, at);
    return answer;
  }

  private async readStory(ticketId: string, at: number): Promise<void> {
    const answer = await ask<TicketStory>('GET', this.address(`tickets/${encodeURIComponent(ticketId)}?on=${localText(at, this.store.timezone()).slice(0, 10)}`));
    if (answer.kind === 'ok') this.story.set(answer.body);
  }

  private async readAlerts(question: Question & { clauseId: string | null }): Promise<void> {
    const answer = await ask<AlertsAnswer>('GET', this.address(`alerts?${new URLSearchParams({ status: 'all', ...this.store.range() })}`));
    if (this.question() !== question) return;
    this.refused.set(answer.kind !== 'ok');
    if (answer.kind !== 'ok') return;
    const ofClause = answer.body.alerts.filter(({ clauseId }) => question.clauseId === null || clauseId === question.clauseId);
    this.alerts.set(ofClause);
    this.read.set(true);
  }

  private address(path: string): string {
    return `/api/v1/halls/${encodeURIComponent(this.store.hallId())}/${path}`;
  }
}
