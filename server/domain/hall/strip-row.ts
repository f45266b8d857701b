/** The strip 状态条: what every counter did in the last quarter-hours of today that have ended. */
import type { Strip } from '../../../shared/rows/figures.js';
import { stripOf } from '../counter/strip.js';
import { QUARTER_MS, quarterStart, type Hall } from './hall.js';

/** Four hours. */
const QUARTERS = 16;

/** F12. Null while no quarter of today has ended, and where no counter has anything to show. */
export function stripRow(hall: Hall): Strip | null {
  const { startAt: dayStartAt } = hall.day;
  const endAt = quarterStart(hall, hall.now);
  const count = Math.min(QUARTERS, (endAt - dayStartAt) / QUARTER_MS);
  const quarters = { startAt: endAt - count * QUARTER_MS, count, lengthMs: QUARTER_MS };
  const registered = new Set(hall.settings.counters.map(({ id }) => id));
  const counters: Strip['counters'] = {};
  for (const [id, { counter }] of hall.counters) {
    const strip = stripOf(counter, dayStartAt, quarters);
    if (registered.has(id) || /[^c]/.test(strip)) counters[id] = strip;
  }
  return count === 0 || Object.keys(counters).length === 0 ? null : { startAt: quarters.startAt, counters };
}
