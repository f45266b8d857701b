/** Clauses about records 档案: who serves without a valid certificate, what is about to expire, and a service without a guide. */
import type { RecordVersion } from '../../../../shared/commands/records.js';
import { endsAt } from '../../../../shared/record-versions.js';
import { inForce, isOf, recordAt, recordsOf } from '../../record/record.js';
import { bindsCounter, bindsService, type Clause } from '../../standard/clause.js';
import type { Hall } from '../hall.js';
import { settingsOf } from '../rows.js';
import { counterAt } from './counter-rules.js';
import { ruleOver, standingSince, type Rule } from './rule.js';

const DAY_MS = 24 * 3_600_000;

/** When the person's last certificate ended; Infinity while one is in force, 0 where there was none. */
function certifiedUntil(hall: Hall, staffId: string): number {
  const { now } = hall;
  const records = recordsOf(hall.records, staffId);
  if (inForce(records, 'certificate', now).some(({ content }) => content.staffId === staffId)) return Infinity;
  const ended = [...records.values()].flat().filter((one) => isOf(one, 'certificate') && one.content.staffId === staffId && endsAt(one) <= now);
  return Math.max(0, ...ended.map(endsAt));
}

/** Since when what is in force of some records is so: what they ended. */
function begunAt(records: Iterable<RecordVersion>, now: number): number {
  return Math.min(now, Math.max(0, ...[...records].flatMap(({ putAt, effectiveFromAt, withdrawnAt }) => [withdrawnAt ?? 0, effectiveFromAt <= now ? effectiveFromAt : putAt])));
}

/** Who stands at a counter without a valid certificate: where they logged on first, and since when it is so. */
function unqualifiedStaff(hall: Hall, clause: Clause): Map<string, { counterId: string; sinceAt: number }> {
  const found = new Map<string, { counterId: string; sinceAt: number }>();
  for (const counterId of [...hall.counters.keys()].sort()) {
    if (!bindsCounter(clause, counterId)) continue;
    const { staffId, facts } = counterAt(hall, counterId);
    const loggedOn = staffId === null ? undefined : facts.findLast((fact) => fact.staffId === staffId && fact.type !== 'staff.loggedOff');
    if (staffId === null || !loggedOn || loggedOn.at >= (found.get(staffId)?.sinceAt ?? Infinity)) continue;
    found.set(staffId, { counterId, sinceAt: loggedOn.at });
  }
  for (const [staffId, one] of found) {
    one.sinceAt = Math.max(one.sinceAt, certifiedUntil(hall, staffId));
    if (one.sinceAt === Infinity) found.delete(staffId);
  }
  return found;
}

/** V2: since the person logged on, or since the certificate ended while they served; once, at however many counters they stand. */
const unqualified: Rule = {
  each(hall, clause, { visit }) {
    for (const [staffId, { sinceAt }] of unqualifiedStaff(hall, clause)) visit(staffId, sinceAt);
  },
  tell(hall, clause, id) {
    const found = unqualifiedStaff(hall, clause).get(id);
    return found ? standingSince(found.sinceAt, { subject: { kind: 'staff', id }, label: id, counterId: found.counterId }) : null;
  },
  idOf: (_hall, { subject }) => subject.id,
  endedAt: (hall, { subject }) => {
    const held = inForce(recordsOf(hall.records, subject.id), 'certificate', hall.now).filter(({ content }) => content.staffId === subject.id);
    return held.length > 0 ? begunAt(held, hall.now) : Math.min(hall.now, hall.newestAt);
  },
  ends: function* ({ records, now }) {
    for (const one of inForce(records, 'certificate', now)) yield endsAt(one);
  },
};

/** V3: `limit` days before it ends, in force already or not, until another version takes its place. */
const expires = ruleOver(({ records }) => records.keys(), {
  tell({ records }, { limit }, id) {
    const record = records.get(id)?.findLast(({ withdrawnAt }) => withdrawnAt === null);
    if (!record?.expiresAt) return null;
    return standingSince(record.expiresAt - limit * DAY_MS, { subject: { kind: 'record', id }, label: record.title });
  },
  endedAt: ({ records, now }, { subject }) => begunAt(records.get(subject.id) ?? [], now),
});

function guideOf({ records, now }: Hall, serviceId: string): boolean {
  return inForce(recordsOf(records, serviceId), 'guide', now).some(({ content }) => content.serviceId === serviceId);
}

/** V3: a service of the settings of which no guide is in force, since its last one ended. */
const missing = ruleOver((hall) => settingsOf(hall).services.keys(), {
  tell(hall, clause: Clause, id) {
    const service = settingsOf(hall).services.get(id);
    if (!service || !bindsService(clause, id) || guideOf(hall, id)) return null;
    const ended = [...recordsOf(hall.records, id).values()].flat().filter((one) => isOf(one, 'guide') && one.content.serviceId === id && endsAt(one) <= hall.now);
    return standingSince(Math.max(clause.fromAt, ...ended.map(endsAt)), { subject: { kind: 'service', id }, label: service.name, serviceId: id });
  },
  endedAt: ({ records, now }, { subject }) => begunAt(inForce(recordsOf(records, subject.id), 'guide', now).filter(({ content }) => content.serviceId === subject.id), now),
  ends: function* ({ records, now }) {
    for (const id of records.keys()) {
      const record = recordAt(records, id, now);
      if (record && isOf(record, 'guide')) yield endsAt(record);
    }
  },
});

export const recordRules = { 'staff.unqualified': unqualified, 'record.expires': expires, 'guide.missing': missing };
