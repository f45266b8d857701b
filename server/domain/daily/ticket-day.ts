/**
 * A ticket through one day: played from its first fact on in (at, seq) order, it tells what it counted, where it stood at the
 * day's bounds and hours, and which of its waits were cut short. What is taken back within the day leaves nothing behind.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import type { Day } from '../calendar/day.js';
import type { Engagement } from '../counter/engagement.js';
import { stepTicket } from '../ticket/step-ticket.js';
import { isOpen, newTicket, rewindTicket, type Mark, type OpenState, type Out, type Ticket, type TicketFact } from '../ticket/ticket.js';

export interface TicketOut {
  mark(mark: Mark): void;
  /** Where an open ticket stood at a bound; `wait` of one that waits, uncalled, since a known instant. */
  stood(bound: number, state: OpenState, ticket: Pick<Ticket, 'serviceId' | 'counterId' | 'staffId'> & { wait: Ticket | null }): void;
  /** Somebody waited so long and was not called. */
  cut(wait: { serviceId: string | null; lengthMs: number }): void;
  engaged(counterId: string, engagement: Engagement): void;
  flag(flag: QualityFlag, fact: TicketFact): void;
}

/** The day, and the instants at which is asked where a ticket stands: its start, its hours, and where it is cut. */
export interface Bounds {
  day: Day;
  bounds: readonly number[];
}

interface Cut {
  at: number;
  serviceId: string | null;
  lengthMs: number;
}

export class TicketDay implements Out {
  private marks: Mark[] = [];
  private cuts: Cut[] = [];
  private engagements: [string, Engagement][] = [];
  /** The ending that the fact in hand took back. */
  private undone: Mark | null = null;
  private fact!: TicketFact;
  private bound = 0;

  constructor(
    private readonly of: Bounds,
    private readonly out: TicketOut,
  ) {}

  play(id: string, facts: TicketFact[]): Ticket {
    const ticket = newTicket(id);
    ticket.facts = facts;
    rewindTicket(ticket);
    [this.marks, this.cuts, this.engagements, this.bound] = [[], [], [], 0];
    for (const fact of facts) {
      this.standUntil(ticket, fact.at);
      this.take(ticket, fact);
    }
    this.standUntil(ticket, Infinity);
    for (const mark of this.marks) this.out.mark(mark);
    for (const cut of this.cuts) if (cut.at >= this.of.day.startAt) this.out.cut(cut);
    for (const [counterId, engagement] of this.engagements) this.out.engaged(counterId, engagement);
    return ticket;
  }

  private take(ticket: Ticket, fact: TicketFact): void {
    const { state, parkedFrom, measured, calledAt, legAt, serviceId, transfers } = ticket;
    const waited = measured && calledAt === null && (state === 'waiting' || (state === 'parked' && parkedFrom === 'waiting'));
    this.fact = fact;
    this.undone = null;
    stepTicket(ticket, fact, this);
    if (this.undone) this.standAgain(this.undone, fact.at);
    if (waited && (ticket.state === 'ended' ? fact.type !== 'service.ended' : ticket.transfers > transfers)) {
      this.cuts.push({ at: fact.at, serviceId, lengthMs: fact.at - legAt });
    }
  }

  /** At a bound it stands as it did before whatever happened at that instant. */
  private standUntil(ticket: Ticket, at: number): void {
    const { bounds } = this.of;
    for (; this.bound < bounds.length && bounds[this.bound]! <= at; this.bound++) {
      if (!isOpen(ticket)) continue;
      const { state, measured, calledAt, parkedFrom } = ticket;
      const waits = measured && calledAt === null && (state === 'waiting' || parkedFrom === 'waiting');
      this.out.stood(this.bound, state as OpenState, { ...placeOf(ticket), wait: waits ? ticket : null });
    }
  }

  /** T3: an ending that is taken back never was; the ticket was open all the while. */
  private standAgain({ at: endedAt, serviceId }: Mark, at: number): void {
    const { bounds } = this.of;
    bounds.forEach((bound, index) => {
      if (bound > endedAt && bound <= at) this.out.stood(index, 'waiting', { serviceId, counterId: null, staffId: null, wait: null });
    });
    if (this.cuts.at(-1)?.at === endedAt) this.cuts.pop();
  }

  count(mark: Mark, times: 1 | -1): void {
    if (times === -1) {
      this.undone = mark;
      this.marks = this.marks.filter((one) => one !== mark);
    } else if (mark.at >= this.of.day.startAt) this.marks.push(mark);
  }

  engage(counterId: string, engagement: Engagement): void {
    this.engagements.push([counterId, engagement]);
  }

  release(counterId: string, _ticketId: string, { at, seq }: { at: number; seq: number }): void {
    const found = this.engagements.findLast(([id, { endAt }]) => id === counterId && endAt === null);
    if (found) Object.assign(found[1], { endAt: at, endSeq: seq });
  }

  flag(flag: QualityFlag): void {
    if (this.fact.at >= this.of.day.startAt) this.out.flag(flag, this.fact);
  }
}

function placeOf({ serviceId, counterId, staffId }: Ticket): Pick<Ticket, 'serviceId' | 'counterId' | 'staffId'> {
  return { serviceId, counterId, staffId };
}
