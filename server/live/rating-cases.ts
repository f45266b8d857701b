/** A bad rating that was raised opens a complaint, so that it has an owner and an answer: once, for its id follows from the rating. */
import { createHash } from 'node:crypto';
import { formatInstant } from '../../shared/instant.js';
import { ratingLevels } from '../../shared/glossary/states.js';
import { BAD_LEVEL } from '../../shared/glossary/ratings.js';
import { OWN_SOURCE, type CaseOpened, type Raised } from '../domain/event/own-event.js';
import { replyDueAt, stepDueAt } from '../domain/hall/case-due.js';
import type { Hall, Rated } from '../domain/hall/hall.js';
import { ratingOf } from '../domain/hall/rules/rating-rules.js';

/** J1: of the ratings that are being raised, those of at most 2 that have no case yet. */
export function casesOfBadRatings(hall: Hall, raise: readonly Raised[], ownerOf: (hallId: string) => string): CaseOpened[] {
  if (hall.settings.cases?.fromRatings === false) return [];
  const cases = new Map<string, CaseOpened>();
  for (const raised of raise) {
    const rating = raised.kind === 'rating.bad' ? ratingOf(hall, raised) : undefined;
    if (!rating || rating.level > BAD_LEVEL) continue;
    const id = caseId(hall, raised);
    if (!hall.cases.has(id)) cases.set(id, caseOf(hall, rating, { id, owner: ownerOf(hall.id) }));
  }
  return [...cases.values()];
}

function caseId({ id, clock }: Hall, { subject, sinceAt }: Raised): string {
  return createHash('sha256').update(`rating ${id} ${clock.setAt} ${subject.kind}:${subject.id} ${sinceAt}`).digest('hex').slice(0, 20);
}

function caseOf(hall: Hall, { at, level, label, ticketId, counterId, staffId, serviceId, comment, cause }: Rated, { id, owner }: { id: string; owner: string }): CaseOpened {
  const about = Object.fromEntries(Object.entries({ ticketId, counterId, staffId, serviceId, text: comment, category: cause }).filter(([, value]) => value !== null));
  const { zh, en } = ratingLevels[level as keyof typeof ratingLevels];
  const name = hall.settings.counters.find((counter) => counter.id === counterId)?.name ?? counterId ?? label ?? '';
  const bound = { kind: 'complaint', state: 'received', serviceId, counterId } as const;
  const due = { dueAt: stepDueAt(hall, bound, at), replyDueAt: replyDueAt(hall, bound, at) };
  const data = { kind: 'complaint', title: `${name} ${zh} ${en}`.trim().slice(0, 200), channel: 'rating', ...about, at, by: 'hallboard', owner, ...due } as const;
  return { specversion: '1.0', id, source: OWN_SOURCE, time: formatInstant(hall.now), type: 'case.opened', data };
}
