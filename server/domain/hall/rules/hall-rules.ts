/** Clauses about the hall and its queues: how many wait, how many are here, how many counters are open for them. */
import { bindsClass, bindsService, type Clause } from '../../standard/clause.js';
import type { Hall } from '../hall.js';
import { isObserved, settingsOf } from '../rows.js';
import { boundCounters, counterAt, waitsToday } from './counter-rules.js';
import { ofHall, ruleOver, standingSince, trackedSince } from './rule.js';

/** Who waits for a service: its tickets, else what its board says; of the classes that the clause names. */
function waitingFor(hall: Hall, clause: Clause, serviceId: string): number {
  const service = hall.services.get(serviceId)!;
  if (clause.customerClasses !== null) return [...service.queue].filter((ticket) => bindsClass(clause, ticket)).length;
  return isObserved(service) ? service.observed!.waiting : service.waiting;
}

function* boundServices(hall: Hall, clause: Clause): Generator<string> {
  for (const id of hall.services.keys()) if (bindsService(clause, id)) yield id;
}

function sumOver(hall: Hall, clause: Clause, count: (serviceId: string) => number): number {
  let sum = 0;
  for (const id of boundServices(hall, clause)) sum += count(id);
  return sum;
}

const queueLength = ruleOver(boundServices, {
  tell(hall, clause, id) {
    const sinceAt = trackedSince(hall, clause, id);
    if (sinceAt === null || !hall.services.has(id)) return null;
    const label = settingsOf(hall).services.get(id)?.name ?? id;
    return standingSince(sinceAt, { subject: { kind: 'service', id }, label, serviceId: id, value: waitingFor(hall, clause, id) });
  },
  tracked: {
    among: (_hall, clause, { services }) => [...services].filter((id) => bindsService(clause, id)),
    holds: (hall, clause, id) => waitingFor(hall, clause, id) > clause.limit,
  },
});

/** Who waits, is called or is served; by boards too. */
function peopleIn(hall: Hall, clause: Clause): number {
  if (clause.serviceIds !== null) return sumOver(hall, clause, (id) => waitingFor(hall, clause, id) + hall.services.get(id)!.called + hall.services.get(id)!.serving);
  const boards = sumOver(hall, clause, (id) => (isObserved(hall.services.get(id)!) ? hall.services.get(id)!.observed!.waiting : 0));
  return hall.all.waiting + hall.all.called + hall.all.serving + boards;
}

const theHall = ({ id }: Hall) => [id];

const crowding = ruleOver(theHall, {
  tell(hall, clause, id) {
    const sinceAt = trackedSince(hall, clause, id);
    return sinceAt === null ? null : standingSince(sinceAt, { ...ofHall(hall), value: peopleIn(hall, clause) });
  },
  tracked: { among: theHall, holds: (hall, clause) => peopleIn(hall, clause) > clause.limit },
});

function someoneWaits(hall: Hall, clause: Clause): boolean {
  for (const id of boundServices(hall, clause)) {
    const service = hall.services.get(id)!;
    if (waitsToday(hall, clause, id) || (isObserved(service) && waitingFor(hall, clause, id) > 0)) return true;
  }
  return false;
}

function openCounters(hall: Hall, clause: Clause): number {
  let open = 0;
  for (const id of boundCounters(hall, clause)) if (counterAt(hall, id).base === 'open') open++;
  return open;
}

const countersOpen = ruleOver(theHall, {
  tell(hall, clause, id) {
    const sinceAt = trackedSince(hall, clause, id);
    return sinceAt === null ? null : standingSince(sinceAt, { ...ofHall(hall), value: openCounters(hall, clause) });
  },
  tracked: { among: theHall, holds: (hall, clause) => someoneWaits(hall, clause) && openCounters(hall, clause) < clause.limit },
});

export const hallRules = { 'queue.length': queueLength, 'hall.crowding': crowding, 'counters.open': countersOpen };
