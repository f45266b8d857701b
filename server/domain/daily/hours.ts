/** The hours of a hall's day by its own clocks: one that comes twice is as long as both, one that is leapt over is none. */
import { instantOf, type Day, type Stretch } from '../calendar/day.js';

export interface Hour extends Stretch {
  /** "09" */
  name: string;
}

export function hoursOf({ date, zone, endAt }: Day): Hour[] {
  const starts = Array.from({ length: 24 }, (_, hour) => instantOf(date, `${pad(hour)}:00`, zone));
  return starts.map((opensAt, hour) => ({ name: pad(hour), opensAt, closesAt: starts[hour + 1] ?? endAt })).filter(({ opensAt, closesAt }) => closesAt > opensAt);
}

function pad(hour: number): string {
  return String(hour).padStart(2, '0');
}
