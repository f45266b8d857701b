/** Applies one placed fact to the subject that it speaks of: a ticket, a counter, a queue, a device, the hall. */
import type { EventData, PostedEvent } from '../../../shared/events/cloud-event.js';
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { BAD_LEVEL, ratingDimensions, type RatingDimension } from '../../../shared/glossary/ratings.js';
import { idsOf } from '../../../shared/glossary/word.js';
import { legible } from '../../../shared/legible.js';
import { isWithin } from '../calendar/day.js';
import { addCounterFact, type CounterFact } from '../counter/counter.js';
import { placeAmong } from '../event/fact.js';
import type { Mark, TicketEventType, TicketFact } from '../ticket/ticket.js';
import { countMark } from './count.js';
import { counterOf, quarterOf, quarterStart, serviceOf, type Hall } from './hall.js';
import { hearDevice } from './hear.js';
import { addTicketFact } from './ticket-facts.js';

export type Flag = (flag: QualityFlag) => void;

export interface PlacedFact {
  seq: number;
  at: number;
  heardAt: number;
  event: PostedEvent;
}

export function applyFact(hall: Hall, fact: PlacedFact, flag: Flag): void {
  const { event } = fact;
  flagUnknown(hall, event, flag);
  noteSource(hall, fact);
  if (fact.at < quarterStart(hall, hall.now)) hall.dirty.strip = true;
  switch (event.type) {
    case 'counter.opened':
    case 'counter.closed':
    case 'counter.paused':
    case 'counter.resumed':
    case 'staff.loggedOn':
    case 'staff.loggedOff':
      return applyCounter(hall, fact, flag);
    case 'queue.observed':
      return observe(hall, fact, event.data);
    case 'device.heartbeat':
    case 'device.fault':
    case 'device.recovered':
      return hearDevice(hall, event, fact.heardAt);
    case 'hall.opened':
    case 'hall.closed':
      return openHall(hall, fact, event.type === 'hall.opened' ? 'open' : 'closed');
    case 'event.corrected':
      return;
    default:
      return applyTicket(hall, fact, flag);
  }
}

const SPEAKS_OF_QUEUE = new Set<string>(['ticket.issued', 'queue.observed']);

/** N6: which feed a counter's state and a service's queue come from; a rating pad's word is none of either. */
function noteSource(hall: Hall, { at, event }: PlacedFact): void {
  if (event.type.startsWith('rating.')) return;
  const { counterId, serviceId } = event.data as { counterId?: string; serviceId?: string };
  if (counterId !== undefined) {
    const group = counterOf(hall, counterId);
    const { source } = group;
    if (!source || at > source.at || (at === source.at && event.source > source.id)) {
      if (source?.id !== event.source) hall.dirty.counters.add(counterId);
      group.source = { id: event.source, at };
    }
  }
  if (serviceId !== undefined && SPEAKS_OF_QUEUE.has(event.type) && isWithin(hall.day, at)) {
    const { sources } = serviceOf(hall, serviceId);
    if (!sources.has(event.source)) hall.dirty.services.add(serviceId);
    sources.add(event.source);
  }
}

function applyTicket(hall: Hall, { seq, at, heardAt, event }: PlacedFact, flag: Flag): void {
  const { ticketId } = event.data as { ticketId?: string };
  if (ticketId === undefined) return rateCounter(hall, { seq, at, event });
  addTicketFact(hall, { ticketId, fact: ticketFact({ seq, at, event }), heardAt }, flag);
}

type Fact = Omit<PlacedFact, 'heardAt'>;

/** What a ticket keeps of an event about it. */
export function ticketFact({ seq, at, event }: Fact): TicketFact {
  const data = event.data as Omit<TicketFact, 'seq' | 'at' | 'type'>;
  const fact: TicketFact = { seq, at, type: event.type as TicketEventType };
  for (const field of factFields[fact.type]) if (data[field] !== undefined) keep(fact, field, data[field]);
  const cause = event.type === 'rating.given' ? causeOf(event.data) : null;
  if (cause) fact.cause = cause;
  return fact;
}

/** The worst of the dimensions that a person marked as bad. */
function causeOf({ dimensions = {} }: EventData<'rating.given'>): RatingDimension | null {
  const bad = idsOf(ratingDimensions).filter((id) => (dimensions[id] ?? 5) <= BAD_LEVEL);
  return bad.sort((a, b) => dimensions[a]! - dimensions[b]!)[0] ?? null;
}

type Field = Exclude<keyof TicketFact, 'seq' | 'at' | 'type'>;

