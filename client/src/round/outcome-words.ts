import type { CaseEntry } from '../../../shared/commands/cases.js';
import { isLate, outcomeOf } from '../../../shared/rounds.js';
import { t } from '../ui/lang';

/** How a round that was walked went: its score, what failed, and whether it came late. */
export function outcomeWords(one: CaseEntry): string[] {
  const outcome = outcomeOf(one);
  return [...(outcome ? [t().roundScore(outcome.score), t().roundItemsFailed(outcome.failed.length)] : []), ...(isLate(one, one.closedAt!) ? [t().roundWasLate] : [])];
}
