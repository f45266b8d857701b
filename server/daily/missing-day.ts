import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';

/** Why there is no snapshot of a day. */
export function missingDay(hall: LiveHall, date: string): Problem {
  const { day } = hall.entry();
  if (date === day) return new Problem(409, 'dayRuns', `${date} still runs: its snapshot is made when the hall closes. GET …/state shows the day as it stands.`);
  return new Problem(404, 'unknownDay', `The hall has no snapshot of ${date}${date > day ? ', which is still to come' : ': the journal has no event of that day'}.`);
}
