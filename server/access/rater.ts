/**
 * Who rated is for supervisors alone: everybody else who may read a hall gets its ratings without the ticket, the words and the
 * dimensions, by which the people at a counter would know whom they served.
 */
import type { CaseEntry } from '../../shared/commands/cases.js';
import type { AlertRow } from '../../shared/rows/rows.js';
import type { TicketEntry } from '../../shared/rows/behind.js';

type Spoken = Pick<AlertRow, 'kind' | 'subject' | 'label' | 'counterId'>;
type Words = Record<string, unknown>;

const UNNAMED = '·';

/** A bad rating's alert stands for its counter. */
export function withoutRater<T extends Spoken>(alert: T): T {
  if (alert.kind !== 'rating.bad' || alert.subject.kind !== 'ticket') return alert;
  const id = alert.counterId ?? UNNAMED;
  return { ...alert, subject: { kind: 'counter', id }, label: id };
}

export function caseWithoutRater<T extends Pick<CaseEntry, 'channel' | 'ticketId' | 'text'>>(one: T): T {
  return one.channel === 'rating' ? { ...one, ticketId: null, text: null } : one;
}

export function ticketWithoutRating(ticket: TicketEntry): TicketEntry {
  return { ...ticket, rating: null };
}

interface Told {
  id: string;
  type: string;
  data: Words;
}

/** An event of the journal, own ones included. */
export function eventWithoutRater<T extends Told>(event: T): T {
  const { type, data } = event;
  if (type.startsWith('rating.')) return { ...event, id: UNNAMED, data: without(data, ['ticketId', 'comment', 'dimensions']) };
  if (type === 'event.corrected' && 'level' in ((data['data'] ?? {}) as Words)) return { ...event, data: without(data, ['id', 'data']) };
  if (type === 'alert.raised') return { ...event, data: withoutRater(data as unknown as Spoken) };
  if (type === 'case.opened' && data['channel'] === 'rating') return { ...event, data: without(data, ['ticketId', 'text']) };
  return event;
}

function without(data: Words, names: readonly string[]): Words {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}
