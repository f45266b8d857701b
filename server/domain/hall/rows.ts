/** Rows 行: what a screen may see of the hall, each made from the hall alone. `makeRows` makes the ones that may have changed. */
import type { CounterRow, HallRow, ServiceRow, SourceRow, TicketRow } from '../../../shared/rows/rows.js';
import { replayCounter, viewCounter } from '../counter/counter.js';
import { isOpen, type Ticket } from '../ticket/ticket.js';
import { dayAt, openingsOn } from '../calendar/day.js';
import { isIdle, type CounterGroup, type Hall, type ServiceGroup, type Source } from './hall.js';
import { silentAfterMs } from './hear.js';
import { openingsOf } from './openings.js';
import { waitDueAt, waitLimitOf } from './standard-of.js';

/** H1: what was said today stands; else the opening hours; else the hall is open. */
export function hallState(hall: Hall): 'open' | 'closed' {
  const said = hall.openings.findLast(({ at }) => at <= hall.now);
  if (said) return said.state;
  if (hall.settings.openingHours.length === 0) return 'open';
  return openingsOf(hall).some(({ opensAt, closesAt }) => hall.now >= opensAt && hall.now < closesAt) ? 'open' : 'closed';
}

export function hallRow(hall: Hall): HallRow {
  const { settings } = hall;
  const stretches = openingsOf(hall);
  return {
    name: settings.name,
    timezone: settings.timezone,
    state: hallState(hall),
    day: hall.day.date,
    opensAt: stretches[0]?.opensAt ?? null,
    closesAt: stretches.length === 0 ? null : Math.max(...stretches.map(({ closesAt }) => closesAt)),
    ...nextOpening(hall),
    seats: settings.seats ?? null,
    demo: settings.demo,
    speed: hall.clock.speed,
    targets: { serviceLevel: settings.targets?.serviceLevel ?? null, satisfaction: settings.targets?.satisfaction ?? null },
    density: settings.wall?.density ?? 'auto',
    quality: { ...hall.quality },
    cases: hall.caseCounts,
  };
}

/** A hall that opens at all does so within so many days. */
const LOOK_AHEAD_DAYS = 15;

/** H5: the first stretch of opening hours after now, today or on a later day. */
function nextOpening(hall: Hall): Opening {
  const known = openings.get(hall.day);
  if (known?.settings === hall.settings && (known.next.nextOpensAt ?? Infinity) > hall.now) return known.next;
  const next = findOpening(hall);
  openings.set(hall.day, { settings: hall.settings, next });
  return next;
}

type Opening = { nextOpensAt: number | null; nextClosesAt: number | null };
const openings = new WeakMap<Hall['day'], { settings: Hall['settings']; next: Opening }>();

function findOpening(hall: Hall): Opening {
  let { day } = hall;
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS; ahead++) {
    const next = (ahead === 0 ? openingsOf(hall) : openingsOn(day, hall.settings.openingHours, hall.settings.exceptions)).find(({ opensAt }) => opensAt > hall.now);
    if (next) return { nextOpensAt: next.opensAt, nextClosesAt: next.closesAt };
    day = dayAt(day.endAt, day.zone);
  }
  return { nextOpensAt: null, nextClosesAt: null };
}

/** Open counters that can serve each service; a counter that lists no services can serve any. */
export function openCountersBy(hall: Hall): (serviceId: string) => number {
  const by = new Map<string, number>();
  let any = 0;
  for (const group of hall.counters.values()) {
    const { state } = viewCounter(freshCounter(hall, group));
    if (state === 'closed' || state === 'paused') continue;
    const serviceIds = servicesOf(hall, group);
    if (serviceIds.length === 0) any++;
    for (const id of serviceIds) by.set(id, (by.get(id) ?? 0) + 1);
  }
  return (serviceId) => any + (by.get(serviceId) ?? 0);
}

/** S1: tickets are the queue; where a service has none today, the board's newest reading is. */
export function isObserved(service: ServiceGroup): boolean {
  return service.observed !== null && service.tally.counts.issued + service.carriedIn + service.tally.counts.transferredIn === 0;
}

