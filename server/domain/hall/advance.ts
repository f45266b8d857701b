/**
 * Time enters here and only here: `advance` moves the hall's clock on, `nextDeadline` says when it will next matter.
 * Advancing in many steps or in one comes to the same hall.
 */
import { dayAt, type Day } from '../calendar/day.js';
import { newCounter, rollCounter } from '../counter/counter.js';
import { newTally } from '../kpi/tally.js';
import { isOpen } from '../ticket/ticket.js';
import { countMark, gaugeTicket } from './count.js';
import { newDirty, newGroup, quarterOf, quarterStart, QUARTER_MS, type Group, type Hall } from './hall.js';
import { silentAt } from './hear.js';
import { alertInstants, forgetAlerts, markAlerts } from './apply-alert.js';
import { letGoCases } from './apply-case.js';
import { nextDue } from './judge.js';
import { openingsOf } from './openings.js';
import { nextRoundAt } from './rounds.js';
import { waitsReached } from './standard-of.js';
import { takeUpAll } from './put-away.js';
import { play } from './ticket-facts.js';
import { trackAll } from './track.js';

export function advance(hall: Hall, now: number): void {
  if (now <= hall.now) return;
  const changeAt = Math.min(...hall.standards.map(({ effectiveFromAt }) => effectiveFromAt).filter((at) => at > hall.now));
  if (changeAt < now) {
    advance(hall, changeAt);
    return advance(hall, now);
  }
  hall.now = now;
  if (now >= hall.day.endAt) beginDay(hall, dayAt(now, hall.day.zone));
  if (changeAt === now) beginVersion(hall);
}

/** R3: another version is in force: whatever it says is shown anew. */
export function beginVersion(hall: Hall): void {
  hall.dirty = newDirty(true);
  trackAll(hall, hall.now);
}

/** Deadlines since rows were last made: whatever they change is to be shown anew. */
export function markPassed(hall: Hall): void {
  const before = hall.shownAt;
  hall.shownAt = hall.now;
  const passed = (at: number) => at > before && at <= hall.now;
  for (const [id, source] of hall.sources) {
    if (source.silent || silentAt(source) > hall.now) continue;
    source.silent = true;
    hall.dirty.sources.add(id);
  }
  if (passed(quarterEnd(hall, before))) hall.dirty.quarters = hall.dirty.strip = true;
  for (const { opensAt, closesAt } of openingsOf(hall)) if (passed(opensAt) || passed(closesAt)) hall.dirty.hall = true;
  for (const { at } of hall.openings) if (passed(at)) hall.dirty.hall = true;
  markAlerts(hall, passed);
  for (const [id, { queue }] of hall.services) {
    if (queue.length === 0 || waitsReached(hall, id, { after: before, by: hall.now }).next().done) continue;
    hall.dirty.services.add(id);
    hall.dirty.hall = true;
  }
}

function quarterEnd(hall: Hall, at: number): number {
  return quarterStart(hall, at) + QUARTER_MS;
}

/** The earliest instant after `now` at which the clauses may say something else though no event comes. */
export function nextVerdict(hall: Hall): number {
  const changes = hall.standards.map(({ effectiveFromAt }) => effectiveFromAt).filter((at) => at > hall.now);
  return Math.min(hall.day.endAt, nextDue(hall), ...changes);
}

/** The earliest instant after `now` at which the hall changes though no event comes; hall's clock, epoch ms. */
export function nextDeadline(hall: Hall): number {
  let next = Math.min(nextVerdict(hall), quarterEnd(hall, hall.now), nextRoundAt(hall));
  const consider = (at: number) => {
    if (at > hall.now && at < next) next = at;
  };
  for (const { opensAt, closesAt } of openingsOf(hall)) {
    consider(opensAt);
    consider(closesAt);
  }
  for (const { at } of hall.openings) consider(at);
  for (const source of hall.sources.values()) if (!source.silent) consider(silentAt(source));
  for (const at of alertInstants(hall)) consider(at);
  return next;
}

/** Tickets that ended before yesterday's last word are let go; everything else is counted anew for the day. */
export function beginDay(hall: Hall, day: Day): void {
  const newDay = day.date !== hall.day.date || day.zone !== hall.day.zone;
  hall.day = day;
  if (newDay) {
    letGo(hall);
    hall.quality = {};
    hall.openings = [];
    hall.ratings = [];
    hall.quarters.clear();
    forgetAlerts(hall);
    letGoCases(hall);
    for (const service of hall.services.values()) {
      service.observed = null;
      service.sources.clear();
    }
  }
  recount(hall);
  trackAll(hall, newDay ? day.startAt : hall.now);
}

const DAY_MS = 24 * 3_600_000;

function letGo(hall: Hall): void {
  takeUpAll(hall);
  hall.past.clear();
  for (const ticket of hall.tickets.values()) {
    const last = ticket.facts.at(-1);
    if (isOpen(ticket) || (last && last.at >= hall.day.startAt)) continue;
    if (ticket.heardAt < hall.day.startAt - DAY_MS) hall.tickets.delete(ticket.id);
    else hall.past.add(ticket.id);
  }
}

function emptyGroup(group: Group): void {
  Object.assign(group, newGroup(), { tally: newTally() });
}

/** Counts today from nothing: tickets and counters from their facts, board readings and loose ratings from what was kept. */
function recount(hall: Hall): void {
  takeUpAll(hall);
  emptyGroup(hall.all);
  hall.rated = [];
  hall.staff.clear();
  hall.zones.clear();
  const quarters = [...hall.quarters];
  hall.quarters.clear();
  for (const [index, { observed }] of quarters) {
    if (observed.size > 0) quarterOf(hall, hall.day.startAt + index * QUARTER_MS).observed = observed;
  }
  for (const service of hall.services.values()) {
    emptyGroup(service);
    service.queue = [];
  }
  for (const group of hall.counters.values()) {
    emptyGroup(group);
    group.counter = { ...newCounter(group.counter.id), facts: group.counter.facts };
  }
  for (const ticket of hall.tickets.values()) {
    play(hall, ticket, null);
    gaugeTicket(hall, ticket, 1);
  }
  for (const { counter } of hall.counters.values()) rollCounter(counter, hall.day.startAt);
  for (const { mark } of hall.ratings) countMark(hall, mark, 1);
  hall.dirty = newDirty(true);
}
