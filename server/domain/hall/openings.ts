/** Today's stretches of opening hours, worked out once a day. */
import { openingsOn, type Day } from '../calendar/day.js';
import type { Hall } from './hall.js';

const openings = new WeakMap<Day, { settings: Hall['settings']; list: ReturnType<typeof openingsOn> }>();

/** Today's stretches of opening hours. */
export function openingsOf(hall: Hall): ReturnType<typeof openingsOn> {
  let known = openings.get(hall.day);
  if (known?.settings !== hall.settings) {
    known = { settings: hall.settings, list: openingsOn(hall.day, hall.settings.openingHours) };
    openings.set(hall.day, known);
  }
  return known.list;
}
