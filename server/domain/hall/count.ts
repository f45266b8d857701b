/** Where a ticket's marks and its open state are counted: the hall, its service, its counter, its zone and its person. */
import { isWithin } from '../calendar/day.js';
import { addLength } from '../kpi/distribution.js';
import { tallyMark } from '../kpi/tally.js';
import { dequeue, enqueue } from '../ticket/queue.js';
import { isOpen, type Mark, type Ticket } from '../ticket/ticket.js';
import { counterOf, quarterOf, serviceOf, staffOf, type Group, type Hall, type Rated } from './hall.js';
import { wasWithin } from './standard-of.js';
import { zoneOf, zoneTallyOf } from './zones.js';

/** Counts a mark of today (1) or takes it back (−1); a mark of another day counts on that day, in its own daily snapshot. */
export function countMark(hall: Hall, mark: Mark, sign: 1 | -1): void {
  if (!isWithin(hall.day, mark.at)) return;
  hall.dirty.quarters = true;
  countQuarter(hall, mark, sign);
  if (mark.kind === 'queued' || mark.kind === 'dequeued') return; // gauges say how many wait now
  const { serviceId, counterId, staffId } = mark;
  const how = { sign, within: wasWithin(hall, mark) };
  if (mark.kind === 'ratingGiven') keepRating(hall, mark, sign);
  tallyMark(hall.all.tally, mark, how);
  hall.dirty.hall = true;
  if (serviceId !== null) {
    tallyMark(serviceOf(hall, serviceId).tally, mark, how);
    hall.dirty.services.add(serviceId);
  }
  if (counterId !== null) {
    tallyMark(counterOf(hall, counterId).tally, mark, how);
    hall.dirty.counters.add(counterId);
  }
  const zone = zoneOf(hall, mark);
  if (zone !== undefined) tallyMark(zoneTallyOf(hall, zone), mark, how);
  if (staffId !== null) {
    tallyMark(staffOf(hall, staffId).tally, mark, how);
    hall.dirty.staff.add(staffId);
  }
}

function keepRating({ rated }: Hall, mark: Rated, sign: 1 | -1): void {
  if (sign === 1) rated.push(mark);
  else rated.splice(rated.findLastIndex(({ at, level, ticketId, counterId }) => at === mark.at && level === mark.level && ticketId === mark.ticketId && counterId === mark.counterId), 1);
}

/** What people said is needed until its case is open, and stands in the journal: none is kept here when one was erased there. */
export function forgetComments({ tickets, rated, ratings }: Hall): void {
  for (const { facts } of tickets.values()) for (const fact of facts) delete fact.comment;
  for (const mark of [...rated, ...ratings.map((one) => one.mark)]) if (mark.kind === 'ratingGiven') mark.comment = null;
}

function countQuarter(hall: Hall, mark: Mark, sign: 1 | -1): void {
  const quarter = quarterOf(hall, mark.at);
  switch (mark.kind) {
    case 'issued':
    case 'ended':
    case 'abandoned':
    case 'queued':
    case 'dequeued':
      quarter[mark.kind] += sign;
      return;
    case 'called':
      quarter.called += sign;
      if (mark.waitMs !== null) addLength(quarter.waits, mark.waitMs, sign);
      return;
    default:
  }
}

function gaugeGroup(group: Group, ticket: Ticket, sign: 1 | -1): void {
  if (ticket.state !== 'unseen' && ticket.state !== 'ended') group[ticket.state] += sign;
}

/** Counts an open ticket into the gauges of now (1) or out of them (−1): before and after every change of it. */
export function gaugeTicket(hall: Hall, ticket: Ticket, sign: 1 | -1): void {
  if (ticket.carriedIn !== undefined) {
    hall.all.carriedIn += sign;
    if (ticket.carriedIn !== null) serviceOf(hall, ticket.carriedIn).carriedIn += sign;
  }
  if (!isOpen(ticket)) return;
  gaugeGroup(hall.all, ticket, sign);
  hall.dirty.hall = true;
  hall.dirty.quarters = true;
  if (ticket.serviceId !== null) {
    const service = serviceOf(hall, ticket.serviceId);
    gaugeGroup(service, ticket, sign);
    hall.dirty.services.add(ticket.serviceId);
    hall.moved.services.add(ticket.serviceId);
    if (ticket.state === 'waiting') {
      if (sign === 1) enqueue(service.queue, ticket);
      else dequeue(service.queue, ticket);
    }
  }
  if (ticket.state !== 'called' && ticket.state !== 'serving') return;
  if (ticket.counterId) {
    gaugeGroup(counterOf(hall, ticket.counterId), ticket, sign);
    hall.dirty.counters.add(ticket.counterId);
  }
  if (ticket.staffId) {
    gaugeGroup(staffOf(hall, ticket.staffId), ticket, sign);
    hall.dirty.staff.add(ticket.staffId);
  }
}
