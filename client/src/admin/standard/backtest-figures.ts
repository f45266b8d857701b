/** What a backtest says, as people read it: how many alerts a day, how many a person must deal with, where they come from. */
import type { BacktestAnswer, Clause } from '../../../../shared/commands/standard.js';

type Side = BacktestAnswer['proposed'];
type Counts = Side['total'];

/** Published: EEMUA 191, an operator deals with at most so many alarms in ten minutes. */
const MOST_IN_TEN_MINUTES = 1;
const TEN_MINUTES_MS = 600_000;

export interface Load {
  perDay: number;
  /** A person, in ten minutes of the hall's opening. */
  inTenMinutes: number;
  isTooMuch: boolean;
}

export interface Pair {
  id: string;
  proposed: number;
  inForce: number;
}

export const sumOf = ({ warnings, breaches }: Counts): number => warnings + breaches;

/** Null where nothing is on record. */
export function loadOf({ days }: BacktestAnswer, { total }: Side, people: number): Load | null {
  const [count, openMs] = [Object.keys(days).length, Object.values(days).reduce((sum, ms) => sum + ms, 0)];
  if (count === 0) return null;
  const inTenMinutes = openMs === 0 ? 0 : (sumOf(total) * TEN_MINUTES_MS) / openMs / people;
  return { perDay: sumOf(total) / count, inTenMinutes, isTooMuch: inTenMinutes > MOST_IN_TEN_MINUTES };
}

/** Every day on record, those without any alert too, in order. */
export function daysOf(answer: BacktestAnswer): Pair[] {
  return pairs(answer, 'days', Object.keys(answer.days)).sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The clauses in their order, and what others raised. */
export function clausesOf(answer: BacktestAnswer, clauses: readonly Clause[]): Pair[] {
  return pairs(answer, 'clauses', clauses.map(({ id }) => id));
}

/** Counters of which anything was raised, most first. */
export function countersOf(answer: BacktestAnswer): Pair[] {
  return pairs(answer, 'counters', []).sort((a, b) => b.proposed - a.proposed || b.inForce - a.inForce || (a.id < b.id ? -1 : 1));
}

function pairs({ proposed, inForce }: BacktestAnswer, by: 'days' | 'clauses' | 'counters', known: readonly string[]): Pair[] {
  const ids = new Set([...known, ...Object.keys(proposed[by]), ...Object.keys(inForce[by])]);
  const count = (side: Side, id: string) => (side[by][id] ? sumOf(side[by][id]) : 0);
  return [...ids].map((id) => ({ id, proposed: count(proposed, id), inForce: count(inForce, id) }));
}
