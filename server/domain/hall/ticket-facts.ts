/**
 * Puts a fact into its ticket. In order it is one step; out of order the ticket's marks are taken back, the fact is put in
 * its place and the ticket is played again, so that the outcome is that of the facts in (at, seq) order.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { engageCounter, forgetTicket, releaseCounter, type Counter } from '../counter/counter.js';
import type { Engagement } from '../counter/engagement.js';
import { placeAmong } from '../event/fact.js';
import { stepTicket } from '../ticket/step-ticket.js';
import { isOpen, rewindTicket, type Mark, type Out, type Ticket, type TicketFact } from '../ticket/ticket.js';
import { countMark, gaugeTicket } from './count.js';
import { counterOf, ticketOf, type Hall } from './hall.js';

/** Ended tickets of earlier days that are remembered for late facts; a month posted at once must not stay in memory. */
const PAST_KEPT = 20_000;

type Flag = (flag: QualityFlag) => void;
const noFlag: Flag = () => undefined;

export function addTicketFact(hall: Hall, { ticketId, fact, heardAt }: { ticketId: string; fact: TicketFact; heardAt: number }, flag: Flag): void {
  const ticket = ticketOf(hall, ticketId);
  ticket.heardAt = heardAt;
  const index = placeAmong(ticket.facts, fact);
  const late = index < ticket.facts.length;
  if (late) flag('outOfOrder');
  const firstIssue = fact.type === 'ticket.issued' && ticket.facts.length > 0 && !ticket.facts.some(({ type }) => type === fact.type);
  gaugeTicket(hall, ticket, -1);
  if (late || firstIssue) {
    takeBack(hall, ticket);
    ticket.facts.splice(index, 0, fact);
    play(hall, ticket, { of: fact, flag });
  } else {
    ticket.facts.push(fact);
    step(hall, ticket, { fact, out: outOf(hall, 1, flag) });
  }
  gaugeTicket(hall, ticket, 1);
  hall.dirty.tickets.add(ticketId);
  rememberPast(hall, ticket, fact);
}

/** Takes a fact out again (a correction voids it). */
export function removeTicketFact(hall: Hall, ticketId: string, seq: number): void {
  const ticket = hall.tickets.get(ticketId);
  const index = ticket ? ticket.facts.findIndex((fact) => fact.seq === seq) : -1;
  if (!ticket || index < 0) return;
  gaugeTicket(hall, ticket, -1);
  takeBack(hall, ticket);
  ticket.facts.splice(index, 1);
  play(hall, ticket, null);
  gaugeTicket(hall, ticket, 1);
  hall.dirty.tickets.add(ticketId);
}

/** What a ticket's steps lead to in its hall; one for each hall, told before use which way to count and who hears of flags. */
class HallOut implements Out {
  sign: 1 | -1 = 1;
  heard: Flag = noFlag;

  constructor(private readonly hall: Hall) {}

  count(mark: Mark, times: 1 | -1): void {
    countMark(this.hall, mark, this.sign === times ? 1 : -1);
  }

  engage(counterId: string, engagement: Engagement): void {
    if (this.sign === -1) return;
    const counter = this.touch(counterId);
    if (counter.facts.length > 0 && counter.base !== 'open') this.heard('counterNotOpen');
    if (engagement.kind === 'serving' && counter.active.some(({ kind }) => kind === 'serving')) this.heard('counterBusy');
    engageCounter(counter, engagement, this.hall.day.startAt);
  }

  release(counterId: string, ticketId: string, at: number): void {
    if (this.sign === 1) releaseCounter(this.touch(counterId), { ticketId, at }, this.hall.day.startAt);
  }

  flag(flag: QualityFlag): void {
    this.heard(flag);
  }

  private touch(counterId: string): Counter {
    this.hall.dirty.counters.add(counterId);
    return counterOf(this.hall, counterId).counter;
  }
}

const outs = new WeakMap<Hall, HallOut>();

function outOf(hall: Hall, sign: 1 | -1, heard: Flag): Out {
  let out = outs.get(hall);
  if (!out) outs.set(hall, (out = new HallOut(hall)));
  out.sign = sign;
  out.heard = heard;
  return out;
}

/** One step, and whether the ticket was open when the day began: only facts before the day can change that. */
function step(hall: Hall, ticket: Ticket, { fact, out }: { fact: TicketFact; out: Out }): void {
  stepTicket(ticket, fact, out);
  if (fact.at < hall.day.startAt) ticket.carriedIn = isOpen(ticket) ? ticket.serviceId : undefined;
}

function takeBack(hall: Hall, ticket: Ticket): void {
  const out = outOf(hall, -1, noFlag);
  rewindTicket(ticket);
  for (const fact of ticket.facts) step(hall, ticket, { fact, out });
  const counterIds = new Set(ticket.facts.flatMap(({ counterId, toCounterId }) => [counterId, toCounterId]));
  for (const counterId of counterIds) {
    if (counterId) forgetTicket(counterOf(hall, counterId).counter, ticket.id);
  }
}

/** Plays the ticket from its first fact on; flags are those of the one new fact. */
export function play(hall: Hall, ticket: Ticket, fresh: { of: TicketFact; flag: Flag } | null): void {
  rewindTicket(ticket);
  for (const fact of ticket.facts) step(hall, ticket, { fact, out: outOf(hall, 1, fresh?.of === fact ? fresh.flag : noFlag) });
}

function rememberPast(hall: Hall, ticket: Ticket, fact: TicketFact): void {
  hall.past.delete(ticket.id);
  if (isOpen(ticket) || fact.at >= hall.day.startAt || ticket.facts.at(-1)!.at >= hall.day.startAt) return;
  hall.past.add(ticket.id);
  if (hall.past.size <= PAST_KEPT) return;
  const oldest: string = hall.past.values().next().value!;
  hall.past.delete(oldest);
  hall.tickets.delete(oldest);
}
