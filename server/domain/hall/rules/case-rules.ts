/** Clauses about cases of the ledgers 台账: what is not answered, not mended or not done by its due time, and four verified ones of one person. */
import type { Case } from '../../case/case.js';
import { conductOf } from '../../case/conduct.js';
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

/** E6: as many verified cases of one person this year as the clause's limit, since the last of these was verified. */
const conduct = ruleOver(({ cases }) => new Set([...cases.values()].flatMap(({ staffId }) => staffId ?? [])), {
  tell(hall, { limit }, id) {
    const year = Number(hall.day.date.slice(0, 4));
    const told = conductOf(hall.cases.values(), year, hall.day.zone).find(({ staffId }) => staffId === id);
    if (!told || told.cases.length < limit) return null;
    const reached = told.cases.map(({ verifiedAt }) => verifiedAt!).sort((a, b) => a - b)[Math.max(0, limit - 1)]!;
    return standingSince(reached, { subject: { kind: 'staff', id }, label: id, value: told.cases.length });
  },
  endedAt: (hall) => hall.now,
});

export const caseRules = { 'complaint.reply': reply, 'complaint.rectify': rectify, 'case.due': due, 'staff.conduct': conduct };
