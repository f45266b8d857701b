import type { Answer } from '../feed/ask';
import { t } from '../ui/lang';

/** Why an act failed, in the server's words where it had any; empty when it did not fail. */
export function problemOf(answer: Answer<unknown>): string {
  if (answer.kind === 'ok') return '';
  return answer.kind === 'problem' ? answer.detail : t().noAnswer;
}
