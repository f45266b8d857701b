/**
 * Puts a fact into its ticket. In order it is one step; out of order the ticket's marks are taken back, the fact is put in
 * its place and the ticket is played again, so that the outcome is that of the facts in (at, seq) order.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { engageCounter, forgetTicket, isServingAt, isShutAt, releaseCounter, type Counter } from '../counter/counter.js';
import type { Engagement } from '../counter/engagement.js';
import { placeAmong } from '../event/fact.js';
import { isOpen, newTicket, rewindTicket, type Mark, type Out, type Ticket, type TicketFact } from '../ticket/ticket.js';
import { countMark, gaugeTicket } from './count.js';
import { counterOf, type Hall } from './hall.js';
import { playQuietly, stepInDay, takeUp } from './put-away.js';

/** Ended tickets of earlier days that are remembered for late facts; a month posted at once must not stay in memory. */
const PAST_KEPT = 20_000;

type Flag = (flag: QualityFlag) => void;
const noFlag: Flag = () => undefined;

export function addTicketFact(hall: Hall, { ticketId, fact, heardAt }: { ticketId: string; fact: TicketFact; heardAt: number }, flag: Flag): void {
  const ticket = takeUp(hall, ticketId) ?? newTicketOf(hall, ticketId);
  ticket.heardAt = heardAt;
  const index = placeAmong(ticket.facts, fact);
  const late = index < ticket.facts.length;
  if (late) flag('outOfOrder');
  const firstIssue = fact.type === 'ticket.issued' && ticket.facts.length > 0 && ticket.facts.every(({ type }) => type !== 'ticket.issued');
  gaugeTicket(hall, ticket, -1);
  if (late || firstIssue) {
    takeBack(hall, ticket);
    ticket.facts.splice(index, 0, fact);
    play(hall, ticket, { of: fact, flag });
  } else {
    ticket.facts.push(fact);
    stepInDay(hall, ticket, { fact, out: outOf(hall, flag) });
  }
  gaugeTicket(hall, ticket, 1);
  hall.dirty.tickets.add(ticketId);
  rememberPast(hall, ticket, fact);
}

function newTicketOf(hall: Hall, id: string): Ticket {
  const ticket = newTicket(id);
  hall.tickets.set(id, ticket);
  return ticket;
}

/** Takes a fact out again (a correction voids it). Its instant, null when the ticket has none of that seq. */
export function removeTicketFact(hall: Hall, ticketId: string, seq: number): number | null {
  const ticket = takeUp(hall, ticketId);
  const index = ticket ? ticket.facts.findIndex((fact) => fact.seq === seq) : -1;
  if (!ticket || index < 0) return null;
  gaugeTicket(hall, ticket, -1);
  takeBack(hall, ticket);
  const [fact] = ticket.facts.splice(index, 1);
  play(hall, ticket, null);
  gaugeTicket(hall, ticket, 1);
  hall.dirty.tickets.add(ticketId);
  return fact!.at;
}

/** What a ticket's steps lead to in its hall; one for each hall, told before use who hears of flags. */
class HallOut implements Out {
  heard: Flag = noFlag;

  constructor(private readonly hall: Hall) {}

  count(mark: Mark, times: 1 | -1): void {
    countMark(this.hall, mark, times);
  }

  engage(counterId: string, engagement: Engagement): void {
    const counter = this.touch(counterId);
    const { kind, startAt: at, startSeq: seq } = engagement;
    if (this.heard !== noFlag && isShutAt(counter, { at, seq })) this.heard('counterNotOpen');
    if (this.heard !== noFlag && kind === 'serving' && isServingAt(counter, at)) this.heard('counterBusy');
    engageCounter(counter, engagement, this.hall.day.startAt);
  }

  release(counterId: string, ticketId: string, when: { at: number; seq: number }): void {
    releaseCounter(this.touch(counterId), { ticketId, when }, this.hall.day.startAt);
  }

  flag(flag: QualityFlag): void {
    this.heard(flag);
  }

  private touch(counterId: string): Counter {
    this.hall.moved.counters.add(counterId);
    this.hall.dirty.counters.add(counterId);
    return counterOf(this.hall, counterId).counter;
  }
}

const outs = new WeakMap<Hall, HallOut>();

function outOf(hall: Hall, heard: Flag): Out {
  let out = outs.get(hall);
  if (!out) outs.set(hall, (out = new HallOut(hall)));
  out.heard = heard;
  return out;
}

/** Last in, first out: a mark that was counted and taken back again was never there to be taken back first. */
function takeBack(hall: Hall, ticket: Ticket): void {
  for (const [mark, times] of playQuietly(hall, ticket).reverse()) countMark(hall, mark, times === 1 ? -1 : 1);
  const counterIds = new Set(ticket.facts.flatMap(({ counterId, toCounterId }) => [counterId, toCounterId]));
  for (const counterId of counterIds) {
    if (!counterId) continue;
    forgetTicket(counterOf(hall, counterId).counter, ticket.id);
    hall.moved.counters.add(counterId);
    hall.dirty.counters.add(counterId);
  }
}

/** Plays the ticket from its first fact on; flags are those of the one new fact. */
export function play(hall: Hall, ticket: Ticket, fresh: { of: TicketFact; flag: Flag } | null): void {
  rewindTicket(ticket);
  for (const fact of ticket.facts) stepInDay(hall, ticket, { fact, out: outOf(hall, fresh?.of === fact ? fresh.flag : noFlag) });
}

function rememberPast(hall: Hall, ticket: Ticket, fact: TicketFact): void {
  hall.past.delete(ticket.id);
  if (isOpen(ticket) || fact.at >= hall.day.startAt || ticket.facts.at(-1)!.at >= hall.day.startAt) return;
  hall.past.add(ticket.id);
  if (hall.past.size <= PAST_KEPT) return;
  const oldest: string = hall.past.values().next().value!;
  hall.past.delete(oldest);
  hall.tickets.delete(oldest);
  hall.ended.delete(oldest);
}
