/** Ended tickets, put away as text and taken up again as they were: what they are follows from their facts alone. */
import { stepTicket } from '../ticket/step-ticket.js';
import { isOpen, newTicket, rewindTicket, type Mark, type Out, type Ticket, type TicketFact } from '../ticket/ticket.js';
import type { Hall } from './hall.js';

/** Tickets that have ended and are not being changed any more go out of hand. */
export function putAway(hall: Hall, ids: Iterable<string>): void {
  for (const id of ids) {
    const ticket = hall.tickets.get(id);
    if (ticket?.state !== 'ended') continue;
    hall.ended.set(id, toText(ticket));
    hall.tickets.delete(id);
  }
}

/** The ticket at hand, as it was; undefined when the hall has none of that id. */
export function takeUp(hall: Hall, id: string): Ticket | undefined {
  const text = hall.ended.get(id);
  if (text === undefined) return hall.tickets.get(id);
  const ticket = takeOut(hall, id, text);
  playQuietly(hall, ticket);
  return ticket;
}

/** What is known of the ticket, wherever it is, leaving it there: its facts alone if it was put away. */
export function lookAt(hall: Hall, id: string): Ticket | undefined {
  const text = hall.ended.get(id);
  return text === undefined ? hall.tickets.get(id) : fromText(id, text);
}

/** All of them at hand, for a day to be counted anew; their facts alone, for they are played again by whoever asks. */
export function takeUpAll(hall: Hall): void {
  for (const [id, text] of hall.ended) takeOut(hall, id, text);
}

const types = [
  'ticket.issued', 'ticket.called', 'ticket.recalled', 'service.started', 'service.ended', 'ticket.noShow', 'ticket.abandoned',
  'ticket.removed', 'ticket.parked', 'ticket.resumed', 'ticket.transferred', 'rating.requested', 'rating.given', 'rating.defaulted',
] as const satisfies TicketFact['type'][];
const fields = ['counterId', 'staffId', 'number', 'serviceId', 'customerClass', 'outcome', 'level', 'toServiceId', 'toCounterId', 'cause'] as const;

/** `[heardAt, [seq, at − heardAt, type, …fields that are there, by their place], …]`: a tenth of what the objects take. */
function toText({ heardAt, facts }: Ticket): string {
  const lists = facts.map((fact) => {
    const list: (string | number | null)[] = [fact.seq, fact.at - heardAt, types.indexOf(fact.type)];
    fields.forEach((field, index) => {
      if (fact[field] === undefined) return;
      while (list.length < 3 + index) list.push(null);
      list.push(fact[field]);
    });
    return list;
  });
  return JSON.stringify([heardAt, ...lists]);
}

function fromText(id: string, text: string): Ticket {
  const [heardAt, ...lists] = JSON.parse(text) as [number, ...[number, number, number, ...(string | number | null)[]][]];
  const ticket = newTicket(id);
  ticket.heardAt = heardAt;
  ticket.facts = lists.map(([seq, since, type, ...values]) => {
    const fact: TicketFact = { seq, at: heardAt + since, type: types[type]! };
    values.forEach((value, index) => {
      if (value !== null) Object.assign(fact, { [fields[index]!]: value });
    });
    return fact;
  });
  return ticket;
}

function takeOut(hall: Hall, id: string, text: string): Ticket {
  const ticket = fromText(id, text);
  hall.tickets.set(id, ticket);
  hall.ended.delete(id);
  return ticket;
}

/** Whether a ticket that was put away holds the fact of this seq. */
export function holdsFact(text: string, seq: number): boolean {
  return text.includes(`[${seq},`);
}

const nothing = () => undefined;

/** Plays the ticket from its first fact on for its own state alone; what it would count is the answer. */
export function playQuietly(hall: Hall, ticket: Ticket): [Mark, 1 | -1][] {
  const counted: [Mark, 1 | -1][] = [];
  const out: Out = { count: (mark, times) => counted.push([mark, times]), engage: nothing, release: nothing, flag: nothing };
  rewindTicket(ticket);
  for (const fact of ticket.facts) stepInDay(hall, ticket, { fact, out });
  return counted;
}

/** One step, and whether the ticket was open when the day began: facts before the day say so, or one that takes its ending back. */
export function stepInDay(hall: Hall, ticket: Ticket, { fact, out }: { fact: TicketFact; out: Out }): void {
  const { startAt } = hall.day;
  const ended = ticket.ending;
  stepTicket(ticket, fact, out);
  if (fact.at < startAt) ticket.carriedIn = isOpen(ticket) ? ticket.serviceId : undefined;
  // T3: an ending of an earlier day that is taken back today leaves the ticket open over midnight
  else if (ended && ended.kind !== 'ended' && ended.at < startAt && isOpen(ticket)) ticket.carriedIn = ended.serviceId;
}
