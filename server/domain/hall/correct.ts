/**
 * Corrections 更正: an event is voided, or its data replaced, where it stands; the first stays in the journal. Events of
 * tickets, counters, ratings and the hall's opening can be corrected; a board's reading and a device's word cannot.
 */
import { eventData, type EventData, type PostedEvent } from '../../../shared/events/cloud-event.js';
import { isWithin } from '../calendar/day.js';
import { placeEvent, type StoredEvent } from '../event/fact.js';
import { isOwn } from '../event/own-event.js';
import { applyFact, type Flag } from './apply-fact.js';
import { countMark } from './count.js';
import { counterOf, type Hall } from './hall.js';
import { holdsFact, takeUp } from './put-away.js';
import { removeTicketFact } from './ticket-facts.js';

interface Correction {
  correction: EventData<'event.corrected'>;
  corrects: StoredEvent['corrects'];
}

/** K1: what was there is taken out, and what is said instead takes its place, at the same instant and seq. */
export function correctEvent(hall: Hall, { correction, corrects }: Correction, flag: Flag): void {
  if (!corrects || isOwn(corrects.event)) return flag('unknownEvent');
  const { seq, event } = corrects;
  const instead = correction.void ? null : replaced(event, correction.data);
  if (instead === undefined) return flag('badCorrection');
  const at = takeOut(hall, seq, event) ?? givenBackAt(hall, corrects);
  if (at === null) return flag('unknownEvent');
  hall.dirty.strip = true;
  if (instead) applyFact(hall, { seq, at, heardAt: hall.now, event: instead }, flag);
}

/** What stands in an event's place once it is corrected: null where it was voided; undefined where the correction has no effect. */
export function correctedTo({ correction, corrects }: Correction): PostedEvent | null | undefined {
  if (!corrects || isOwn(corrects.event) || !isCorrectable(corrects.event.type)) return undefined;
  return correction.void ? null : replaced(corrects.event, correction.data);
}

/** The event with other data; undefined when there is none or its type does not allow it. */
export function replaced(event: PostedEvent, data: EventData<'event.corrected'>['data']): PostedEvent | undefined {
  return data && eventData[event.type].safeParse(data).success ? ({ ...event, data } as PostedEvent) : undefined;
}

/** Of a board's reading, a device's word and a correction only what they first said counts. */
export function isCorrectable(type: string): boolean {
  return type !== 'queue.observed' && !type.startsWith('device.') && type !== 'event.corrected';
}

/** K2: an event of today that is nowhere was voided before and may be given back; older ones the hall no longer shows. */
function givenBackAt(hall: Hall, corrects: NonNullable<StoredEvent['corrects']>): number | null {
  if (!isCorrectable(corrects.event.type)) return null;
  const { at } = placeEvent(corrects, hall.clock);
  return isWithin(hall.day, at) ? at : null;
}

/** Takes the fact of that seq out of whatever holds it. Its instant, null when nothing does. */
function takeOut(hall: Hall, seq: number, { type, data }: PostedEvent): number | null {
  const { ticketId, counterId } = data as { ticketId?: string; counterId?: string };
  if (type.startsWith('counter.') || type.startsWith('staff.')) return takeCounterFact(hall, seq, counterId!);
  if (type === 'hall.opened' || type === 'hall.closed') return takeOpening(hall, seq);
  const named = ticketId === undefined ? null : removeTicketFact(hall, ticketId, seq);
  return named ?? takeRating(hall, seq) ?? takeMovedFact(hall, seq);
}

/** K3: an earlier correction may have moved the fact to another ticket than the event names. */
function takeMovedFact(hall: Hall, seq: number): number | null {
  for (const [id, text] of hall.ended) if (holdsFact(text, seq)) takeUp(hall, id);
  for (const [id, { facts }] of hall.tickets) if (facts.some((fact) => fact.seq === seq)) return removeTicketFact(hall, id, seq);
  return null;
}

function takeCounterFact(hall: Hall, seq: number, counterId: string): number | null {
  const holds = (id: string) => hall.counters.get(id)?.counter.facts.some((fact) => fact.seq === seq);
  const id = holds(counterId) ? counterId : [...hall.counters.keys()].find(holds);
  if (id === undefined) return null;
  const { counter } = counterOf(hall, id);
  const [fact] = counter.facts.splice(counter.facts.findIndex((one) => one.seq === seq), 1);
  counter.stale = true;
  hall.dirty.counters.add(id);
  hall.moved.counters.add(id);
  hall.dirty.hall = true;
  return fact!.at;
}

function takeOpening(hall: Hall, seq: number): number | null {
  const index = hall.openings.findIndex((opening) => opening.seq === seq);
  if (index < 0) return null;
  hall.dirty.hall = true;
  return hall.openings.splice(index, 1)[0]!.at;
}

function takeRating(hall: Hall, seq: number): number | null {
  const index = hall.ratings.findIndex((rating) => rating.seq === seq);
  if (index < 0) return null;
  const { mark } = hall.ratings.splice(index, 1)[0]!;
  countMark(hall, mark, -1);
  return mark.at;
}
