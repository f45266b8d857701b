/** The days a report is of, as people pick them: dates of the hall's own calendar, both ends included. */
import { parseInstant } from '../../../shared/instant.js';
import { dateAfter } from '../hall/local-time';

export interface Period {
  from: string;
  to: string;
}

/** Chosen with one press: so many days up to the one picked. */
export const lengths = [1, 7, 30] as const;

const WEEK = 7;
const WEEKS_SHOWN = 6;
/** The tickets behind the numbers are told of so many days at once; more are no report but an export. */
export const MOST_DAYS = 31;

export function periodOf(to: string, days: number): Period {
  return { from: dateAfter(to, 1 - days), to };
}

export function daysIn({ from, to }: Period): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < MOST_DAYS; day = dateAfter(day, 1)) days.push(day);
  return days;
}

export function shifted({ from, to }: Period, days: number): Period {
  return { from: dateAfter(from, days), to: dateAfter(to, days) };
}

/** The same weekdays before it: a week back, or as many weeks as keep the two apart. */
export function weekBefore(period: Period): Period {
  return shifted(period, -WEEK * Math.ceil(daysIn(period).length / WEEK));
}

/** The dates of a month's leaf, from the Monday before its first day on. */
export function leafOf(month: string): string[] {
  const first = `${month}-01`;
  const start = dateAfter(first, -weekdayOf(first));
  return Array.from({ length: WEEK * WEEKS_SHOWN }, (_, i) => dateAfter(start, i));
}

const MONDAY = '2024-01-01';
const DAY_MS = 86_400_000;

/** 0 on a Monday. */
export function weekdayOf(date: string): number {
  const days = Math.round((parseInstant(`${date}T00:00:00Z`) - parseInstant(`${MONDAY}T00:00:00Z`)) / DAY_MS);
  return ((days % WEEK) + WEEK) % WEEK;
}
