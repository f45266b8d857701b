/** The standard as it binds this hall at an instant, and what its wait clauses say of tickets, services and figures. */
import { agedBefore, dueAfter, lengthWithin, type Counting } from '../calendar/working-time.js';
import { bindsClass, bindsService, type Clause } from '../standard/clause.js';
import { readStandard, versionAt, type Standard } from '../standard/standard.js';
import type { Mark, Pause, Ticket } from '../ticket/ticket.js';
import type { Hall } from './hall.js';

export function standardAt({ standards, settings }: Terms, at: number): Standard {
  return readStandard(versionAt(standards, settings, at));
}

export function countingOf({ settings }: Pick<Hall, 'settings'>, { always }: Clause): Counting {
  return always ? null : settings;
}

/** R4: where a length would have begun had it never been parked since: what it was parked for does not age it. */
export function agedFrom(counting: Counting, sinceAt: number, pauses: readonly Pause[]): number {
  if (pauses.length === 0) return sinceAt;
  const parked = pauses.reduce((sum, { from, to }) => sum + (from < sinceAt ? 0 : lengthWithin(counting, from, to)), 0);
  return parked === 0 ? sinceAt : dueAfter(counting, sinceAt, parked);
}

interface WaitClauses {
  all: Clause[];
  /** The strictest that binds whatever the customer's class. */
  general: number | null;
  /** The one target of everybody; null where classes differ. */
  shared: number | null;
}

const waitClauses = new WeakMap<Standard, Map<string, WaitClauses>>();

/** The wait clauses of a service. Who waits is at no counter: those of counters bind nobody's figures. */
function waitClausesOf(standard: Standard, serviceId: string): WaitClauses {
  let known = waitClauses.get(standard);
  if (!known) waitClauses.set(standard, (known = new Map<string, WaitClauses>()));
  let clauses = known.get(serviceId);
  if (!clauses) {
    const all = standard.clauses.filter((clause) => clause.kind === 'ticket.wait' && clause.counterIds === null && bindsService(clause, serviceId));
    const limits = all.filter(({ customerClasses }) => customerClasses === null).map(({ breachMs }) => breachMs!);
    const general = limits.length === 0 ? null : Math.min(...limits);
    const differ = all.some(({ customerClasses, breachMs }) => customerClasses !== null && (general === null || breachMs! < general));
    known.set(serviceId, (clauses = { all, general, shared: differ ? null : general }));
  }
  return clauses;
}

/** What promises a hall is judged by. */
export type Terms = Pick<Hall, 'standards' | 'settings'>;

/** What a service's tickets are promised now, in ms. */
export function waitLimitOf(hall: Hall, serviceId: string): number | null {
  return waitClausesOf(standardAt(hall, hall.now), serviceId).general;
}

/** The target of a service's figures at an instant. */
export function waitTargetAt(terms: Terms, serviceId: string, at: number): number | null {
  return waitClausesOf(standardAt(terms, at), serviceId).shared;
}

/** The target that services share; null where they differ or have none. */
export function sharedTarget(terms: Terms, serviceIds: Iterable<string>, at: number): number | null {
  const targets = new Set([...serviceIds].map((id) => waitTargetAt(terms, id, at)));
  return targets.size === 1 ? ([...targets][0] ?? null) : null;
}

type Waiting = Pick<Ticket, 'legAt' | 'pauses' | 'customerClass'>;

/** When a wait reaches the strictest limit that binds it in the standard of `at`; null where none does. */
export function limitAt(hall: Terms, wait: Waiting & { serviceId: string | null }, at: number): number | null {
  if (wait.serviceId === null) return null;
  let first = Infinity;
  for (const clause of waitClausesOf(standardAt(hall, at), wait.serviceId).all) {
    if (!bindsClass(clause, wait)) continue;
    const counting = countingOf(hall, clause);
    first = Math.min(first, dueAfter(counting, agedFrom(counting, wait.legAt, wait.pauses), clause.breachMs!));
  }
  return first === Infinity ? null : first;
}

/** When a waiting ticket's limit falls, by the standard of now. */
export function waitDueAt(hall: Hall, ticket: Ticket): number | null {
  return ticket.state === 'waiting' && ticket.measured ? limitAt(hall, ticket, hall.now) : null;
}

/** F4: whether a wait that ended was within its limit, by the standard of that moment; null where nothing was promised or known. */
export function wasWithin(hall: Terms, mark: Mark): boolean | null {
  if (mark.kind !== 'called' && mark.kind !== 'abandoned') return null;
  if ((mark.kind === 'called' ? mark.waitMs : mark.abandonMs) === null) return null;
  const limit = limitAt(hall, mark, mark.at);
  return limit === null ? null : mark.at <= limit;
}

/** Waits of a service's queue that reached a limit of the standard of now after one instant and by another. */
export function* waitsReached(hall: Hall, serviceId: string, { after, by }: { after: number; by: number }): Generator<Ticket> {
  const clauses = waitClausesOf(standardAt(hall, hall.now), serviceId).all.map((clause) => {
    const counting = countingOf(hall, clause);
    const before = (at: number) => (at === -Infinity ? at : agedBefore(counting, at, clause.breachMs!));
    return { clause, counting, after: before(after), by: before(by) };
  });
  if (clauses.length === 0) return;
  const latest = Math.max(...clauses.map(({ by: to }) => to));
  for (const ticket of hall.services.get(serviceId)!.queue) {
    if (ticket.legAt > latest) return; // it cannot count from earlier
    if (!ticket.measured || ticket.calledAt !== null) continue;
    const reached = clauses.some(({ clause, counting, after: from, by: to }) => {
      const aged = agedFrom(counting, ticket.legAt, ticket.pauses);
      return aged > from && aged <= to && bindsClass(clause, ticket);
    });
    if (reached) yield ticket;
  }
}
