/** Times of day as people write and read them, in the zone of their hall. */
const MINUTE_MS = 60_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** `2026-11-23T10:30`, as a hall's wall clock shows the instant. */
export function localText(at: number, timezone: string): string {
  const format = formats.get(timezone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone: timezone, dateStyle: 'short', timeStyle: 'short' });
  formats.set(timezone, format);
  return format.format(at).replace(' ', 'T');
}

/** The instant of such a text; of an hour that the zone skips, one beside it. NaN where it is no time. */
export function instantAt(local: string, timezone: string): number {
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return NaN;
  return asUtc - offsetAt(asUtc - offsetAt(asUtc, timezone), timezone);
}

function offsetAt(at: number, timezone: string): number {
  return Date.parse(`${localText(at, timezone)}Z`) - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** 10:42 of the hall's own day; another day stands before it, 11-24 10:42. */
export function timeNear(at: number, { day, timezone }: { day: string; timezone: string }): string {
  const [date = '', time = ''] = localText(at, timezone).split('T');
  return date === day ? time : `${date.slice(5)} ${time}`;
}

/** The date so many days after another. */
export function dateAfter(date: string, days: number): string {
  return localText(Date.parse(date) + days * 24 * 60 * MINUTE_MS, 'UTC').slice(0, 10);
}

/** The month, YYYY-MM, so many months after another. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const count = year * 12 + of - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The instant at which a date begins there, and at which the next one does. */
export function boundsOf(date: string, timezone: string): { from: number; to: number } {
  return { from: instantAt(`${date}T00:00`, timezone), to: instantAt(`${dateAfter(date, 1)}T00:00`, timezone) };
}
