/**
 * One counter 窗口: its own facts (opened, closed, paused, staff) and the tickets that engage it, in time order. Running
 * sums of today's open, paused and busy time; a late fact rewinds the counter and plays its day again.
 */
import { placeAmong } from '../event/fact.js';
import type { Engagement } from './engagement.js';

export interface CounterFact {
  seq: number;
  at: number;
  type: 'counter.opened' | 'counter.closed' | 'counter.paused' | 'counter.resumed' | 'staff.loggedOn' | 'staff.loggedOff';
  staffId?: string;
  serviceIds?: string[];
}

export interface Counter {
  id: string;
  /** In (at, seq) order; of earlier days only what still counts. */
  facts: CounterFact[];
  engagements: Engagement[];
  /** A fact came out of order: the sums below must be played again before they are read. */
  stale: boolean;
  /** The (at, seq) of the newest thing seen: whatever comes before it is out of order. */
  lastAt: number;
  lastSeq: number;
  base: 'closed' | 'open' | 'paused';
  baseAt: number | null;
  /** C2: nobody said that it opened, but it called a ticket: open until the day ends. */
  implied: boolean;
  active: Engagement[];
  freeAt: number | null;
  staffId: string | null;
  serviceIds: string[] | null;
  openSince: number | null;
  pausedSince: number | null;
  busySince: number | null;
  openMs: number;
  pausedMs: number;
  busyMs: number;
}

const fresh = () => ({
  stale: false, lastAt: -Infinity, lastSeq: 0, base: 'closed' as const, baseAt: null, implied: false, active: [], freeAt: null,
  staffId: null, serviceIds: null, openSince: null, pausedSince: null, busySince: null, openMs: 0, pausedMs: 0, busyMs: 0,
});

export function newCounter(id: string): Counter {
  return { id, facts: [], engagements: [], ...fresh() };
}

/** Milliseconds of [from, to) that lie at or after the day's start. */
function todays(from: number, to: number, startAt: number): number {
  return Math.max(0, to - Math.max(from, startAt));
}

function setBase(counter: Counter, base: Counter['base'], { at, startAt }: { at: number; startAt: number }): void {
  if (counter.pausedSince !== null && base !== 'paused') {
    counter.pausedMs += todays(counter.pausedSince, at, startAt);
    counter.pausedSince = null;
  }
  if (base === 'paused') counter.pausedSince ??= at;
  if (counter.openSince !== null && base === 'closed') {
    counter.openMs += todays(counter.openSince, at, startAt);
    counter.openSince = null;
  }
  if (base !== 'closed') counter.openSince ??= at;
  if (counter.base !== base || counter.baseAt === null) counter.baseAt = at;
  counter.base = base;
}

function stepFact(counter: Counter, fact: CounterFact, startAt: number): void {
  const when = { at: fact.at, startAt };
  if (fact.type !== 'staff.loggedOn' && fact.type !== 'staff.loggedOff') counter.implied = false;
  switch (fact.type) {
    case 'counter.opened':
      if (fact.staffId) counter.staffId = fact.staffId;
      if (fact.serviceIds) counter.serviceIds = fact.serviceIds;
      return setBase(counter, 'open', when);
    case 'counter.closed':
      counter.staffId = null;
      return setBase(counter, 'closed', when);
    case 'counter.paused':
      return setBase(counter, 'paused', when);
    case 'counter.resumed':
      return setBase(counter, 'open', when);
    case 'staff.loggedOn':
      counter.staffId = fact.staffId ?? null;
      return;
    case 'staff.loggedOff':
      if (counter.staffId === fact.staffId) counter.staffId = null;
  }
}

/** Who was logged on there at the instant. */
export function staffAt({ facts }: Pick<Counter, 'facts'>, at: number): string | null {
  const then = newCounter('');
  for (const fact of facts) if (fact.at <= at) stepFact(then, fact, 0);
  return then.staffId;
}

