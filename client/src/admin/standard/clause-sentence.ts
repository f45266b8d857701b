/** A clause as a sentence that anyone can read: whom it binds, what it promises, when it is warned of and passed on. */
import type { Clause } from '../../../../shared/commands/standard.js';
import type { HallView } from './hall-view';
import { lengthWords } from './length';
import { t } from '../words';

type Names = Pick<HallView, 'services' | 'counters'>;

/** So many names are said one by one. */
const SAID = 3;

export function sentenceOf(clause: Clause, names: Names): string {
  const { kind, limit = 0, window = 0, during, escalateAfter } = clause;
  const [warn, breach] = [lengthWords(clause.warnAfter), lengthWords(clause.breachAfter)];
  const atOnce = !breach && !warn;
  return t().clauseSentence({
    whom: whomWords(clause, names),
    promise: t().promises[kind]({ after: breach || warn, limit, window }),
    warn, breach,
    escalate: lengthWords(escalateAfter),
    during: atOnce ? '' : during,
  });
}

export function whomWords({ kind, appliesTo = {} }: Clause, names: Names): string {
  const { serviceIds, counterIds, customerClasses } = appliesTo;
  const said = [
    ...(serviceIds ? [namesOf(serviceIds, names.services)] : []),
    ...(counterIds ? [namesOf(counterIds, names.counters)] : []),
    ...(customerClasses ? [t().classesOf(namesOf(customerClasses, []))] : []),
  ];
  return said.join(' · ') || (t().everyWhom[kind.split('.')[0]!] ?? '');
}

function namesOf(ids: readonly string[], known: readonly { id: string; name: string }[]): string {
  const nameOf = new Map(known.map(({ id, name }) => [id, name]));
  const names = ids.slice(0, SAID).map((id) => nameOf.get(id) ?? id).join(t().nameBreak);
  return ids.length <= SAID ? names : t().namesAndMore(names, ids.length, ids.length - SAID);
}

export function sourceWords({ source }: Pick<Clause, 'source'>): string {
  return source === 'local' ? t().sourceLocal : source || t().sourceMissing;
}
