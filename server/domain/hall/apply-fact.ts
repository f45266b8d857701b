/** Applies one placed fact to the subject that it speaks of: a ticket, a counter, a queue, a device, the hall. */
import type { EventData, PostedEvent } from '../../../shared/events/cloud-event.js';
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { isWithin } from '../calendar/day.js';
import { addCounterFact, type CounterFact } from '../counter/counter.js';
import { placeAmong } from '../event/fact.js';
import type { Mark, TicketEventType, TicketFact } from '../ticket/ticket.js';
import { countMark } from './count.js';
import { counterOf, quarterOf, serviceOf, type Hall } from './hall.js';
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
  const subject = event.type.slice(0, event.type.indexOf('.'));
  if (subject === 'counter' || subject === 'staff') return applyCounter(hall, fact, flag);
  if (event.type === 'queue.observed') return observe(hall, fact, event.data);
  if (event.type === 'device.heartbeat' || event.type === 'device.fault' || event.type === 'device.recovered') {
    return hearDevice(hall, event, fact.heardAt);
  }
  if (event.type === 'hall.opened' || event.type === 'hall.closed') {
    return openHall(hall, fact, event.type === 'hall.opened' ? 'open' : 'closed');
  }
  const data = event.data as Omit<TicketFact, 'seq' | 'at' | 'type'> & { ticketId?: string };
  if (data.ticketId === undefined) return rateCounter(hall, fact, data);
  const { counterId, staffId, number, serviceId, customerClass, outcome, level, toServiceId, toCounterId } = data;
  const kept: TicketFact = { seq: fact.seq, at: fact.at, type: event.type as TicketEventType };
  if (counterId !== undefined) kept.counterId = counterId;
  if (staffId !== undefined) kept.staffId = staffId;
  if (event.type === 'ticket.issued') Object.assign(kept, { number, serviceId, customerClass });
  else if (event.type === 'service.ended') kept.outcome = outcome!;
  else if (event.type === 'ticket.transferred') Object.assign(kept, { toServiceId, toCounterId });
  else if (level !== undefined) kept.level = level;
  addTicketFact(hall, { ticketId: data.ticketId, fact: kept, heardAt: fact.heardAt }, flag);
}

const known = new WeakMap<Hall['settings'], { counters: Set<string>; services: Set<string> }>();

function flagUnknown(hall: Hall, event: PostedEvent, flag: Flag): void {
  let ids = known.get(hall.settings);
  if (!ids) {
    ids = { counters: new Set(hall.settings.counters.map(({ id }) => id)), services: new Set(hall.settings.services.map(({ id }) => id)) };
    known.set(hall.settings, ids);
  }
  const { counterId, serviceId } = event.data as { counterId?: string; serviceId?: string };
  if (counterId !== undefined && !ids.counters.has(counterId)) flag('unknownCounter');
  if (serviceId !== undefined && !ids.services.has(serviceId)) flag('unknownService');
}

function applyCounter(hall: Hall, { seq, at, event }: PlacedFact, flag: Flag): void {
  const data = event.data as { counterId: string; staffId?: string; serviceIds?: string[] };
  const fact: CounterFact = { seq, at, type: event.type as CounterFact['type'] };
  if (data.staffId !== undefined) fact.staffId = data.staffId;
  if (data.serviceIds !== undefined) fact.serviceIds = data.serviceIds;
  if (addCounterFact(counterOf(hall, data.counterId).counter, fact, hall.day.startAt)) flag('outOfOrder');
  hall.dirty.counters.add(data.counterId);
  hall.dirty.hall = true;
}

/** Q1: of board readings of one service, the newest by its own time stands; readings of other days are not today's. */
function observe(hall: Hall, { seq, at }: PlacedFact, data: EventData<'queue.observed'>): void {
  if (!isWithin(hall.day, at)) return;
  const reading = { at, seq, waiting: data.waiting, openCounters: data.openCounters ?? null, lastNumber: data.lastNumber ?? null };
  const newer = (than: { at: number; seq: number } | null | undefined) => !than || placeAmong([than], reading) === 1;
  const service = serviceOf(hall, data.serviceId);
  const { observed } = quarterOf(hall, at);
  if (newer(observed.get(data.serviceId))) observed.set(data.serviceId, reading);
  if (newer(service.observed)) service.observed = reading;
  hall.dirty.services.add(data.serviceId);
  hall.dirty.quarters = true;
}

function openHall(hall: Hall, { seq, at }: PlacedFact, state: 'open' | 'closed'): void {
  if (!isWithin(hall.day, at)) return;
  const opening = { at, seq, state };
  hall.openings.splice(placeAmong(hall.openings, opening), 0, opening);
  hall.dirty.hall = true;
}

/** A rating that names no ticket belongs to its counter and person alone. */
function rateCounter(hall: Hall, { seq, at, event }: PlacedFact, data: { counterId?: string; staffId?: string; level?: number }): void {
  const base = { at, serviceId: null, counterId: data.counterId ?? null, staffId: data.staffId ?? null };
  const mark: Mark =
    event.type === 'rating.given'
      ? { kind: 'ratingGiven', ...base, level: data.level ?? 0 }
      : { kind: event.type === 'rating.requested' ? 'ratingRequested' : 'ratingDefaulted', ...base };
  if (!isWithin(hall.day, at)) return;
  hall.ratings.push({ seq, mark });
  countMark(hall, mark, 1);
}
