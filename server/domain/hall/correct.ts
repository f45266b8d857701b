/** Corrections 更正: an event is voided, or its data replaced, where it stands; the first stays in the journal. */
import type { EventData } from '../../../shared/events/cloud-event.js';
import { replayCounter } from '../counter/counter.js';
import { placeEvent, type StoredEvent } from '../event/fact.js';
import { applyFact, type Flag } from './apply-fact.js';
import type { Hall } from './hall.js';
import { removeTicketFact } from './ticket-facts.js';

interface Correction {
  correction: EventData<'event.corrected'>;
  corrects: StoredEvent['corrects'];
}

/** Corrects events of tickets and counters; other kinds stand as they were and say so by the flag `unknownEvent`. */
export function correctEvent(hall: Hall, { correction, corrects }: Correction, flag: Flag): void {
  if (!corrects || corrects.event.type === 'hall.configured') return flag('unknownEvent');
  const { seq, event } = corrects;
  const placed = placeEvent(corrects, hall.clock);
  if (!takeOut(hall, seq, event.data as { ticketId?: string; counterId?: string })) return flag('unknownEvent');
  if (correction.void || !correction.data) return;
  applyFact(hall, { seq, at: placed.at, heardAt: hall.now, event: { ...event, data: correction.data } as typeof event }, flag);
}

function takeOut(hall: Hall, seq: number, { ticketId, counterId }: { ticketId?: string; counterId?: string }): boolean {
  if (ticketId !== undefined) {
    removeTicketFact(hall, ticketId, seq);
    return true;
  }
  const counter = counterId === undefined ? undefined : hall.counters.get(counterId)?.counter;
  const index = counter?.facts.findIndex((fact) => fact.seq === seq) ?? -1;
  if (!counter || index < 0) return false;
  counter.facts.splice(index, 1);
  replayCounter(counter, hall.day.startAt);
  hall.dirty.counters.add(counter.id);
  return true;
}

