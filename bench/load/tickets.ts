/**
 * Believable tickets for the load: each is issued, called, started and ended, a few wait at any time, and every counter serves
 * one after another. Lanes (one a connection) own their tickets and counters, so what one lane posts in order stays in order.
 */
export interface TicketPlan {
  /** Sets the events of one repetition apart from another's. */
  seed: string;
  lanes: number;
  ticketsPerLane: number;
  /** Event times run evenly from here to there, epoch ms. */
  from: number;
  to: number;
  countersPerLane: number;
  services: number;
}

export interface MadeEvent {
  id: string;
  source: string;
  type: string;
  time: string;
  /** JSON text. */
  data: string;
}

export const EVENTS_PER_TICKET = 4;
const WAITING_AHEAD = 3;

export const counterId = (lane: number, n: number): string => `counter-${lane}-${n}`;
export const serviceId = (n: number): string => `service-${n}`;

/** The event as a CloudEvent, JSON text. */
export function cloudEventText(event: MadeEvent): string {
  const { id, source, type, time, data } = event;
  return `{"specversion":"1.0","id":"${id}","source":"${source}","type":"${type}","time":"${time}","data":${data}}`;
}

/** The events of one lane, in the order in which they happen. */
export function* laneEvents(plan: TicketPlan, lane: number): Generator<MadeEvent> {
  const { ticketsPerLane: count, countersPerLane: counters } = plan;
  const step = (plan.to - plan.from) / (count * EVENTS_PER_TICKET + 1);
  let made = 0;
  const event = (type: string, data: string): MadeEvent => ({
    id: `${plan.seed}-${lane}-${made}`,
    source: `/kiosk/${lane}`,
    type,
    time: new Date(plan.from + step * made++).toISOString(),
    data,
  });
  for (let i = -WAITING_AHEAD; i < count + counters; i++) {
    const [issue, end] = [i + WAITING_AHEAD, i - counters];
    if (issue < count) yield event('ticket.issued', issuedData(plan, lane, issue));
    if (end >= 0) yield event('service.ended', `{${atCounter(plan, lane, end)},"outcome":"completed"}`);
    if (i < 0 || i >= count) continue;
    yield event('ticket.called', `{${atCounter(plan, lane, i)}}`);
    yield event('service.started', `{${atCounter(plan, lane, i)}}`);
  }
}

const ticketId = (plan: TicketPlan, lane: number, ticket: number): string => `t-${plan.seed}-${lane}-${ticket}`;

function issuedData(plan: TicketPlan, lane: number, ticket: number): string {
  const service = ticket % plan.services;
  const number = `${String.fromCharCode(65 + service)}${String(ticket % 1000).padStart(3, '0')}`;
  const klass = ticket % 10 === 0 ? 'priority' : 'standard';
  const ids = `"ticketId":"${ticketId(plan, lane, ticket)}","number":"${number}","serviceId":"${serviceId(service)}"`;
  return `{${ids},"customerClass":"${klass}","channel":"kiosk"}`;
}

function atCounter(plan: TicketPlan, lane: number, ticket: number): string {
  const n = ticket % plan.countersPerLane;
  return `"ticketId":"${ticketId(plan, lane, ticket)}","counterId":"${counterId(lane, n)}","staffId":"staff-${lane}-${n}"`;
}