function stepEngage(counter: Counter, engagement: Engagement, startAt: number): void {
  if (counter.base === 'closed') {
    counter.implied = true;
    setBase(counter, 'open', { at: engagement.startAt, startAt });
  }
  counter.active.push(engagement);
  if (engagement.kind === 'serving') counter.busySince ??= engagement.startAt;
}

function stepRelease(counter: Counter, engagement: Engagement, startAt: number): void {
  const at = engagement.endAt!;
  counter.active.splice(counter.active.indexOf(engagement), 1);
  counter.freeAt = at;
  if (counter.busySince === null || counter.active.some(({ kind }) => kind === 'serving')) return;
  counter.busyMs += todays(counter.busySince, at, startAt);
  counter.busySince = null;
}

/** An instant on the hall's time line, and the seq of what happens at it. */
interface When {
  at: number;
  seq: number;
}

const bases = ['counter.opened', 'counter.closed', 'counter.paused', 'counter.resumed'];

/** What the counter last said of itself before an instant was that it is closed or paused. */
export function isShutAt(counter: Counter, { at, seq }: When): boolean {
  const said = counter.facts.findLast((fact) => bases.includes(fact.type) && (fact.at < at || (fact.at === at && fact.seq < seq)));
  return said !== undefined && said.type !== 'counter.opened' && said.type !== 'counter.resumed';
}

/** So many of a counter's last engagements, in the order of their coming, are looked at for two at once. */
const LOOK_BACK = 32;

/** Whether another ticket is served there at the instant. */
export function isServingAt({ engagements }: Counter, at: number): boolean {
  for (let index = engagements.length - 1; index >= 0 && index >= engagements.length - LOOK_BACK; index--) {
    const { kind, startAt, endAt } = engagements[index]!;
    if (kind === 'serving' && startAt <= at && (endAt === null || endAt > at)) return true;
  }
  return false;
}

/** C4: steps at once what is of today and not before anything already seen; else leaves the counter stale. */
function inOrder(counter: Counter, { at, seq }: When, startAt: number): boolean {
  if (at < startAt || at < counter.lastAt || (at === counter.lastAt && seq < counter.lastSeq)) counter.stale = true;
  else {
    counter.lastAt = at;
    counter.lastSeq = seq;
  }
  return !counter.stale;
}

/** Puts the fact in its place. True when it came out of order. */
export function addCounterFact(counter: Counter, fact: CounterFact, startAt: number): boolean {
  const index = placeAmong(counter.facts, fact);
  const late = index < counter.facts.length;
  counter.facts.splice(index, 0, fact);
  if (inOrder(counter, fact, startAt)) stepFact(counter, fact, startAt);
  return late;
}

export function engageCounter(counter: Counter, engagement: Engagement, startAt: number): void {
  counter.engagements.push(engagement);
  if (inOrder(counter, { at: engagement.startAt, seq: engagement.startSeq }, startAt)) stepEngage(counter, engagement, startAt);
}

export function releaseCounter(counter: Counter, { ticketId, when }: { ticketId: string; when: When }, startAt: number): void {
  const engagement = counter.stale
    ? counter.engagements.findLast((one) => one.ticketId === ticketId && one.endAt === null)
    : counter.active.find((one) => one.ticketId === ticketId);
  if (!engagement) return;
  engagement.endAt = when.at;
  engagement.endSeq = when.seq;
  if (inOrder(counter, when, startAt)) stepRelease(counter, engagement, startAt);
}

/** Takes back a ticket's whole time here, before the ticket is played again. */
export function forgetTicket(counter: Counter, ticketId: string): void {
  const kept = counter.engagements.filter((one) => one.ticketId !== ticketId);
  if (kept.length === counter.engagements.length) return;
  counter.engagements = kept;
  counter.stale = true;
}

/** C3: a ticket's time here that ended before the day has no part in it: an opening it implied ended with its own day. */
function reachesInto(startAt: number, { startAt: from, endAt }: Engagement): boolean {
  return endAt === null || endAt > startAt || from >= startAt;
}

