import type { Answer } from '../feed/ask';
import { t } from '../ui/lang';
import { problemOf } from '../ui/problem-of';

/** Why something was refused: in the page's language where the reason has words there, else in the server's. */
export function reasonOf(answer: Answer<unknown>): string {
  return (answer.kind === 'problem' && t().caseRefusals[answer.code]) || problemOf(answer);
}
