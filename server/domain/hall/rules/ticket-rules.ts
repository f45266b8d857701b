/** Clauses about tickets: waiting, called, served, parked, sent on. Tickets of earlier days are not judged (A2). */
import { agedBefore } from '../../calendar/working-time.js';
import { bindsService, bindsTicket, type Clause } from '../../standard/clause.js';
import { isOpen, type Ticket } from '../../ticket/ticket.js';
import type { Hall } from '../hall.js';
import { judgedFrom } from '../openings.js';
import { agedFrom, countingOf } from '../standard-of.js';
import type { Rule, Standing } from './rule.js';

/** Since when what the clause speaks of is so of the ticket, and from where that counts; null when it is not so. */
interface TicketKind {
  sinceOf(ticket: Ticket, clause: Clause): number | null;
  agedFrom(hall: Hall, clause: Clause, of: { ticket: Ticket; sinceAt: number }): number;
  /** When it ended, where the ticket itself remembers. */
  endOf?(ticket: Ticket): number | null;
  valueOf?(ticket: Ticket): number;
  tickets?(hall: Hall, clause: Clause): Iterable<Ticket>;
}

const unpaused: TicketKind['agedFrom'] = (hall, clause, { ticket, sinceAt }) => agedFrom(countingOf(hall, clause), sinceAt, ticket.pauses);

function* queued(hall: Hall, clause: Clause): Generator<Ticket> {
  for (const [id, { queue }] of hall.services) if (bindsService(clause, id)) yield* queue;
}

const kinds = {
  'ticket.wait': {
    sinceOf: ({ state, measured, legAt }) => (state === 'waiting' && measured ? legAt : null),
    agedFrom: unpaused,
    endOf: ({ calledAt }) => calledAt,
    tickets: queued,
  },
  'ticket.response': {
    sinceOf: ({ state, lastCalledAt }) => (state === 'called' ? lastCalledAt : null),
    agedFrom: unpaused,
    endOf: ({ startedAt }) => startedAt,
  },
  'service.time': {
    sinceOf: ({ state, startedAt }) => (state === 'serving' ? startedAt : null),
    agedFrom(hall, clause, { ticket: { servedMs, servingAt }, sinceAt }) {
      return servedMs === 0 ? servingAt! : Math.max(sinceAt, agedBefore(countingOf(hall, clause), servingAt!, servedMs));
    },
  },
  'ticket.parked': {
    sinceOf: ({ parkedAt }) => parkedAt,
    agedFrom: (_hall, _clause, { sinceAt }) => sinceAt,
  },
  'ticket.transfers': {
    sinceOf(ticket, { limit }) {
      const least = Math.max(1, limit);
      if (ticket.transfers < least || !isOpen(ticket)) return null;
      return ticket.facts.filter(({ type }) => type === 'ticket.transferred')[Math.ceil(least) - 1]?.at ?? null;
    },
    agedFrom: (_hall, _clause, { sinceAt }) => sinceAt,
    valueOf: ({ transfers }) => transfers,
  },
} as const satisfies Record<string, TicketKind>;

function tellTicket(kind: TicketKind, { hall, clause, ticket }: { hall: Hall; clause: Clause; ticket: Ticket }): Standing | null {
  const sinceAt = kind.sinceOf(ticket, clause);
  if (sinceAt === null || sinceAt < judgedFrom(hall) || !bindsTicket(clause, ticket)) return null;
  const resumedAt = ticket.pauses.at(-1)?.to ?? 0;
  return {
    subject: { kind: 'ticket', id: ticket.id }, label: ticket.number ?? ticket.id, serviceId: ticket.serviceId,
    counterId: ticket.state === 'waiting' ? null : ticket.counterId, sinceAt,
    agedFrom: kind.agedFrom(hall, clause, { ticket, sinceAt }),
    notBefore: resumedAt > sinceAt ? resumedAt : 0,
    value: kind.valueOf?.(ticket) ?? null,
  };
}

function ruleOf(kind: TicketKind): Rule {
  return {
    each(hall, clause, visit) {
      const from = judgedFrom(hall);
      for (const ticket of kind.tickets?.(hall, clause) ?? hall.tickets.values()) {
        const sinceAt = kind.sinceOf(ticket, clause);
        if (sinceAt !== null && sinceAt >= from && bindsTicket(clause, ticket)) visit(ticket.id, kind.agedFrom(hall, clause, { ticket, sinceAt }));
      }
    },
    tell(hall, clause, id) {
      const ticket = hall.tickets.get(id);
      return ticket ? tellTicket(kind, { hall, clause, ticket }) : null;
    },
    idOf: ({ subject }) => subject.id,
    endedAt(hall, { subject, sinceAt }) {
      if (sinceAt !== null && sinceAt < judgedFrom(hall)) return hall.day.startAt;
      const ticket = hall.tickets.get(subject.id);
      return ticket ? (kind.endOf?.(ticket) ?? ticket.facts.at(-1)?.at ?? hall.now) : hall.now;
    },
  };
}

export const ticketRules = {
  'ticket.wait': ruleOf(kinds['ticket.wait']),
  'ticket.response': ruleOf(kinds['ticket.response']),
  'service.time': ruleOf(kinds['service.time']),
  'ticket.parked': ruleOf(kinds['ticket.parked']),
  'ticket.transfers': ruleOf(kinds['ticket.transfers']),
};