function keep<F extends Field>(fact: TicketFact, field: F, value: NonNullable<TicketFact[F]>): void {
  fact[field] = (typeof value === 'string' ? legible(value) : value) as typeof value;
}

const place: Field[] = ['counterId', 'staffId'];
/** What is kept of each event's data. */
const factFields: Record<TicketEventType, Field[]> = {
  'ticket.issued': ['number', 'serviceId', 'customerClass'],
  'ticket.called': place,
  'ticket.recalled': place,
  'service.started': place,
  'service.ended': [...place, 'outcome'],
  'ticket.noShow': place,
  'ticket.abandoned': place,
  'ticket.removed': place,
  'ticket.parked': place,
  'ticket.resumed': place,
  'ticket.transferred': [...place, 'toServiceId', 'toCounterId'],
  'rating.requested': place,
  'rating.given': [...place, 'level', 'comment'],
  'rating.defaulted': [...place, 'level'],
};

const known = new WeakMap<Hall['settings'], { counters: Set<string>; services: Set<string> }>();

export function flagUnknown(hall: Pick<Hall, 'settings'>, event: PostedEvent, flag: Flag): void {
  let ids = known.get(hall.settings);
  if (!ids) {
    ids = { counters: new Set(hall.settings.counters.map(({ id }) => id)), services: new Set(hall.settings.services.map(({ id }) => id)) };
    known.set(hall.settings, ids);
  }
  const { counterId, serviceId } = event.data as { counterId?: string; serviceId?: string };
  if (counterId !== undefined && !ids.counters.has(counterId)) flag('unknownCounter');
  if (serviceId !== undefined && !ids.services.has(serviceId)) flag('unknownService');
}

/** What a counter keeps of an event about it. */
export function counterFact({ seq, at, event }: Fact): CounterFact {
  const { staffId, serviceIds } = event.data as { staffId?: string; serviceIds?: string[] };
  const fact: CounterFact = { seq, at, type: event.type as CounterFact['type'] };
  if (staffId !== undefined) fact.staffId = staffId;
  if (serviceIds !== undefined) fact.serviceIds = serviceIds;
  return fact;
}

function applyCounter(hall: Hall, { seq, at, event }: PlacedFact, flag: Flag): void {
  const { counterId } = event.data as { counterId: string };
  if (addCounterFact(counterOf(hall, counterId).counter, counterFact({ seq, at, event }), hall.day.startAt)) flag('outOfOrder');
  hall.dirty.counters.add(counterId);
  hall.moved.counters.add(counterId);
  hall.dirty.hall = true;
}

/** Q1: of board readings of one service, the newest by its own time stands; readings of other days are not today's. */
function observe(hall: Hall, { seq, at }: PlacedFact, data: EventData<'queue.observed'>): void {
  if (!isWithin(hall.day, at)) return;
  const reading = { at, seq, waiting: data.waiting, openCounters: data.openCounters ?? null, lastNumber: data.lastNumber === undefined ? null : legible(data.lastNumber) };
  const newer = (than: { at: number; seq: number } | null | undefined) => !than || placeAmong([than], reading) === 1;
  const service = serviceOf(hall, data.serviceId);
  const { observed } = quarterOf(hall, at);
  if (newer(observed.get(data.serviceId))) observed.set(data.serviceId, reading);
  if (newer(service.observed)) service.observed = reading;
  hall.dirty.services.add(data.serviceId);
  hall.moved.services.add(data.serviceId);
  hall.dirty.quarters = true;
}

function openHall(hall: Hall, { seq, at }: PlacedFact, state: 'open' | 'closed'): void {
  if (!isWithin(hall.day, at)) return;
  const opening = { at, seq, state };
  hall.openings.splice(placeAmong(hall.openings, opening), 0, opening);
  hall.dirty.hall = true;
}

/** A rating that names no ticket belongs to its counter and person alone. */
export function looseRating({ at, event }: Omit<Fact, 'seq'>): Mark {
  const data = event.data as { counterId?: string; staffId?: string };
  const base = { at, serviceId: null, counterId: data.counterId ?? null, staffId: data.staffId ?? null };
  return event.type === 'rating.given'
    ? { kind: 'ratingGiven', ...base, level: event.data.level, ticketId: null, label: null, comment: event.data.comment === undefined ? null : legible(event.data.comment), cause: causeOf(event.data) }
    : { kind: event.type === 'rating.requested' ? 'ratingRequested' : 'ratingDefaulted', ...base };
}

function rateCounter(hall: Hall, { seq, at, event }: Fact): void {
  const mark = looseRating({ at, event });
  if (!isWithin(hall.day, at)) return;
  hall.ratings.push({ seq, mark });
  countMark(hall, mark, 1);
}
