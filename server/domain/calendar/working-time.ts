/**
 * Lengths that run within opening hours only. The stretches of the days around are worked out once and kept in order, so that
 * thousands of open waits can be asked for several times a second. A hall without weekly hours is open all the time.
 */
import type { HallSettings } from '../../../shared/commands/hall.js';
import { dayAt, openingsOn, type Stretch } from './day.js';

/** When lengths count: the hall's opening hours, or null for always. */
export type Counting = Pick<HallSettings, 'timezone' | 'openingHours' | 'exceptions'> | null;

/** The days that are worked out, without a gap, and their stretches: in order, none touching the next. */
interface Line {
  fromAt: number;
  untilAt: number;
  stretches: Stretch[];
}

const DAY_MS = 24 * 3_600_000;
/** A length that has not run out after so many days never does. */
const MOST_DAYS = 400;
/** An instant further than this from the days that are known begins a line of its own. */
const APART_MS = 100 * DAY_MS;

const lines = new WeakMap<object, Line>();

function isAlways(counting: Counting): counting is null {
  return counting === null || counting.openingHours.length === 0;
}

/** Adds later stretches to a list. Overlapping ones are one, so that no minute counts twice; the clocks may leave nothing of one. */
function joined(list: Stretch[], later: Stretch[]): Stretch[] {
  for (const { opensAt, closesAt } of later) {
    const last = list.at(-1);
    if (closesAt <= opensAt) continue;
    if (last && opensAt <= last.closesAt) last.closesAt = Math.max(last.closesAt, closesAt);
    else list.push({ opensAt, closesAt });
  }
  return list;
}

function stretchesOf(counting: NonNullable<Counting>, at: number): Line {
  const day = dayAt(at, counting.timezone);
  return { fromAt: day.startAt, untilAt: day.endAt, stretches: openingsOn(day, counting.openingHours, counting.exceptions) };
}

/** The line with every day from `from` to `to` on it. */
function lineOver(counting: NonNullable<Counting>, from: number, to: number): Line {
  let line = lines.get(counting);
  if (!line || from < line.fromAt - APART_MS || to > line.untilAt + APART_MS) {
    const first = stretchesOf(counting, from);
    line = { ...first, stretches: joined([], first.stretches) };
    lines.set(counting, line);
  }
  while (line.untilAt <= to) {
    const next = stretchesOf(counting, line.untilAt);
    joined(line.stretches, next.stretches);
    line.untilAt = next.untilAt;
  }
  if (line.fromAt > from) prepend(line, counting, from);
  return line;
}

function prepend(line: Line, counting: NonNullable<Counting>, from: number): void {
  const days: Stretch[][] = [];
  while (line.fromAt > from) {
    const before = stretchesOf(counting, line.fromAt - 1);
    days.push(before.stretches);
    line.fromAt = before.fromAt;
  }
  line.stretches = joined(joined([], days.reverse().flat()), line.stretches);
}

/** Index of the first stretch that closes after the instant. */
function firstAfter(stretches: Stretch[], at: number): number {
  let [low, high] = [0, stretches.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.closesAt > at) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The first instant at which so much of the time since then has counted; Infinity when it never does. */
export function dueAfter(counting: Counting, sinceAt: number, lengthMs: number): number {
  if (isAlways(counting)) return sinceAt + lengthMs;
  for (let days = 2, left = lengthMs, at = sinceAt; days < MOST_DAYS; days *= 2) {
    const { stretches, untilAt } = lineOver(counting, sinceAt, sinceAt + days * DAY_MS);
    for (let index = firstAfter(stretches, at); index < stretches.length; index++) {
      const { opensAt, closesAt } = stretches[index]!;
      const from = Math.max(at, opensAt);
      if (from + left <= closesAt) return from + left;
      left -= closesAt - from;
    }
    at = Math.max(at, untilAt);
  }
  return Infinity;
}

/** How much of the time between two instants counts; of more than so many days the last ones. */
export function lengthWithin(counting: Counting, since: number, to: number): number {
  if (to <= since) return 0;
  if (isAlways(counting)) return to - since;
  const from = Math.max(since, to - MOST_DAYS * DAY_MS);
  const { stretches } = lineOver(counting, from, to);
  let length = 0;
  for (let index = firstAfter(stretches, from); index < stretches.length && stretches[index]!.opensAt < to; index++) {
    const { opensAt, closesAt } = stretches[index]!;
    length += Math.min(to, closesAt) - Math.max(from, opensAt);
  }
  return length;
}

/** The latest instant since which so much has counted by `at`; −Infinity when that is long ago. */
export function agedBefore(counting: Counting, at: number, lengthMs: number): number {
  if (isAlways(counting)) return at - lengthMs;
  for (let days = 2, left = lengthMs, until = at; days < MOST_DAYS; days *= 2) {
    const { stretches, fromAt } = lineOver(counting, at - days * DAY_MS, at);
    for (let index = Math.min(firstAfter(stretches, until), stretches.length - 1); index >= 0; index--) {
      const { opensAt, closesAt } = stretches[index]!;
      if (opensAt > until) continue;
      const to = Math.min(until, closesAt);
      if (to - left >= opensAt) return to - left;
      left -= to - opensAt;
    }
    until = Math.min(until, fromAt);
  }
  return -Infinity;
}
