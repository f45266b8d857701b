import { instantOf } from '../calendar/day.js';

/** Dates and times of day as a built day writes and reads them: to the second, with the offset of the hall's zone. */

const MINUTE = 60_000;
/** No zone changes its offset other than on a quarter of an hour, so an offset holds for the quarter it was read in. */
const QUARTER = 15 * MINUTE;

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

function readOffset(at: number, timezone: string): number {
  let format = formats.get(timezone);
  if (!format) {
    format = new Intl.DateTimeFormat('en', { timeZone: timezone, timeZoneName: 'longOffset' });
    formats.set(timezone, format);
  }
  const name = format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
  const m = /([+-])(\d\d):(\d\d)/.exec(name); // 'GMT+08:00', and plain 'GMT' for zero
  if (!m) return 0;
  return (m[1] === '+' ? 1 : -1) * (Number(m[2]) * 60 + Number(m[3])) * MINUTE;
}

/** How far the zone's clocks are ahead of UTC at the instant, in ms. */
function offsetMs(at: number, timezone: string): number {
  const key = `${timezone} ${Math.floor(at / QUARTER)}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = readOffset(at, timezone);
    if (offsets.size > 10_000) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

const DATE = /^\d{4}-\d\d-\d\d$/;
const TIME = /^(\d\d):(\d\d)(?::(\d\d))?$/;

/** Whether the text is a date of the calendar, such as 2026-03-02. */
export function isDate(text: string): boolean {
  return DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

/** Milliseconds from midnight to a time of day such as 09:07, 09:07:30 or 24:00; NaN when it is not one. */
export function timeOfDayMs(text: string): number {
  const m = TIME.exec(text);
  if (!m) return NaN;
  const [hours, minutes, seconds] = [Number(m[1]), Number(m[2]), Number(m[3] ?? 0)];
  const ms = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return minutes > 59 || seconds > 59 || ms > 24 * 60 * MINUTE ? NaN : ms;
}

/** The instant at which the zone's clocks show this date and time. */
export function localInstant(date: string, time: string, timezone: string): number {
  if (!isDate(date)) throw new RangeError(`"${date}" is not a date: write it as 2026-03-02`);
  if (Number.isNaN(timeOfDayMs(time))) throw new RangeError(`"${time}" is not a time of day: write it as 09:07 or 09:07:30`);
  return instantOf(date, time.slice(0, 5), timezone) + Number(time.slice(6)) * 1000;
}

/** RFC 3339 with the zone's own offset, to the second where the instant is a whole one. */
export function formatLocal(at: number, timezone: string): string {
  const offset = offsetMs(at, timezone);
  const local = new Date(at + offset).toISOString().replace(/(?:\.000)?Z$/, '');
  const minutes = Math.round(Math.abs(offset) / MINUTE);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** The date that the zone's calendars show at the instant. */
export function localDate(at: number, timezone: string): string {
  return formatLocal(at, timezone).slice(0, 10);
}

/** The time of day that the zone's clocks show: 09:07:30. */
export function localTime(at: number, timezone: string): string {
  return formatLocal(at, timezone).slice(11, 19);
}

/** The date so many days later. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 24 * 60 * MINUTE).toISOString().slice(0, 10);
}
