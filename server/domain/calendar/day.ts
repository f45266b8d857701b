/**
 * The hall's own day: [00:00, 24:00) in the hall's zone, start inclusive, end exclusive (contract §5). Days with a change of
 * the clocks last 23 or 25 hours. Pure: zones come from the runtime's own Intl data, instants are given.
 */
import type { HallSettings } from '../../../shared/commands/hall.js';
import { weekdays } from '../../../shared/glossary/choices.js';

/** `date` is YYYY-MM-DD in `zone`; startAt ≤ instant < endAt, epoch ms. */
export interface Day {
  readonly date: string;
  readonly zone: string;
  readonly startAt: number;
  readonly endAt: number;
}

const HOUR = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      calendar: 'iso8601',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(zone, format);
  }
  return format;
}

/** The wall clock of a zone at an instant: date YYYY-MM-DD and time HH:MM. */
export function localTime(at: number, zone: string): { date: string; time: string } {
  const part: Record<string, string> = {};
  for (const { type, value } of formatFor(zone).formatToParts(at)) part[type] = value;
  return { date: `${part['year']}-${part['month']}-${part['day']}`, time: `${part['hour']}:${part['minute']}` };
}

/** An instant, to the minute, in [from, to] at which the zone's wall clock has just reached `date` `time`. */
function firstAt(zone: string, wanted: string, [from, to]: [number, number]): number {
  let [low, high] = [Math.floor(from / 60_000), Math.ceil(to / 60_000)];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (wallClock(middle * 60_000, zone) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low * 60_000;
}

function wallClock(at: number, zone: string): string {
  const { date, time } = localTime(at, zone);
  return `${date}T${time}`;
}

function nextDate(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 24 * HOUR).toISOString().slice(0, 10);
}

const DAY_MS = 24 * HOUR;
const AHEAD_KEPT = 10_000;
const ahead = new Map<string, number>();

/** How far the zone's clocks are ahead of UTC at a midnight of UTC. */
function aheadAt(zone: string, midnight: number): number {
  const key = `${zone} ${midnight}`;
  let known = ahead.get(key);
  if (known === undefined) {
    known = Date.parse(`${wallClock(midnight, zone)}:00Z`) - midnight;
    if (ahead.size >= AHEAD_KEPT) ahead.clear();
    ahead.set(key, known);
  }
  return known;
}

/** Clocks go back by an hour, or by half of one (Lord Howe). */
const SET_BACK = [HOUR, HOUR / 2];

/**
 * The instant of a wall-clock time of a date; `24:00` is the next midnight. In a gap of the clocks: the first instant after
 * it; of a time that comes twice: the first.
 */
export function instantOf(date: string, time: string, zone: string): number {
  const [on, hour] = time === '24:00' ? [nextDate(date), '00:00'] : [date, time];
  const wanted = `${on}T${hour}`;
  const utc = Date.parse(`${wanted}:00Z`);
  const midnight = utc - (utc % DAY_MS);
  const [before, after] = [aheadAt(zone, midnight - DAY_MS), aheadAt(zone, midnight + 2 * DAY_MS)];
  if (before === after) return utc - before; // the clocks do not change around it
  const found = firstAt(zone, wanted, [utc - 16 * HOUR, utc + 16 * HOUR]);
  const earlier = SET_BACK.map((length) => found - length).find((at) => wallClock(at, zone) === wanted);
  return earlier ?? found;
}

export function dayOf(date: string, zone: string): Day {
  return { date, zone, startAt: instantOf(date, '00:00', zone), endAt: instantOf(date, '24:00', zone) };
}

export function dayAt(at: number, zone: string): Day {
  return dayOf(localTime(at, zone).date, zone);
}

export function isWithin(day: Day, at: number): boolean {
  return at >= day.startAt && at < day.endAt;
}

/** From when to when something is open, epoch ms. */
export interface Stretch {
  opensAt: number;
  closesAt: number;
}

export type Exceptions = NonNullable<HallSettings['exceptions']>;

/** By the calendar alone: the clocks of a place do not change it. */
export function weekdayOf({ date }: Pick<Day, 'date'>): (typeof weekdays)[number] {
  return weekdays[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
}

/** The day's stretches of opening hours as instants, in order: of its weekday, or of the date where that is an exception. */
export function openingsOn(day: Day, hours: HallSettings['openingHours'], exceptions: Exceptions = []): Stretch[] {
  const weekday = weekdayOf(day);
  const exception = exceptions.find(({ date }) => date === day.date);
  return (exception?.hours ?? hours.filter(({ days }) => days.includes(weekday)))
    .map(({ opens, closes }) => ({ opensAt: instantOf(day.date, opens, day.zone), closesAt: instantOf(day.date, closes, day.zone) }))
    .sort((a, b) => a.opensAt - b.opensAt);
}
