/** What each figure of a day counted, ticket by ticket: read off the hall as it stood when the time that is asked for ended. */
import type { CountedFigure, TicketEntry } from '../../../shared/rows/behind.js';
import { isOpen, newTicket, type Mark, type Out, type Ticket } from '../ticket/ticket.js';
import { stepTicket } from '../ticket/step-ticket.js';
import type { Hall } from './hall.js';
import { lookAt, playQuietly } from './put-away.js';
import { waitsReached, wasWithin } from './standard-of.js';

/** A ticket counts there, at that instant; for `value` see TicketEntry. */
export interface Counted extends Pick<Mark, 'at' | 'serviceId' | 'counterId' | 'staffId'> {
  figure: CountedFigure | null;
  value: number | null;
}

/** `from` inclusive; `to`, exclusive, is where the hall stands. It may be a part of what was asked for, which began at `since`. */
interface Time {
  since: number;
  from: number;
  to: number;
}

const nothing = () => undefined;
const silent: Out = { count: nothing, engage: nothing, release: nothing, flag: nothing };

/** The ticket's own marks that stand; one that was taken back never was. */
function marksOf(hall: Hall, ticket: Ticket): Mark[] {
  const marks: Mark[] = [];
  for (const [mark, times] of playQuietly(hall, ticket)) {
    if (times === 1) marks.push(mark);
    else marks.splice(marks.lastIndexOf(mark), 1);
  }
  return marks;
}

const endings = { completed: 'tickets.served', returned: 'tickets.returned', referred: 'tickets.referred' } as const;

/** The figures that a mark counts in, each with its value. */
function figuresOf(hall: Hall, mark: Mark): [figure: CountedFigure, value: number | null][] {
  const known = (figure: CountedFigure, value: number | null): [CountedFigure, number | null][] => (value === null ? [] : [[figure, value]]);
  const within = wasWithin(hall, mark);
  switch (mark.kind) {
    case 'called':
      return [['tickets.called', mark.waitMs], ...known('waitMs', mark.waitMs), ...levelOf(within, mark.waitMs)];
    case 'started':
      return [...known('waitToServiceMs', mark.waitToServiceMs), ...known('walkMs', mark.walkMs)];
    case 'ended':
      return [[endings[mark.outcome], mark.serviceMs], ...known('serviceMs', mark.serviceMs)];
    case 'abandoned':
      return [['tickets.abandoned', mark.abandonMs], ...known('abandonMs', mark.abandonMs), ...(within === false ? levelOf(within, mark.abandonMs) : [])];
    case 'ratingRequested':
      return [['rating.requested', null]];
    case 'ratingDefaulted':
      return [['rating.defaulted', null]];
    case 'ratingGiven':
      return (['rating.given', mark.level >= 3 ? 'rating.satisfied' : 'rating.bad', `rating.byLevel.${mark.level}`] as CountedFigure[]).map((figure) => [figure, mark.level]);
    case 'queued':
    case 'dequeued':
      return [];
    default:
      return [[`tickets.${mark.kind}`, null]];
  }
}

/** F4 */
function levelOf(within: boolean | null, value: number | null): [CountedFigure, number | null][] {
  return within === null ? [] : [['serviceLevel.of', value], [within ? 'serviceLevel.within' : 'breached', value]];
}

const gauges = { waiting: 'tickets.stillWaiting', called: 'tickets.stillWaiting', serving: 'tickets.inService', parked: 'tickets.parked' } as const;

/** What counts because it is so at the beginning or the end of the time. */
function* gaugesOf(hall: Hall, ticket: Ticket, { time: { from, to }, overdue }: { time: Time; overdue: Set<Ticket> }): Generator<Counted> {
  const nowhere = { counterId: null, staffId: null, value: null };
  const carriedIn = from === hall.day.startAt ? ticket.carriedIn : openAt(ticket, from);
  if (carriedIn !== undefined) yield { figure: 'tickets.carriedIn', at: from, serviceId: carriedIn, ...nowhere };
  if (!isOpen(ticket)) return;
  const state = ticket.state as keyof typeof gauges;
  const { serviceId, counterId, staffId } = ticket;
  const place = state === 'called' || state === 'serving' ? { counterId, staffId, value: null } : nowhere;
  yield { figure: gauges[state], at: to, serviceId, ...place };
  if (!overdue.has(ticket)) return;
  for (const figure of ['serviceLevel.of', 'breached'] as const) yield { figure, at: to, serviceId, ...nowhere, value: to - ticket.legAt };
}

