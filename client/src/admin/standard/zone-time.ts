/** Instants as the hall's own clocks show them, and back. */
import { formatInstant, parseInstant } from '../../../../shared/instant.js';

const DAY_MS = 86_400_000;

/** 2026-11-23 09:30 by the clocks of the zone. */
export function clockText(at: number, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(at);
}

/** The instant at which the zone's clocks show `text` (2026-11-23T09:30); NaN when it is none. */
export function instantOf(text: string, zone: string): number {
  const wanted = parseInstant(`${text}:00Z`);
  if (Number.isNaN(wanted)) return NaN;
  const error = (at: number) => wanted - parseInstant(`${clockText(at, zone).replace(' ', 'T')}:00Z`);
  const near = wanted + error(wanted);
  return near + error(near); // once more, for an offset that changes in between
}

/** The date so many days after another. */
export function dateAfter(date: string, days: number): string {
  return formatInstant(parseInstant(`${date}T00:00:00Z`) + days * DAY_MS).slice(0, 10);
}
