/** Clauses about counters: idle while people wait, paused, opened late and closed early against the roster. */
import { openingsOn, type Stretch } from '../../calendar/day.js';
import { viewCounter, type Counter } from '../../counter/counter.js';
import { bindsClass, bindsCounter, bindsService, type Clause } from '../../standard/clause.js';
import type { Hall } from '../hall.js';
import { judgedFrom } from '../openings.js';
import { freshCounter, servicesOf, settingsOf } from '../rows.js';
import { ruleOver, standingSince, trackedSince, type Rule, type Standing } from './rule.js';

export const counterAt = (hall: Hall, id: string): Counter => freshCounter(hall, hall.counters.get(id)!);

function canServe(hall: Hall, id: string, serviceId: string): boolean {
  const serves = servicesOf(hall, hall.counters.get(id)!);
  return serves.length === 0 || serves.includes(serviceId);
}

/** A clause of services binds the counters that can serve one of them. */
function binds(hall: Hall, clause: Clause, id: string): boolean {
  if (!bindsCounter(clause, id)) return false;
  return clause.serviceIds === null || [...clause.serviceIds].some((serviceId) => canServe(hall, id, serviceId));
}

export function* boundCounters(hall: Hall, clause: Clause): Generator<string> {
  for (const id of hall.counters.keys()) if (binds(hall, clause, id)) yield id;
}

function ofCounter(hall: Hall, id: string): Pick<Standing, 'subject' | 'label' | 'counterId'> {
  return { subject: { kind: 'counter', id }, label: settingsOf(hall).counters.get(id)?.name ?? id, counterId: id };
}

type Said = Counter['facts'][number]['type'];

/** When the counter first said anything but this, or had a ticket, from an instant on; Infinity when it did not. */
function movedAt(hall: Hall, id: string, { from, but }: { from: number; but: Said[] }): number {
  const { facts, engagements } = hall.counters.get(id)!.counter;
  const said = facts.find(({ at, type }) => at >= from && type.startsWith('counter.') && !but.includes(type))?.at ?? Infinity;
  return engagements.reduce((first, { startAt }) => (startAt >= from && startAt < first ? startAt : first), said);
}

const endBy = (...but: Said[]): Rule['endedAt'] => (hall, { subject, dueAt }) => Math.min(hall.newestAt, movedAt(hall, subject.id, { from: dueAt, but }));

const paused = ruleOver(boundCounters, {
  tell(hall, clause, id) {
    if (!hall.counters.has(id) || !binds(hall, clause, id)) return null;
    const { state, stateAt } = viewCounter(counterAt(hall, id));
    return state === 'paused' && stateAt !== null ? standingSince(stateAt, ofCounter(hall, id)) : null;
  },
  endedAt: endBy('counter.paused'),
});

/** A2: of whom the clause speaks, in the queue of a service; who was left in it on an earlier day waits for nobody any more. */
export function waitsToday(hall: Hall, clause: Clause, serviceId: string): boolean {
  const from = judgedFrom(hall);
  for (const ticket of hall.services.get(serviceId)!.queue) if (ticket.legAt >= from && bindsClass(clause, ticket)) return true;
  return false;
}

function someoneWaitsFor(hall: Hall, clause: Clause, counterId: string): boolean {
  for (const id of hall.services.keys()) if (bindsService(clause, id) && canServe(hall, counterId, id) && waitsToday(hall, clause, id)) return true;
  return false;
}

const idle = ruleOver(boundCounters, {
  tell(hall, clause, id) {
    const sinceAt = trackedSince(hall, clause, id);
    return sinceAt === null || !hall.counters.has(id) ? null : standingSince(sinceAt, ofCounter(hall, id));
  },
  endedAt: endBy('counter.opened', 'counter.resumed'),
  tracked: {
    among: (hall, clause, { services, counters }) => (services.size > 0 ? boundCounters(hall, clause) : [...counters].filter((id) => binds(hall, clause, id))),
    holds(hall, clause, id) {
      const counter = counterAt(hall, id);
      return counter.base === 'open' && counter.active.length === 0 && someoneWaitsFor(hall, clause, id);
    },
  },
});

/** Today's stretches of a counter's roster, worked out once a day. */
const rosters = new WeakMap<Hall['day'], { settings: Hall['settings']; byCounter: Map<string, Stretch[]> }>();

function rosterOf(hall: Hall): Map<string, Stretch[]> {
  let known = rosters.get(hall.day);
  if (known?.settings !== hall.settings) {
    const { counters, exceptions } = hall.settings;
    const rostered = counters.filter(({ roster }) => roster && roster.length > 0);
    known = { settings: hall.settings, byCounter: new Map(rostered.map(({ id, roster }) => [id, openingsOn(hall.day, roster!, exceptions)])) };
    rosters.set(hall.day, known);
  }
  return known.byCounter;
}

function* rosterIds(hall: Hall, clause: Clause): Generator<string> {
  for (const [id, stretches] of rosterOf(hall)) {
    if (hall.counters.has(id) && binds(hall, clause, id)) for (const { opensAt } of stretches) yield `${opensAt} ${id}`;
  }
}

function* rosterEnds(hall: Hall): Generator<number> {
  for (const stretches of rosterOf(hall).values()) for (const { closesAt } of stretches) yield closesAt;
}

/** Since when a closed counter breaks a stretch of its roster; null when it does not. */
type Broken = (counter: Counter, stretch: Stretch) => number | null;

const wasOpenSince = ({ openMs, baseAt }: Counter, at: number) => openMs > 0 && baseAt !== null && baseAt > at;
const late: Broken = (counter, { opensAt }) => (wasOpenSince(counter, opensAt) ? null : opensAt);
const early: Broken = (counter, { opensAt }) => (wasOpenSince(counter, opensAt) ? counter.baseAt : null);

function againstRoster(broken: Broken): Rule {
  return ruleOver(rosterIds, {
    tell(hall, clause, key) {
      const [opensAt, id] = [Number(key.slice(0, key.indexOf(' '))), key.slice(key.indexOf(' ') + 1)];
      const stretch = rosterOf(hall).get(id)?.find((one) => one.opensAt === opensAt);
      if (!stretch || hall.now >= stretch.closesAt || !hall.counters.has(id) || !binds(hall, clause, id)) return null;
      const counter = counterAt(hall, id);
      const sinceAt = counter.base === 'closed' ? broken(counter, stretch) : null;
      return sinceAt === null ? null : standingSince(sinceAt, ofCounter(hall, id));
    },
    idOf(hall, { subject, sinceAt }) {
      const stretch = rosterOf(hall).get(subject.id)?.find(({ opensAt, closesAt }) => opensAt <= sinceAt! && sinceAt! < closesAt);
      return `${stretch?.opensAt ?? 0} ${subject.id}`;
    },
    endedAt: (hall, { subject, dueAt }) => Math.min(movedAt(hall, subject.id, { from: dueAt, but: ['counter.closed'] }), closingAfter(hall, subject.id, dueAt)),
    ends: rosterEnds,
  });
}

function closingAfter(hall: Hall, id: string, at: number): number {
  return rosterOf(hall).get(id)?.find(({ closesAt }) => closesAt > at)?.closesAt ?? hall.day.startAt;
}

export const counterRules = {
  'counter.idle': idle,
  'counter.paused': paused,
  'counter.lateOpening': againstRoster(late),
  'counter.earlyClosing': againstRoster(early),
};