/** H3: shown are the services of the settings and those that today speaks of. */
export function isServiceShown(hall: Hall, id: string, service: ServiceGroup): boolean {
  return service.observed !== null || settingsOf(hall).services.has(id) || !isIdle(service);
}

/** H3: the same for counters; one that is not registered stays as long as it is open. */
export function isCounterShown(hall: Hall, id: string, group: CounterGroup): boolean {
  const { base, engagements, facts } = freshCounter(hall, group);
  if (base !== 'closed' || engagements.length > 0 || settingsOf(hall).counters.has(id)) return true;
  return facts.some(({ at }) => at >= hall.day.startAt) || !isIdle(group);
}

export function serviceRow(hall: Hall, id: string, openCounters: (serviceId: string) => number): ServiceRow {
  const service = hall.services.get(id)!;
  const board = isObserved(service) ? service.observed : null;
  return {
    name: settingsOf(hall).services.get(id)?.name ?? id,
    waiting: board ? board.waiting : service.waiting,
    oldestIssuedAt: service.queue[0]?.legAt ?? null,
    openCounters: board?.openCounters ?? openCounters(id),
    waitLimitMs: waitLimitOf(hall, id),
    observed: board !== null,
    lastNumber: board?.lastNumber ?? null,
    sourceIds: [...service.sources].sort(),
  };
}

/** The counter with its day played in order, if a late fact left it stale. */
export function freshCounter(hall: Hall, { counter }: CounterGroup): CounterGroup['counter'] {
  if (counter.stale) replayCounter(counter, hall.day.startAt);
  return counter;
}

/** C7 */
export function servicesOf(hall: Hall, group: CounterGroup): string[] {
  const counter = freshCounter(hall, group);
  return counter.serviceIds ?? settingsOf(hall).counters.get(counter.id)?.serviceIds ?? [];
}

const settingsById = new WeakMap<
  Hall['settings'],
  { services: Map<string, Hall['settings']['services'][number]>; counters: Map<string, Hall['settings']['counters'][number]> }
>();

/** The services and counters of the settings, by id. */
export function settingsOf({ settings }: Hall) {
  let known = settingsById.get(settings);
  if (!known) {
    known = { services: new Map(settings.services.map((one) => [one.id, one])), counters: new Map(settings.counters.map((one) => [one.id, one])) };
    settingsById.set(settings, known);
  }
  return known;
}

export function counterRow(hall: Hall, id: string): CounterRow {
  const group = hall.counters.get(id)!;
  const counter = freshCounter(hall, group);
  const { state, stateAt, ticketId } = viewCounter(counter);
  const registered = settingsOf(hall).counters.get(id);
  const { given, byLevel } = group.tally.rating;
  const ticket = ticketId === null ? undefined : hall.tickets.get(ticketId);
  return {
    name: registered?.name ?? id,
    zone: registered?.zone ?? null,
    state,
    stateAt,
    staffId: ticket?.staffId ?? counter.staffId,
    ticketId,
    ticketNumber: ticket ? (ticket.number ?? ticket.id) : null,
    serviceIds: servicesOf(hall, group),
    ratingMean: given === 0 ? null : byLevel.reduce((sum, count, index) => sum + count * (index + 1), 0) / given,
    registered: registered !== undefined,
    sourceId: group.source?.id ?? null,
  };
}

/** A ticket that is still open; null when it has ended. */
export function ticketRow(hall: Hall, ticket: Ticket | undefined): TicketRow | null {
  if (!ticket || !isOpen(ticket)) return null;
  return {
    number: ticket.number ?? ticket.id,
    serviceId: ticket.serviceId,
    customerClass: ticket.customerClass,
    state: ticket.state as TicketRow['state'],
    issuedAt: ticket.legAt,
    calledAt: ticket.calledAt,
    startedAt: ticket.startedAt,
    counterId: ticket.state === 'waiting' ? null : ticket.counterId,
    dueAt: waitDueAt(hall, ticket),
  };
}

export function sourceRow(source: Source): SourceRow {
  return {
    kind: source.kind,
    lastHeardAt: source.lastHeardAt,
    state: source.fault ? 'fault' : source.silent ? 'silent' : 'live',
    lagMs: source.lagMs,
    silentAfterMs: silentAfterMs(source),
  };
}
