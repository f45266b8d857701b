/** Clauses about where events come from: a feed or device that has gone quiet, a device that says it has failed. */
import type { Hall } from '../hall.js';
import { silentAt } from '../hear.js';
import { ruleOver, standingSince } from './rule.js';

const sources = ({ sources: all }: Hall) => all.keys();
const of = (id: string) => ({ subject: { kind: 'source' as const, id }, label: id.replace(/^device:/, '') });

/** N2, N3: its silence begins where the hall knows it as silent; people count it from the last word. */
const silent = ruleOver(sources, {
  tell(hall, _clause, id) {
    const source = hall.sources.get(id);
    return source ? { ...standingSince(source.lastHeardAt, of(id)), agedFrom: silentAt(source) } : null;
  },
  endedAt: (hall, { subject }) => hall.sources.get(subject.id)?.lastHeardAt ?? hall.now,
});

const fault = ruleOver(sources, {
  tell(hall, _clause, id) {
    const source = hall.sources.get(id);
    return source?.fault ? standingSince(source.faultAt, of(id)) : null;
  },
  endedAt: (hall, { subject }) => hall.sources.get(subject.id)?.lastHeardAt ?? hall.now,
});

export const sourceRules = { 'source.silent': silent, 'device.fault': fault };
