import type { Halls } from './live/halls.js';
import type { LiveHall } from './live/live-hall.js';
import { Problem } from './problem.js';

/** The hall of that id, for the doors of the intake and of the feed; else the refusal that says how halls are made. */
export function knownHall(halls: Halls, hallId: string): LiveHall {
  refuseQuarantined(halls, hallId);
  const hall = halls.get(hallId);
  if (!hall) throw new Problem(404, 'unknownHall', `There is no hall "${hallId.slice(0, 64)}": PUT /api/v1/halls/{hallId} makes one.`);
  return hall;
}

const QUARANTINE_SECONDS = 60;

/** A hall whose journal was found broken is neither shown nor written to, for nothing of it could be relied on. */
export function refuseQuarantined(halls: Halls, hallId: string): void {
  const why = halls.quarantined.get(hallId);
  if (why) throw new Problem(503, 'quarantined', quarantineText(hallId, why), { retryAfterSeconds: QUARANTINE_SECONDS });
}

export function quarantineText(hallId: string, { message }: Error): string {
  return `Hall "${hallId}" is out of service: ${message}. Restore its last backup into an empty folder: npm run hall -- restore.`;
}
