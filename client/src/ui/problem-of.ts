import { refusals } from '../../../shared/glossary/refusals.js';
import type { Word } from '../../../shared/glossary/word.js';
import { label, t } from './lang';

/** As much of a server's answer as it takes to say why there is none. */
export type Answered = { kind: 'ok' } | { kind: 'problem'; code: string; detail: string; field?: string | null } | { kind: 'away' };

/** Why an act failed, in the page's language; empty when it did not fail. */
export function problemOf(answer: Answered): string {
  if (answer.kind !== 'problem') return answer.kind === 'ok' ? '' : t().noAnswer;
  const { code, detail, field } = answer;
  const word = (refusals as Record<string, Word>)[code];
  if (!word) return detail; // of a server newer than this page
  // which of many fields, and what it takes, only the server says
  return code === 'body' ? label({ zh: field ? `${word.zh}：${field}` : word.zh, en: detail }) : label(word);
}
