/** Today's stretches of opening hours, worked out once a day. */
import { openingsOn, type Day, type Stretch } from '../calendar/day.js';
import type { Hall } from './hall.js';

const openings = new WeakMap<Day, { settings: Hall['settings']; list: Stretch[] }>();

/** Today's stretches of opening hours. */
export function openingsOf(hall: Hall): Stretch[] {
  let known = openings.get(hall.day);
  if (known?.settings !== hall.settings) {
    const { openingHours, exceptions } = hall.settings;
    known = { settings: hall.settings, list: openingsOn(hall.day, openingHours, exceptions) };
    openings.set(hall.day, known);
  }
  return known.list;
}

const DAY_MS = 24 * 3_600_000;

/** A2: what began before this day is not judged; where the hall is open over midnight, before the day before. */
export function judgedFrom(hall: Hall): number {
  const { startAt } = hall.day;
  const overnight = hall.settings.openingHours.length === 0 || openingsOf(hall).some(({ opensAt }) => opensAt === startAt);
  return overnight ? startAt - DAY_MS : startAt;
}
