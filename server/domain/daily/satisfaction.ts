/** The satisfaction of a month 满意度: days' snapshots added up by the formulas of the day, beside the cases of the ledgers. */
import type { CaseEntry } from '../../../shared/commands/cases.js';
import { caseCategories } from '../../../shared/glossary/cases.js';
import { BAD_LEVEL, ratingDimensions } from '../../../shared/glossary/ratings.js';
import { idsOf } from '../../../shared/glossary/word.js';
import type { Daily } from '../../../shared/rows/daily.js';
import type { Figures } from '../../../shared/rows/figures.js';
import type { Satisfaction } from '../../../shared/rows/satisfaction.js';
import { localTime } from '../calendar/day.js';
import { ratingsOf, servicesOf } from '../kpi/days-together.js';

/** As much of a day as the month needs. */
export type RatedDay = Pick<Daily, 'date' | 'hall' | 'services' | 'counters' | 'names' | 'dimensions'>;
type Place = Pick<CaseEntry, 'counterId' | 'serviceId'>;

const LEVELS = [1, 2, 3, 4, 5] as const;
const AROUND_DAYS = 30;
const DAY_MS = 86_400_000;

export interface MonthToTell {
  hall: { id: string; name: string; timezone: string };
  month: string;
  /** Those of the month, and the thirty before and after where a case was mended. */
  days: readonly RatedDay[];
  cases: readonly CaseEntry[];
}

export function satisfactionOf({ hall, month, days, cases }: MonthToTell): Satisfaction {
  const own = days.filter(({ date }) => date.startsWith(month));
  const ofHall = own.map((day) => day.hall);
  const dimensions = dimensionsOf(own);
  const dateOf = (at: number) => localTime(at, hall.timezone).date;
  return {
    hallId: hall.id, hallName: hall.name, month, timezone: hall.timezone, days: own.length, ended: servicesOf(ofHall), rating: ratingsOf(ofHall),
    services: groupsOf(own, 'services'), counters: groupsOf(own, 'counters'), dimensions,
    causes: causesOf(cases.filter(({ openedAt }) => dateOf(openedAt).startsWith(month)), dimensions),
    improvements: mendedIn(month, cases, dateOf).map((one) => improvementOf(one, { days, dateOf })),
  };
}

function groupsOf(days: readonly RatedDay[], table: 'services' | 'counters'): Satisfaction['services'] {
  const ids = new Set(days.flatMap((day) => Object.keys(day[table])));
  const groups = [...ids].map((id) => ({ id, name: days.findLast(({ names }) => names[table][id])?.names[table][id] ?? id, rating: ratingsOf(days.flatMap((day) => day[table][id] ?? [])) }));
  return groups.filter(({ rating }) => rating.given > 0).sort((a, b) => b.rating.given - a.rating.given || (a.id < b.id ? -1 : 1)).map(({ id, name, rating }) => ({ id, name, rating }));
}

function dimensionsOf(days: readonly RatedDay[]): Satisfaction['dimensions'] {
  return idsOf(ratingDimensions).map((id) => {
    const marks = LEVELS.map((level) => days.reduce((total, { dimensions }) => total + (dimensions?.[id]?.[level] ?? 0), 0));
    const [one = 0, two = 0, three = 0, four = 0, five = 0] = marks;
    const count = one + two + three + four + five;
    const mean = count === 0 ? null : marks.reduce((total, marked, index) => total + marked * (index + 1), 0) / count;
    return { id, count, mean, low: marks.slice(0, BAD_LEVEL).reduce((total, marked) => total + marked, 0), byLevel: { 5: five, 4: four, 3: three, 2: two, 1: one } };
  });
}

/** A return visit of somebody content is no cause, and what was looked into and rejected is none either. */
function causesOf(cases: readonly CaseEntry[], dimensions: Satisfaction['dimensions']): Satisfaction['causes'] {
  const told = cases.filter(({ kind, verified, satisfied }) => verified !== false && (kind === 'complaint' || (kind === 'returnVisit' && satisfied === false)));
  const causes = idsOf(caseCategories).map((id) => (
    { id, cases: told.filter(({ category }) => (category ?? 'other') === id).length, low: dimensions.find((one) => one.id === id)?.low ?? 0 }));
  return causes.filter(({ cases: many, low }) => many + low > 0).sort((a, b) => b.cases + b.low - a.cases - a.low);
}

interface Mended {
  one: CaseEntry;
  rectifiedAt: number;
}

/** Verified, and rectified in the month; a second time counts alone where the first did not last. */
export function mendedIn(month: string, cases: readonly CaseEntry[], dateOf: (at: number) => string): Mended[] {
  return cases.flatMap((one) => {
    const rectified = one.deeds.findLast(({ step }) => step === 'rectify');
    const mended = rectified && one.verified !== false && dateOf(rectified.at).startsWith(month);
    return mended ? [{ one, rectifiedAt: rectified.at }] : [];
  });
}

interface Around {
  days: readonly RatedDay[];
  dateOf: (at: number) => string;
}

function improvementOf({ one, rectifiedAt }: Mended, { days, dateOf }: Around): Satisfaction['improvements'][number] {
  const { id: caseId, title, category, counterId, serviceId, openedAt } = one;
  const between = (from: number, to: number) => {
    const [first, last] = [dateOf(from), dateOf(to)];
    const { given, satisfiedShare } = ratingsOf(days.filter(({ date }) => date >= first && date <= last).flatMap((day) => placeIn(day, one)));
    return { given, satisfiedShare };
  };
  const before = between(openedAt - AROUND_DAYS * DAY_MS, openedAt - DAY_MS);
  const after = between(rectifiedAt + DAY_MS, rectifiedAt + AROUND_DAYS * DAY_MS);
  return { caseId, title, category, counterId, serviceId, openedAt, rectifiedAt, before, after };
}

/** The figures of the place that a case is about: its counter, else its service, else the hall. */
function placeIn({ hall, services, counters }: RatedDay, { counterId, serviceId }: Place): Figures[] {
  const figures = counterId !== null ? counters[counterId] : serviceId !== null ? services[serviceId] : hall;
  return figures ? [figures] : [];
}
