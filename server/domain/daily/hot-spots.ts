/**
 * E9: what is said against a window or a person, set against how many were served there. A busy window is named more often than an idle
 * one though it serves no worse, and of a few services chance tells more than the window: so rates with their interval, never counts.
 */
import type { CaseEntry } from '../../../shared/commands/cases.js';
import type { Daily } from '../../../shared/rows/daily.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { outcomeOf } from '../../../shared/rounds.js';
import type { HotSpot, HotSpotsAnswer, Spots } from '../../../shared/rows/hot-spots.js';
import { servicesOf } from '../kpi/days-together.js';
import { subjectOf } from '../case/case.js';
import { poissonInterval } from './poisson.js';

export const ENOUGH = 30;
const PER = 1_000;

/** As much of a day as it takes. */
export type ServedDay = Pick<Daily, 'date' | 'counters' | 'staff' | 'names'>;

interface Asked {
  days: readonly ServedDay[];
  cases: readonly CaseEntry[];
  /** The date of the hall at an instant. */
  dateOf: (at: number) => string;
}

export function hotSpotsOf({ days, cases, dateOf }: Asked): Pick<HotSpotsAnswer, 'counters' | 'staff'> {
  const told = new Set(days.map(({ date }) => date));
  const within = cases.filter((one) => (isFound(one) || isFromRating(one)) && told.has(dateOf(toldAt(one))));
  return {
    counters: spotsOf(days, within, 'counters'),
    staff: spotsOf(days, within, 'staff'),
  };
}

type Counted = Omit<HotSpot, 'rate' | 'low' | 'high' | 'hot'>;

function spotsOf(days: readonly ServedDay[], cases: readonly CaseEntry[], of: 'counters' | 'staff'): Spots {
  const ids = new Set([...days.flatMap((day) => Object.keys(day[of])), ...cases.flatMap((one) => subjectOf(one, of) ?? [])]);
  const all = [...ids].map((id) => {
    const name = of === 'counters' ? days.findLast(({ names }) => names.counters[id])?.names.counters[id] : undefined;
    return counted({ id, name: name ?? id }, days.flatMap((day) => day[of][id] ?? []), cases.filter((one) => subjectOf(one, of) === id));
  });
  const services = all.reduce((sum, one) => sum + one.services, 0);
  const rate = services === 0 ? null : all.reduce((sum, one) => sum + totalOf(one), 0) / services * PER;
  return { services, rate, spots: all.map((one) => rated(one, rate)).sort(surestFirst) };
}

function counted({ id, name }: Pick<HotSpot, 'id' | 'name'>, figures: readonly Figures[], cases: readonly CaseEntry[]): Counted {
  const sum = (ofOne: (one: Figures) => number) => figures.reduce((total, one) => total + ofOne(one), 0);
  const unfounded = cases.filter((one) => isFromRating(one) && one.verified === false).length;
  const evidence = cases.filter(({ verified }) => verified !== false).sort((a, b) => b.openedAt - a.openedAt);
  return {
    id, name,
    services: servicesOf(figures),
    badRatings: Math.max(0, sum(({ rating: { byLevel } }) => byLevel[2] + byLevel[1]) - unfounded),
    verified: cases.filter((one) => one.kind !== 'round' && isFound(one)).length,
    failedRounds: cases.filter(({ kind }) => kind === 'round').length,
    cases: evidence.map(({ id: caseId, number, title }) => ({ id: caseId, number, title })),
  };
}

function totalOf({ badRatings, verified, failedRounds }: Counted): number {
  return badRatings + verified + failedRounds;
}

function rated(one: Counted, ofAll: number | null): HotSpot {
  if (one.services === 0) return { ...one, rate: null, low: null, high: null, hot: false };
  const total = totalOf(one);
  const interval = poissonInterval(total);
  const [rate, low, high] = [total, interval.low, interval.high].map((events) => events / one.services * PER) as [number, number, number];
  return { ...one, rate, low, high, hot: one.services >= ENOUGH && low > (ofAll ?? Infinity) };
}

function surestFirst(a: HotSpot, b: HotSpot): number {
  const sure = ({ services, low }: HotSpot) => (services >= ENOUGH ? low! : -1);
  return sure(b) - sure(a) || b.services - a.services || (a.id < b.id ? -1 : 1);
}

/** A bad rating counts as a rating, and not once more as the complaint that it opened (J1). */
function isFromRating({ kind, channel }: CaseEntry): boolean {
  return kind === 'complaint' && channel === 'rating';
}

/** A return visit that follows from a complaint tells the same again. */
function isFound(one: CaseEntry): boolean {
  if (one.kind === 'round') return (outcomeOf(one)?.failed.length ?? 0) > 0;
  if (one.verified !== true || isFromRating(one)) return false;
  return one.kind === 'complaint' || (one.kind === 'returnVisit' && one.parentId === null);
}

/** A complaint counts on the day on which it was told, a round on that of its visit. */
function toldAt({ kind, openedAt, deeds }: CaseEntry): number {
  return (kind === 'round' && deeds.find(({ step }) => step === 'submit')?.at) || openedAt;
}
