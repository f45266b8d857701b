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
  lastAt: number;
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
  stale: false, lastAt: -Infinity, base: 'closed' as const, baseAt: null, implied: false, active: [], freeAt: null,
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
  if (counter.base !== base) counter.baseAt = at;
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

/** Steps at once when `at` is not before anything already seen; else leaves the counter stale. */
function inOrder(counter: Counter, at: number): boolean {
  if (at < counter.lastAt) counter.stale = true;
  else counter.lastAt = at;
  return !counter.stale;
}

/** Puts the fact in its place. True when it came out of order. */
export function addCounterFact(counter: Counter, fact: CounterFact, startAt: number): boolean {
  const index = placeAmong(counter.facts, fact);
  const late = index < counter.facts.length;
  counter.facts.splice(index, 0, fact);
  if (inOrder(counter, fact.at)) stepFact(counter, fact, startAt);
  return late;
}

export function engageCounter(counter: Counter, engagement: Engagement, startAt: number): void {
  counter.engagements.push(engagement);
  if (inOrder(counter, engagement.startAt)) stepEngage(counter, engagement, startAt);
}

export function releaseCounter(counter: Counter, { ticketId, at }: { ticketId: string; at: number }, startAt: number): void {
  const engagement = counter.stale
    ? counter.engagements.findLast((one) => one.ticketId === ticketId && one.endAt === null)
    : counter.active.find((one) => one.ticketId === ticketId);
  if (!engagement) return;
  engagement.endAt = at;
  if (inOrder(counter, at)) stepRelease(counter, engagement, startAt);
}

/** Takes back a ticket's whole time here, before the ticket is played again. */
export function forgetTicket(counter: Counter, ticketId: string): void {
  const kept = counter.engagements.filter((one) => one.ticketId !== ticketId);
  if (kept.length === counter.engagements.length) return;
  counter.engagements = kept;
  counter.stale = true;
}

/** Plays the counter's facts and engagements again, in time order (at one instant: releases, then facts, then engagements). */
export function replayCounter(counter: Counter, startAt: number): void {
  const { facts, engagements } = counter;
  Object.assign(counter, fresh());
  const starts = [...engagements].sort((a, b) => a.startAt - b.startAt);
  const ends = engagements.filter(({ endAt }) => endAt !== null).sort((a, b) => a.endAt! - b.endAt! || a.startAt - b.startAt);
  let [fact, start, end] = [0, 0, 0];
  while (fact < facts.length || start < starts.length || end < ends.length) {
    const factAt = facts[fact]?.at ?? Infinity;
    const startsAt = starts[start]?.startAt ?? Infinity;
    // an engagement of no length is released after it began
    const one = ends[end];
    const endsAt = one ? (one.endAt === one.startAt ? one.endAt + 0.5 : one.endAt!) : Infinity;
    counter.lastAt = Math.floor(Math.min(factAt, startsAt, endsAt));
    if (endsAt <= factAt && endsAt <= startsAt) stepRelease(counter, ends[end++]!, startAt);
    else if (factAt <= startsAt) stepFact(counter, facts[fact++]!, startAt);
    else stepEngage(counter, starts[start++]!, startAt);
  }
}

/** C3: at the day's start drops what no longer counts: ended engagements, openings that were only implied. */
export function rollCounter(counter: Counter, startAt: number): void {
  const earlier = counter.facts.filter(({ at }) => at < startAt);
  const last = (types: string[]) => earlier.findLast(({ type }) => types.includes(type));
  const base = last(['counter.opened', 'counter.closed', 'counter.paused', 'counter.resumed']);
  const kept = [
    base && base.type !== 'counter.opened' ? last(['counter.opened']) : undefined,
    base,
    last(['staff.loggedOn', 'staff.loggedOff']),
  ].filter((fact) => fact !== undefined);
  counter.facts = [...kept.sort((a, b) => a.at - b.at || a.seq - b.seq), ...counter.facts.filter(({ at }) => at >= startAt)];
  counter.engagements = counter.engagements.filter(({ endAt }) => endAt === null || endAt >= startAt);
  replayCounter(counter, startAt);
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
