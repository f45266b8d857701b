/**
 * One ticket 号票 from issue to end, as a small state machine over its facts in (at, seq) order. `stepTicket` takes the
 * next fact and says, through `Out`, what there is to count and which counter the ticket engages; nothing else leaves it.
 * A ticket seen first by a call counts as issued there (`noIssue`), so that every day's balance holds.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import type { RatingDimension } from '../../../shared/glossary/ratings.js';
import type { Engagement } from '../counter/engagement.js';

export type TicketEventType =
  | 'ticket.issued' | 'ticket.called' | 'ticket.recalled' | 'service.started' | 'service.ended'
  | 'ticket.noShow' | 'ticket.abandoned' | 'ticket.removed' | 'ticket.parked' | 'ticket.resumed' | 'ticket.transferred'
  | 'rating.requested' | 'rating.given' | 'rating.defaulted';

export interface TicketFact {
  seq: number;
  at: number;
  type: TicketEventType;
  counterId?: string;
  staffId?: string;
  number?: string;
  serviceId?: string;
  customerClass?: string;
  outcome?: 'completed' | 'returned' | 'referred';
  level?: number;
  comment?: string;
  /** The dimension that a bad rating names as the worst. */
  cause?: RatingDimension;
  toServiceId?: string;
  toCounterId?: string;
}

export type OpenState = 'waiting' | 'called' | 'serving' | 'parked';

export interface Pause {
  from: number;
  to: number;
}

/** A leg of waiting, as its limit counts it. */
export type Wait = Pick<Ticket, 'legAt' | 'pauses' | 'customerClass'>;

export interface Ticket {
  id: string;
  /** In (at, seq) order. */
  facts: TicketFact[];
  state: 'unseen' | OpenState | 'ended';
  number: string | null;
  customerClass: string | null;
  serviceId: string | null;
  counterId: string | null;
  staffId: string | null;
  /** When the present leg of waiting began: the issue, or the last transfer. */
  legAt: number;
  /** False when the leg began with no issue on record: such a wait is not known and not counted. */
  measured: boolean;
  /** First and last call of this leg; start of the running stretch of service; service of earlier stretches. */
  calledAt: number | null;
  lastCalledAt: number | null;
  servingAt: number | null;
  startedAt: number | null;
  servedMs: number;
  parkedFrom: OpenState | null;
  parkedAt: number | null;
  /** When it was parked in this leg, each until it was taken up again; never changed in place. */
  pauses: readonly Pause[];
  /** How often it was sent on. */
  transfers: number;
  /** How it ended, kept so that a ticket that comes back can take it back. */
  ending: Mark | null;
  /** It was open when the hall's present day began, in this service (null: none named); undefined: it was not. */
  carriedIn: string | null | undefined;
  /** What the hall's clock showed when the ticket was last heard of. */
  heardAt: number;
}

interface Who {
  at: number;
  serviceId: string | null;
  counterId: string | null;
  staffId: string | null;
}

/** Something to count, at its own instant, for the service, counter and person it names. Lengths in ms, null when not known. */
export type Mark = Who &
  (
    | { kind: 'issued' | 'transferredIn' | 'transferredOut' | 'noShow' | 'removed' | 'queued' | 'dequeued' }
    | ({ kind: 'called'; waitMs: number | null } & Wait)
    | { kind: 'started'; waitToServiceMs: number | null; walkMs: number | null }
    | { kind: 'ended'; outcome: 'completed' | 'returned' | 'referred'; serviceMs: number | null }
    | ({ kind: 'abandoned'; abandonMs: number | null } & Wait)
    | { kind: 'ratingRequested' | 'ratingDefaulted' }
    | { kind: 'ratingGiven'; level: number; ticketId: string | null; label: string | null; comment: string | null; cause: RatingDimension | null }
  );

/** What leaves the state machine. */
export interface Out {
  count(mark: Mark, sign: 1 | -1): void;
  engage(counterId: string, engagement: Engagement): void;
  release(counterId: string, ticketId: string, when: { at: number; seq: number }): void;
  flag(flag: QualityFlag): void;
}

export function newTicket(id: string): Ticket {
  return {
    id, facts: [], state: 'unseen', number: null, customerClass: null, serviceId: null, counterId: null, staffId: null,
    legAt: 0, measured: false, calledAt: null, lastCalledAt: null, servingAt: null, startedAt: null, servedMs: 0,
    parkedFrom: null, parkedAt: null, pauses: [], transfers: 0, ending: null, carriedIn: undefined, heardAt: 0,
  };
}

/** The ticket as it was before its first fact; the facts stay. What the issue says of it is known from the start. */
export function rewindTicket(ticket: Ticket): void {
  const { id, facts, heardAt } = ticket;
  Object.assign(ticket, newTicket(id), { facts, heardAt });
  const issue = facts.find((fact) => fact.type === 'ticket.issued');
  if (issue) describe(ticket, issue);
}

export function describe(ticket: Ticket, issue: TicketFact): void {
  ticket.number = issue.number ?? null;
  ticket.customerClass = issue.customerClass ?? null;
  ticket.serviceId = issue.serviceId ?? null;
}

export function isOpen(ticket: Ticket): boolean {
  return ticket.state !== 'unseen' && ticket.state !== 'ended';
}
