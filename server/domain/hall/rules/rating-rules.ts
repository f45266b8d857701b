/** Clauses about ratings 评价 of today: a bad one at once, and the mean of the last ones. Both stand until the day ends. */
import type { Raised } from '../../event/own-event.js';
import { bindsCounter, bindsService, type Clause } from '../../standard/clause.js';
import type { Hall, Rated } from '../hall.js';
import { settingsOf } from '../rows.js';
import { ofHall, ruleOver, standingSince, type Rule, type Standing } from './rule.js';

const binds = (clause: Clause, { serviceId, counterId }: Rated) => bindsService(clause, serviceId) && bindsCounter(clause, counterId);
const dayBegan: Rule['endedAt'] = ({ day, now }, { sinceAt }) => (sinceAt !== null && sinceAt < day.startAt ? day.startAt : now);

/** Whom a rating speaks of: its ticket, else its counter, else its person. */
function subjectOf({ ticketId, label, counterId, staffId }: Rated, hall: Hall): Pick<Standing, 'subject' | 'label'> {
  if (ticketId !== null) return { subject: { kind: 'ticket', id: ticketId }, label: label ?? ticketId };
  if (counterId !== null) return { subject: { kind: 'counter', id: counterId }, label: settingsOf(hall).counters.get(counterId)?.name ?? counterId };
  return staffId === null ? ofHall(hall) : { subject: { kind: 'staff', id: staffId }, label: staffId };
}

function badId(rating: Rated, hall: Hall): string {
  const { kind, id } = subjectOf(rating, hall).subject;
  return `${rating.at} ${kind} ${id}`;
}

const isBad = (clause: Clause, rating: Rated) => rating.level <= clause.limit && binds(clause, rating);

/** The rating that an alert was raised for, while it is of today. */
export function ratingOf(hall: Hall, { subject, sinceAt, value }: Pick<Raised, 'subject' | 'sinceAt' | 'value'>): Rated | undefined {
  return hall.rated.find((one) => one.at === sinceAt && one.level === value && badId(one, hall) === `${sinceAt} ${subject.kind} ${subject.id}`);
}

const bad = ruleOver(() => [], {
  each(hall, clause, { visit }) {
    for (const rating of hall.rated) if (isBad(clause, rating)) visit(badId(rating, hall), rating.at);
  },
  tell(hall, clause, id) {
    const rating = hall.rated.find((one) => one.at === Number.parseInt(id, 10) && isBad(clause, one) && badId(one, hall) === id);
    if (!rating) return null;
    const { at, level, serviceId, counterId } = rating;
    return standingSince(at, { ...subjectOf(rating, hall), serviceId, counterId, value: level });
  },
  idOf: (_hall, { subject, sinceAt }) => `${sinceAt} ${subject.kind} ${subject.id}`,
  endedAt: dayBegan,
});

/** Each counter or service that the clause names has a mean of its own; else the hall has one. */
function meansOf(hall: Hall, { counterIds, serviceIds }: Clause): Iterable<string> {
  return counterIds ?? serviceIds ?? [hall.id];
}

function ratingsOf(hall: Hall, clause: Clause, id: string): Rated[] {
  const of = clause.counterIds ? ({ counterId }: Rated) => counterId === id : clause.serviceIds ? ({ serviceId }: Rated) => serviceId === id : () => true;
  return hall.rated.filter((rating) => binds(clause, rating) && of(rating)).sort((a, b) => a.at - b.at);
}

function meanSubject(hall: Hall, clause: Clause, id: string): Pick<Standing, 'subject' | 'label' | 'counterId' | 'serviceId'> {
  const { counters, services } = settingsOf(hall);
  const nobody = { counterId: null, serviceId: null };
  if (clause.counterIds) return { subject: { kind: 'counter', id }, label: counters.get(id)?.name ?? id, ...nobody, counterId: id };
  if (clause.serviceIds) return { subject: { kind: 'service', id }, label: services.get(id)?.name ?? id, ...nobody, serviceId: id };
  return { ...ofHall(hall), ...nobody };
}

/** Since when the mean of the last `window` ratings has stayed below the limit, and what it is; null while it is not. */
function lowMean(ratings: Rated[], { window, limit }: Clause): { sinceAt: number; mean: number } | null {
  let sum = ratings.slice(-window).reduce((total, { level }) => total + level, 0);
  const mean = sum / window;
  let sinceAt: number | null = null;
  for (let last = ratings.length - 1; last >= window - 1 && sum / window < limit; last--) {
    sinceAt = ratings[last]!.at;
    sum += (ratings[last - window]?.level ?? 0) - ratings[last]!.level;
  }
  return sinceAt === null ? null : { sinceAt, mean };
}

const mean = ruleOver(meansOf, {
  tell(hall, clause, id) {
    const low = lowMean(ratingsOf(hall, clause, id), clause);
    return low && standingSince(low.sinceAt, { ...meanSubject(hall, clause, id), value: low.mean });
  },
  endedAt(hall, { sinceAt }) {
    return sinceAt !== null && sinceAt < hall.day.startAt ? hall.day.startAt : hall.newestAt;
  },
});

export const ratingRules = { 'rating.bad': bad, 'rating.mean': mean };
