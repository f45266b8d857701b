/** When what is to be done next about a case is due, by the standard in force as it begins; the event keeps the instant. */
import type { ClauseKind } from '../../../shared/glossary/clause-kinds.js';
import { endOfWorkingDay } from '../calendar/working-days.js';
import type { Case } from '../case/case.js';
import { inForce } from '../record/record.js';
import { bindsCounter, bindsService } from '../standard/clause.js';
import type { Hall } from './hall.js';
import { standardAt } from './standard-of.js';

/** Working days where the standard says nothing: complaints as published for 差评 (5 in Dezhou, 15 to rectify in a city of Sichuan), else local. */
const USUAL = { 'complaint.reply': 5, 'complaint.rectify': 15, 'case.due': 5 } as const satisfies Partial<Record<ClauseKind, number>>;

type About = Pick<Case, 'serviceId' | 'counterId'>;

/** E3: the strictest limit of the clauses that bind it. */
function workingDays(hall: Hall, kind: keyof typeof USUAL, { serviceId, counterId }: About): number {
  const clauses = standardAt(hall, hall.now).clauses.filter((clause) => clause.kind === kind && clause.limit > 0 && bindsService(clause, serviceId) && bindsCounter(clause, counterId));
  return clauses.length === 0 ? USUAL[kind] : Math.min(...clauses.map(({ limit }) => Math.ceil(limit)));
}

export function replyDueAt(hall: Hall, about: About, at: number): number {
  return endOfWorkingDay(hall.settings, at, workingDays(hall, 'complaint.reply', about));
}

/** G2: what the service's guide promises the public, from the day on which the request was accepted. */
function promisedDays({ records }: Hall, { serviceId }: About, at: number): number | undefined {
  return inForce(records, 'guide', at).find(({ content }) => content.serviceId === serviceId)?.content.workingDays;
}

/** Of the state that a case comes into at `at`. */
export function stepDueAt(hall: Hall, one: About & Pick<Case, 'kind' | 'state'>, at: number): number {
  if (one.state === 'accepted') {
    const promised = promisedDays(hall, one, at);
    if (promised !== undefined) return endOfWorkingDay(hall.settings, at, promised);
  }
  const rectifies = one.kind === 'complaint' && one.state === 'verified';
  return endOfWorkingDay(hall.settings, at, workingDays(hall, rectifies ? 'complaint.rectify' : 'case.due', one));
}
