/** Clauses about tickets: waiting, called, served, parked, sent on. Tickets of earlier days are not judged (A2). */
import { agedBefore } from '../../calendar/working-time.js';
import { bindsService, bindsTicket, type Clause } from '../../standard/clause.js';
import { isOpen, type Ticket, type TicketEventType } from '../../ticket/ticket.js';
import type { Hall } from '../hall.js';
import { judgedFrom } from '../openings.js';
import { lookAt } from '../put-away.js';
import { agedFrom, countingOf } from '../standard-of.js';
import type { Asked, Rule, Standing } from './rule.js';

/** Since when what the clause speaks of is so of the ticket, and from where that counts; null when it is not so. */
interface TicketKind {
  sinceOf(ticket: Ticket, clause: Clause): number | null;
  agedFrom(hall: Hall, clause: Clause, of: { ticket: Ticket; sinceAt: number }): number;
  /** The facts that end it. */
  endedBy: readonly TicketEventType[];
  count?(ticket: Ticket): number;
  tickets?(hall: Hall, clause: Clause, asked: Asked): Iterable<Ticket>;
}

const left = ['service.ended', 'ticket.noShow', 'ticket.abandoned', 'ticket.removed'] as const satisfies TicketEventType[];
const moved = [...left, 'ticket.transferred', 'ticket.parked'] as const satisfies TicketEventType[];
const called = ['ticket.called', 'ticket.recalled', 'service.started'] as const satisfies TicketEventType[];

const unpaused: TicketKind['agedFrom'] = (hall, clause, { ticket, sinceAt }) => agedFrom(countingOf(hall, clause), sinceAt, ticket.pauses);
const unbroken: TicketKind['agedFrom'] = (_hall, _clause, { sinceAt }) => sinceAt;

/** In their order: who came later cannot count from earlier. */
function* queued(hall: Hall, clause: Clause, asked: Asked): Generator<Ticket> {
  for (const [id, { queue }] of hall.services) {
    if (!bindsService(clause, id)) continue;
    for (const ticket of queue) {
      if (ticket.legAt >= asked.until) break;
      yield ticket;
    }
  }
}

const waiting: TicketKind = {
  sinceOf: ({ state, measured, legAt }) => (state === 'waiting' && measured ? legAt : null),
  agedFrom: unpaused,
  endedBy: [...moved, ...called],
  tickets: queued,
};

const answered: TicketKind = {
  sinceOf: ({ state, lastCalledAt }) => (state === 'called' ? lastCalledAt : null),
  agedFrom: unpaused,
  endedBy: [...moved, ...called],
};

const served: TicketKind = {
  sinceOf: ({ state, startedAt }) => (state === 'serving' ? startedAt : null),
  agedFrom(hall, clause, { ticket: { servedMs, servingAt }, sinceAt }) {
    return servedMs === 0 ? servingAt! : Math.max(sinceAt, agedBefore(countingOf(hall, clause), servingAt!, servedMs));
  },
  endedBy: moved,
};

const parked: TicketKind = {
  sinceOf: ({ parkedAt }) => parkedAt,
  agedFrom: unbroken,
  endedBy: [...left, ...called, 'ticket.transferred', 'ticket.resumed'],
};

const sentOn: TicketKind = {
  sinceOf(ticket, { limit }) {
    const least = Math.max(1, Math.ceil(limit));
    if (ticket.transfers < least || !isOpen(ticket)) return null;
    return ticket.facts.filter(({ type }) => type === 'ticket.transferred')[least - 1]?.at ?? null;
  },
  agedFrom: unbroken,
  endedBy: left,
  count: ({ transfers }) => transfers,
};

function tellTicket(kind: TicketKind, { hall, clause, ticket }: { hall: Hall; clause: Clause; ticket: Ticket }): Standing | null {
  const sinceAt = kind.sinceOf(ticket, clause);
  if (sinceAt === null || sinceAt < judgedFrom(hall) || !bindsTicket(clause, ticket)) return null;
  const resumedAt = ticket.pauses.at(-1)?.to ?? 0;
  return {
    subject: { kind: 'ticket', id: ticket.id }, label: ticket.number ?? ticket.id, serviceId: ticket.serviceId,
    counterId: ticket.state === 'waiting' ? null : ticket.counterId, sinceAt,
    agedFrom: kind.agedFrom(hall, clause, { ticket, sinceAt }),
    notBefore: resumedAt > sinceAt ? resumedAt : 0,
    value: kind.count?.(ticket) ?? null,
  };
}

function ruleOf(kind: TicketKind): Rule {
  return {
    each(hall, clause, asked) {
      const from = judgedFrom(hall);
      for (const ticket of kind.tickets?.(hall, clause, asked) ?? hall.tickets.values()) {
        const sinceAt = kind.sinceOf(ticket, clause);
        if (sinceAt !== null && sinceAt >= from && bindsTicket(clause, ticket)) asked.visit(ticket.id, kind.agedFrom(hall, clause, { ticket, sinceAt }));
      }
    },
    tell(hall, clause, id) {
      const ticket = hall.tickets.get(id);
      return ticket ? tellTicket(kind, { hall, clause, ticket }) : null;
    },
    idOf: (_hall, { subject }) => subject.id,
    endedAt(hall, { subject, sinceAt, dueAt, raisedAt }) {
      if (sinceAt !== null && sinceAt < judgedFrom(hall)) return hall.day.startAt;
      const facts = lookAt(hall, subject.id)?.facts ?? [];
      const end = facts.find(({ at, type }) => at >= dueAt && kind.endedBy.includes(type));
      // word that came late: it had ended before it fell due
      return end?.at ?? raisedAt;
    },
  };
}

export const ticketRules = {
  'ticket.wait': ruleOf(waiting),
  'ticket.response': ruleOf(answered),
  'service.time': ruleOf(served),
  'ticket.parked': ruleOf(parked),
  'ticket.transfers': ruleOf(sentOn),
};