/** One thing of a counter's day, in its place. */
interface Step {
  at: number;
  seq: number;
  /** Where one fact does both, it releases before it engages. */
  rank: 0 | 1;
  fact?: CounterFact;
  one?: Engagement;
}

/** Plays the counter's facts and engagements again, in (at, seq) order; `before` is told of each step before it is taken. */
export function replayCounter(counter: Counter, startAt: number, before?: (at: number) => void): void {
  const engagements = counter.engagements.filter((one) => reachesInto(startAt, one));
  Object.assign(counter, fresh(), { engagements });
  const steps: Step[] = [];
  for (const one of engagements) {
    steps.push({ at: one.startAt, seq: one.startSeq, rank: 1, one });
    if (one.endAt !== null) steps.push({ at: one.endAt, seq: one.endSeq!, rank: 0, one });
  }
  for (const fact of counter.facts) steps.push({ at: fact.at, seq: fact.seq, rank: 0, fact });
  steps.sort((a, b) => a.at - b.at || a.seq - b.seq || a.rank - b.rank);
  for (const { at, seq, rank, fact, one } of steps) {
    before?.(at);
    if (fact) stepFact(counter, fact, startAt);
    else if (rank === 1) stepEngage(counter, one!, startAt);
    else stepRelease(counter, one!, startAt);
    counter.lastAt = at;
    counter.lastSeq = seq;
  }
}

/** A counter that nobody ever closes keeps so many facts of earlier days. */
const EARLIER_KEPT = 20;

/** Where the counter was last closed: the first of several closings in a row. */
function lastClosing(facts: CounterFact[]): number {
  const said = facts.findLastIndex(({ type }) => type === 'counter.closed');
  const before = facts.slice(0, Math.max(0, said)).findLast(({ type }) => bases.includes(type));
  return before?.type === 'counter.closed' ? lastClosing(facts.slice(0, said)) : said;
}

/** C3: at the day's start facts of earlier days go, but for those since the last closing and the services last named. */
export function rollCounter(counter: Counter, startAt: number): void {
  counter.facts = factsFrom(counter.facts, startAt);
  replayCounter(counter, startAt);
}

/** Those of a day that begins then, and of earlier days what still counts. */
export function factsFrom(facts: CounterFact[], startAt: number): CounterFact[] {
  const earlier = facts.filter(({ at }) => at < startAt);
  const kept = earlier.slice(Math.max(0, lastClosing(earlier), earlier.length - EARLIER_KEPT));
  const services = earlier.findLast(({ serviceIds }) => serviceIds !== undefined);
  if (services && !kept.includes(services)) kept.unshift(services);
  return [...kept, ...facts.slice(earlier.length)];
}

export interface CounterView {
  state: 'closed' | 'open' | 'calling' | 'serving' | 'paused';
  stateAt: number | null;
  ticketId: string | null;
}

/** What the counter is doing: serving and calling stand over its own word; of two tickets at once, the newest. */
export function viewCounter(counter: Counter): CounterView {
  for (const kind of ['serving', 'calling'] as const) {
    const newest = counter.active.findLast((one) => one.kind === kind);
    if (newest) return { state: kind, stateAt: newest.startAt, ticketId: newest.ticketId };
  }
  const { base, baseAt, freeAt } = counter;
  const stateAt = baseAt === null ? freeAt : Math.max(baseAt, freeAt ?? baseAt);
  return { state: base, stateAt, ticketId: null };
}

/** Today's sums, with what still runs counted up to `now`. */
export function counterTimes(counter: Counter, now: number, startAt: number): { openMs: number; pausedMs: number; busyMs: number } {
  const running = (since: number | null) => (since === null ? 0 : todays(since, now, startAt));
  return {
    openMs: counter.openMs + running(counter.openSince),
    pausedMs: counter.pausedMs + running(counter.pausedSince),
    busyMs: counter.busyMs + running(counter.busySince),
  };
}
