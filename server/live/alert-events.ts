/** Verdicts of the domain as events of the journal. An alert's id follows from what it is about, so that the journal itself keeps it from being raised twice. */
import { createHash } from 'node:crypto';
import { formatInstant } from '../../shared/instant.js';
import { keyOf } from '../domain/alert/alert.js';
import { OWN_SOURCE, type AlertEvent, type CaseEvent } from '../domain/event/own-event.js';
import { escalations } from '../domain/hall/escalate.js';
import type { Hall } from '../domain/hall/hall.js';
import { judge } from '../domain/hall/judge.js';
import { casesOfBadRatings } from './rating-cases.js';
import { casesOfRounds, type OwnerOf } from './round-cases.js';

/** With the cases that they open, and the rounds that begin. */
export function alertEvents(hall: Hall, ownerOf: OwnerOf): (AlertEvent | CaseEvent)[] {
  const { raise, resolve } = judge(hall);
  const own = { specversion: '1.0', source: OWN_SOURCE, time: formatInstant(hall.now) } as const;
  return [
    ...resolve.map((data) => ({ ...own, id: `${data.alertId}.resolved`, type: 'alert.resolved' as const, data })),
    ...escalations(hall).map((data) => ({ ...own, id: `${data.alertId}.escalated.${data.escalation}`, type: 'alert.escalated' as const, data })),
    ...raise.map((data) => ({ ...own, id: alertId(hall, keyOf(data)), type: 'alert.raised' as const, data })),
    ...casesOfBadRatings(hall, raise, ownerOf),
    ...casesOfRounds(hall, ownerOf),
  ];
}

/** A clock that was set anew plays the same day again: its alerts are others. */
function alertId(hall: Hall, key: string): string {
  return createHash('sha256').update(`${hall.id} ${hall.clock.setAt} ${key}`).digest('hex').slice(0, 20);
}