/** The service of a ticket that was open just before an instant (null: none named); undefined where it was not. */
function openAt({ id, facts }: Ticket, instant: number): string | null | undefined {
  const before = newTicket(id);
  before.facts = facts.filter(({ at }) => at < instant);
  for (const fact of before.facts) stepTicket(before, fact, silent);
  return isOpen(before) ? before.serviceId : undefined;
}

export interface Behind {
  counted: Counted;
  entry: TicketEntry;
}

/** Every ticket with whatever it counted in that time; with `figure` null once, where it was first seen in it. */
export function* ticketsBehind(hall: Hall, time: Time): Generator<Behind> {
  const overdue = new Set([...hall.services.keys()].flatMap((id) => [...waitsReached(hall, id, { after: -Infinity, by: hall.now })]));
  for (const id of [...hall.tickets.keys(), ...hall.ended.keys()]) {
    const ticket = lookAt(hall, id)!;
    const marks = marksOf(hall, ticket);
    const all = [...gaugesOf(hall, ticket, { time, overdue })];
    for (const mark of marks) if (mark.at >= time.from && mark.at < time.to) all.push(...countedBy(hall, mark));
    const seenAt = openAt(ticket, time.since) === undefined ? (ticket.facts.find(({ at }) => at >= time.since)?.at ?? -Infinity) : time.since;
    const { serviceId, counterId, staffId } = ticket;
    if (seenAt >= time.from && seenAt < time.to) all.push({ figure: null, at: seenAt, serviceId, counterId, staffId, value: null });
    for (const counted of all) yield { counted, entry: entryOf(ticket, marks, counted) };
  }
  for (const { mark } of hall.ratings) {
    if (mark.at < time.from || mark.at >= time.to) continue;
    for (const counted of countedBy(hall, mark)) yield { counted, entry: entryOf(null, [mark], counted) };
  }
}

function countedBy(hall: Hall, mark: Mark): Counted[] {
  const { at, serviceId, counterId, staffId } = mark;
  return figuresOf(hall, mark).map(([figure, value]) => ({ figure, at, serviceId, counterId, staffId, value }));
}

/** The ticket as it came to be, in the words of what it counted; a loose rating has no ticket. */
function entryOf(ticket: Ticket | null, marks: Mark[], { at, value, serviceId, counterId, staffId }: Counted): TicketEntry {
  const rating = marks.findLast((mark) => mark.kind === 'ratingGiven')?.level ?? null;
  const { id: ticketId = null, number = null, customerClass = null } = ticket ?? {};
  return { ticketId, number, customerClass, serviceId, counterId, staffId, ...courseOf(ticket, marks), rating, at, value };
}

type Course = Pick<TicketEntry, 'issuedAt' | 'calledAt' | 'startedAt' | 'endedAt' | 'outcome' | 'waitMs' | 'serviceMs'>;

function courseOf(ticket: Ticket | null, marks: Mark[]): Course {
  const called = marks.find((mark) => mark.kind === 'called');
  const ending = ticket?.state === 'ended' ? ticket.ending : null;
  return {
    issuedAt: ticket?.facts.find(({ type }) => type === 'ticket.issued')?.at ?? null,
    calledAt: called?.at ?? null,
    startedAt: marks.find(({ kind }) => kind === 'started')?.at ?? null,
    endedAt: ending?.at ?? null,
    outcome: outcomeOf(ending),
    waitMs: called?.waitMs ?? null,
    serviceMs: ending?.kind === 'ended' ? ending.serviceMs : null,
  };
}

function outcomeOf(ending: Mark | null): TicketEntry['outcome'] {
  if (ending?.kind === 'ended') return ending.outcome;
  return ending?.kind === 'noShow' || ending?.kind === 'abandoned' || ending?.kind === 'removed' ? ending.kind : null;
}

/** What is known of one ticket; null where the hall knows none of that id. */
export function ticketEntry(hall: Hall, id: string): TicketEntry | null {
  const ticket = lookAt(hall, id);
  if (!ticket) return null;
  const marks = marksOf(hall, ticket);
  const { serviceId, counterId, staffId } = ticket;
  return entryOf(ticket, marks, { figure: null, at: ticket.facts[0]?.at ?? hall.now, serviceId, counterId, staffId, value: null });
}
