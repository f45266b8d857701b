/** Rounds that the plans ask for open by themselves: each once, for its case's id follows from its plan and day. */
import { createHash } from 'node:crypto';
import { formatInstant } from '../../shared/instant.js';
import { OWN_SOURCE, type CaseOpened } from '../domain/event/own-event.js';
import type { Hall } from '../domain/hall/hall.js';
import { roundsBegun, type PlannedRound } from '../domain/hall/rounds.js';

/** Who answers for a case that a hall opens by itself: whoever is wanted, as long as they may. */
export type OwnerOf = (hallId: string, wanted?: string) => string;

/** U1: those that have begun and have no case yet. */
export function casesOfRounds(hall: Hall, ownerOf: OwnerOf): CaseOpened[] {
  return roundsBegun(hall).flatMap((round) => {
    const id = caseId(hall, round);
    return hall.cases.has(id) ? [] : [caseOf(hall, round, { id, owner: ownerOf(hall.id, round.plan.content.owner) })];
  });
}

const ids = new WeakMap<PlannedRound, string>();

function caseId({ id: hallId, clock }: Hall, round: PlannedRound): string {
  let id = ids.get(round);
  if (id === undefined) ids.set(round, (id = createHash('sha256').update(`round ${hallId} ${clock.setAt} ${round.plan.id} ${round.date}`).digest('hex').slice(0, 20)));
  return id;
}

function caseOf(hall: Hall, { plan: { id: planId, version, title, content }, at, dueAt }: PlannedRound, { id, owner }: { id: string; owner: string }): CaseOpened {
  const about = content.counterId === undefined ? {} : { counterId: content.counterId };
  const data = { kind: 'round', title, channel: 'schedule', ...about, at, by: 'hallboard', owner, dueAt, replyDueAt: null, plan: { id: planId, version } } as const;
  return { specversion: '1.0', id, source: OWN_SOURCE, time: formatInstant(hall.now), type: 'case.opened', data };
}
