/** Clauses about cases of the ledgers 台账: what is not answered, not mended or not done by its due time, and four verified ones of one person. */
import type { Case } from '../../case/case.js';
import { conductOf, type Conduct } from '../../case/conduct.js';
import { bindsCounter, bindsService, type Clause } from '../../standard/clause.js';
import type { Hall } from '../hall.js';
import { ruleOver, standingSince, type Rule } from './rule.js';

type Due = (one: Case) => number | null;

/** A case is due at an instant of its own: lengths count from there. */
function ruleOfDue(dueOf: Due, endOf: (one: Case, hall: Hall) => number): Rule {
  return ruleOver((hall) => hall.cases.keys(), {
    tell(hall, clause, id) {
      const one = hall.cases.get(id);
      const dueAt = one && binds(clause, one) ? dueOf(one) : null;
      if (!one || dueAt === null) return null;
      const { openedAt, title, serviceId, counterId } = one;
      return { ...standingSince(openedAt, { subject: { kind: 'case', id }, label: title, serviceId, counterId }), agedFrom: dueAt };
    },
    endedAt: (hall, { subject }) => {
      const one = hall.cases.get(subject.id);
      return one ? endOf(one, hall) : hall.now;
    },
  });
}

function binds(clause: Clause, { serviceId, counterId }: Case): boolean {
  return bindsService(clause, serviceId) && bindsCounter(clause, counterId);
}

const lastDeedAt = ({ deeds, openedAt }: Case) => deeds.at(-1)?.at ?? openedAt;
const isComplaint = ({ kind }: Case) => kind === 'complaint';

const reply = ruleOfDue((one) => (isComplaint(one) && one.repliedAt === null && one.closedAt === null ? one.replyDueAt : null), (one) => one.repliedAt ?? lastDeedAt(one));
const rectify = ruleOfDue((one) => (isComplaint(one) && one.state === 'verified' ? one.dueAt : null), lastDeedAt);
const due = ruleOfDue((one) => (isComplaint(one) && (one.state === 'verified' || one.repliedAt === null) ? null : one.dueAt), lastDeedAt);

type ConductOfYear = { date: string; zone: string; byStaff: Map<string, Conduct> };
const reckoned = new WeakMap<Hall['caseCounts'], ConductOfYear>();

/** Reckoned once for each event of a case and each day, not at each look. */
function conductToday({ cases, caseCounts, day: { date, zone } }: Hall): ConductOfYear['byStaff'] {
  const before = reckoned.get(caseCounts);
  if (before?.date === date && before.zone === zone) return before.byStaff;
  const byStaff = new Map(conductOf(cases.values(), Number(date.slice(0, 4)), zone).map((one) => [one.staffId, one]));
  reckoned.set(caseCounts, { date, zone, byStaff });
  return byStaff;
}

/** E6: as many verified cases of one person this year as the clause's limit, since the last of these was verified. */
const conduct = ruleOver((hall) => conductToday(hall).keys(), {
  tell(hall, { limit }, id) {
    const told = conductToday(hall).get(id);
    if (!told || told.cases.length < limit) return null;
    const reached = told.cases.map(({ verifiedAt }) => verifiedAt!).sort((a, b) => a - b)[Math.max(0, limit - 1)]!;
    return standingSince(reached, { subject: { kind: 'staff', id }, label: id, value: told.cases.length });
  },
  endedAt: (hall) => hall.now,
});

export const caseRules = { 'complaint.reply': reply, 'complaint.rectify': rectify, 'case.due': due, 'staff.conduct': conduct };
