import type { Halls } from './live/halls.js';
import type { LiveHall } from './live/live-hall.js';
import { Problem } from './problem.js';

/** The hall of that id, for the doors of the intake and of the feed; else the refusal that says how halls are made. */
export function knownHall(halls: Halls, hallId: string): LiveHall {
  const hall = halls.get(hallId);
  if (!hall) throw new Problem(404, 'unknownHall', `There is no hall "${hallId.slice(0, 64)}": PUT /api/v1/halls/{hallId} makes one.`);
  return hall;
}
