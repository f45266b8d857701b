import { t } from './lang';

/** As much of a server's answer as it takes to say why there is none. */
type Answered = { kind: 'ok' } | { kind: 'problem'; detail: string } | { kind: 'away' };

/** Why an act failed, in the server's words where it had any; empty when it did not fail. */
export function problemOf(answer: Answered): string {
  if (answer.kind === 'ok') return '';
  return answer.kind === 'problem' ? answer.detail : t().noAnswer;
}
