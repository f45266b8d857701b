/** Limits that are said in working days 工作日: days on which the hall opens, the hall's calendar of exceptions (调休) included. */
import { dayAt, openingsOn, weekdayOf, type Day } from './day.js';
import type { Counting } from './working-time.js';

/** A hall that never opens again gives no working day: a limit then runs in plain days. */
const MOST_DAYS = 400;
const WEEKEND: readonly string[] = ['sat', 'sun'];

/** A hall without weekly hours keeps office days, Monday to Friday. */
function isWorking(day: Day, { openingHours, exceptions = [] }: NonNullable<Counting>): boolean {
  if (openingHours.length > 0) return openingsOn(day, openingHours, exceptions).length > 0;
  const exception = exceptions.find(({ date }) => date === day.date);
  return exception ? exception.hours.length > 0 : !WEEKEND.includes(weekdayOf(day));
}

/** E3: the end of the last of so many working days after the day of `at`, which itself does not count. */
export function endOfWorkingDay(calendar: NonNullable<Counting>, at: number, count: number): number {
  let day = dayAt(at, calendar.timezone);
  for (let left = count, looked = 0; left > 0; looked++) {
    day = dayAt(day.endAt, calendar.timezone);
    if (looked >= MOST_DAYS || isWorking(day, calendar)) left--;
  }
  return day.endAt;
}
