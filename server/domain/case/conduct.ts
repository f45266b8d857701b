/**
 * 四次以上规则: who was named four times or more within a calendar year in return visits that were verified, in matters of conduct, is
 * out of the running for that year's honours (the halls' own regulation, J六3). An appeal that is upheld takes its case out.
 */
import type { ConductEntry } from '../../../shared/commands/cases.js';
import { conductCategories } from '../../../shared/glossary/cases.js';
import { localTime } from '../calendar/day.js';
import type { Case } from './case.js';

export const CONDUCT_WARNS = 3;
export const CONDUCT_DISQUALIFIES = 4;

export interface Conduct {
  staffId: string;
  year: number;
  state: ConductEntry['state'];
  /** Those that count, in the order of their visits. */
  cases: Case[];
}

/** E6: the year of a case is that of its return visit, by the hall's own calendar. */
export function yearOf({ openedAt }: Pick<Case, 'openedAt'>, zone: string): number {
  return Number(localTime(openedAt, zone).date.slice(0, 4));
}

export function counts({ kind, verified, category, staffId }: Case): boolean {
  return kind === 'returnVisit' && verified === true && staffId !== null && category !== null && (conductCategories as readonly string[]).includes(category);
}

export function conductOf(cases: Iterable<Case>, year: number, zone: string): Conduct[] {
  const byStaff = new Map<string, Case[]>();
  for (const one of cases) {
    if (!counts(one) || yearOf(one, zone) !== year) continue;
    byStaff.set(one.staffId!, [...(byStaff.get(one.staffId!) ?? []), one]);
  }
  return [...byStaff].map(([staffId, some]) => ({ staffId, year, state: stateOf(some.length), cases: some.sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1)) }));
}

function stateOf(count: number): Conduct['state'] {
  if (count >= CONDUCT_DISQUALIFIES) return 'disqualified';
  return count >= CONDUCT_WARNS ? 'warned' : 'ok';
}
