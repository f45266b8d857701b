import { afterRenderEffect, Component, computed, ElementRef, inject, viewChild } from '@angular/core';
import { outcomes, severities, ticketStates } from '../../../shared/glossary/states.js';
import { eventWords } from '../../../shared/glossary/event-types.js';
import { classFields, ERASED, idFields } from '../../../shared/events/texts.js';
import { qualityFlags } from '../../../shared/glossary/quality.js';
import type { Word } from '../../../shared/glossary/word.js';
import type { AlertEntry } from '../../../shared/commands/alert.js';
import type { TicketEntry } from '../../../shared/rows/behind.js';
import { Session } from '../feed/session';
import { meanMinutes, timeOfDay, timeWithSeconds, UNKNOWN, whole } from '../hall/format';
import { localText } from '../hall/local-time';
import { label, t } from '../ui/lang';
import { Behind, type Question } from './behind';
import { EraseForm } from './erase-form';
import { ReportStore } from './report-store';

/** Beside the report: the tickets or alerts behind a number, and the events behind a ticket. */
@Component({
  selector: 'hb-behind-sheet',
  imports: [EraseForm],
  templateUrl: './behind-sheet.html',
})
export class BehindSheet {
  private readonly store = inject(ReportStore);
  private readonly session = inject(Session);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('sheet');
  protected readonly behind = inject(Behind);
  protected readonly t = t;
  protected readonly isAdmin = computed(() => this.session.who()?.role === 'admin');
  protected readonly names = computed(() => this.store.report()?.names ?? { services: {}, counters: {} });
  protected readonly events = computed(() => (this.behind.story()?.events ?? []).map(({ seq, at, type, data, quality }) => ({
    seq,
    time: timeWithSeconds(at, this.store.timezone()),
    word: wordOf(eventWords, type),
    said: Object.entries(data).filter(([key]) => key !== 'ticketId').map(([key, value]) => `${key} ${value === ERASED ? '—' : String(value)}`).join(' · '),
    isErased: Object.values(data).includes(ERASED),
    mayBeErased: this.isAdmin() && Object.entries(data).some(isFreeText),
    flags: quality.map((flag) => wordOf(qualityFlags, flag)),
  })));

  constructor() {
    afterRenderEffect(() => {
      const sheet = this.dialog().nativeElement;
      if (this.behind.question() === null) sheet.close();
      else if (!sheet.open) sheet.showModal();
    });
  }

  protected said(question: Question): string {
    const [isOfTickets, more] = ['query' in question, this.behind.more()];
    const count = isOfTickets ? this.behind.tickets().length : this.behind.alerts().length;
    if (more) return t().sheetFirst(count);
    return isOfTickets ? t().sheetTotal(count) : t().sheetAlerts(count);
  }

  /** What it counted with: minutes, or a level. */
  protected counted({ value }: TicketEntry): string {
    const question = this.behind.question();
    const isLevel = question !== null && 'query' in question && question.query.figure?.startsWith('rating');
    return isLevel ? whole(value) : this.length(value);
  }

  protected alertWord({ severity, label: subject }: AlertEntry): string {
    return `${label(severities[severity])} · ${subject}`;
  }

  protected moment(at: number | null): string {
    if (at === null) return UNKNOWN;
    return this.store.single() ? timeOfDay(at, this.store.timezone()) : localText(at, this.store.timezone()).slice(5).replace('T', ' ');
  }

  protected length(ms: number | null): string {
    return ms === null ? UNKNOWN : (meanMinutes(ms) as number).toFixed(1);
  }

  protected outcome({ outcome }: TicketEntry): string {
    const words: Record<string, string> = { noShow: t().outcomeNoShow, abandoned: t().outcomeAbandoned, removed: t().outcomeRemoved };
    return outcome === null ? t().outcomeOpen : (words[outcome] ?? wordOf({ ...outcomes, ...ticketStates }, outcome));
  }
}

function isFreeText([key, value]: [string, unknown]): boolean {
  return typeof value === 'string' && value !== ERASED && !idFields.has(key) && !classFields.has(key);
}

function wordOf(words: Record<string, Word>, id: string): string {
  const word = words[id];
  return word ? label(word) : id;
}
