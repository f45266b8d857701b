/**
 * Judges the hall by its clauses: what has fallen due and is not raised yet, what has ended, and when to look again. Pure;
 * LiveHall writes the verdicts into the journal, and only the fold of those events changes an alert. So the decision stands
 * inside the line: a verdict that no longer holds when it is folded raises nothing.
 */
import { keyOf, type Alert } from '../alert/alert.js';
import { agedBefore, dueAfter, lengthWithin } from '../calendar/working-time.js';
import type { Raised } from '../event/own-event.js';
import type { Clause } from '../standard/clause.js';
import type { Hall } from './hall.js';
import { judgedFrom } from './openings.js';
import type { Asked, Standing } from './rules/rule.js';
import { ruleOf } from './rules/rules.js';
import { nextLook, settledOf, type Settled } from './settled.js';
import { countingOf, standardAt } from './standard-of.js';

export interface Judgement {
  raise: Raised[];
  resolve: { alertId: string; resolvedAt: number }[];
}

/** Raised later than this after its due instant, an alert says so. */
const LATE_MS = 5_000;

const severities = ['warning', 'breach'] as const;
type Severity = (typeof severities)[number];

function lengthOf({ warnMs, breachMs }: Clause, severity: Severity): number | null {
  return severity === 'breach' ? breachMs : warnMs;
}

/** What counts from no later than this has reached the clause's length by now. */
function reachOf(hall: Hall, clause: Clause, severity: Severity): number {
  const length = lengthOf(clause, severity);
  return length === null ? -Infinity : agedBefore(countingOf(hall, clause), hall.now, length);
}

/** When what stands is warned of or broken: by its length, yet never before the clause was in force. */
function dueAt(hall: Hall, { clause, standing }: Found, severity: Severity): number {
  const length = lengthOf(clause, severity);
  if (length === null) return Infinity;
  const counting = countingOf(hall, clause);
  const earliest = Math.max(standing.notBefore, clause.fromAt);
  return Math.max(dueAfter(counting, standing.agedFrom, length), earliest === 0 ? 0 : dueAfter(counting, earliest, 0));
}

interface Found {
  clause: Clause;
  standing: Standing;
}

/** What of a clause has reached one of its lengths and was not judged before as it now stands. */
function* reached(hall: Hall, clause: Clause, { settled, look }: { settled: Map<string, Settled>; look: number }): Generator<Found & { id: string }> {
  const broken = reachOf(hall, clause, 'breach');
  const latest = Math.max(reachOf(hall, clause, 'warning'), broken);
  const ids: string[] = [];
  const rule = ruleOf(clause);
  const visit = (id: string, agedFrom: number) => {
    if (agedFrom > latest) return;
    const before = settled.get(id);
    if (before?.agedFrom === agedFrom && (before.severity === 'breach' || agedFrom > broken)) before.look = look;
    else ids.push(id);
  };
  rule.each(hall, clause, { visit, until: latest + 1 });
  for (const id of ids) {
    const standing = rule.tell(hall, clause, id);
    if (standing) yield { id, clause, standing };
  }
}

/** For each length of the clause, from when that counts which will reach it next. */
function nextReached(hall: Hall, clause: Clause): { length: number; agedFrom: number }[] {
  const next = severities.flatMap((severity) => {
    const length = lengthOf(clause, severity);
    return length === null ? [] : [{ length, reach: reachOf(hall, clause, severity), agedFrom: Infinity }];
  });
  const asked: Asked = {
    until: Infinity,
    visit: (_id, agedFrom) => {
      for (const one of next) if (agedFrom > one.reach && agedFrom < one.agedFrom) one.agedFrom = agedFrom;
      asked.until = Math.max(...next.map((one) => one.agedFrom));
    },
  };
  ruleOf(clause).each(hall, clause, asked);
  return next.filter(({ agedFrom }) => agedFrom !== Infinity);
}

/** The earliest instant after now at which a clause is warned of or broken, or what it speaks of ends, though no event comes. */
export function nextDue(hall: Hall): number {
  let next = Infinity;
  const consider = (at: number) => {
    if (at > hall.now && at < next) next = at;
  };
  for (const clause of standardAt(hall, hall.now).clauses) {
    const rule = ruleOf(clause);
    for (const at of rule.ends?.(hall, clause) ?? []) consider(at);
    for (const { length, agedFrom } of nextReached(hall, clause)) consider(dueAfter(countingOf(hall, clause), agedFrom, length));
  }
  return next;
}

export function judge(hall: Hall): Judgement {
  /** By key: two ratings of one ticket in one moment are one alert. */
  const raise = new Map<string, Raised>();
  const from = judgedFrom(hall);
  const memory = nextLook(hall);
  const { look } = memory;
  for (const clause of standardAt(hall, hall.now).clauses) {
    const settled = settledOf(memory, clause);
    for (const found of reached(hall, clause, { settled, look })) {
      const raised = verdictOn(hall, found);
      if (!raised || raised.dueAt < from) continue;
      const key = keyOf(raised);
      if (!hall.raised.has(key)) raise.set(key, raise.get(key) ?? raised);
      else settled.set(found.id, { agedFrom: found.standing.agedFrom, severity: raised.severity, dueAt: raised.dueAt, look });
    }
  }
  return { raise: [...raise.values()], resolve: ended(hall, memory) };
}

function ended(hall: Hall, memory: ReturnType<typeof nextLook>): Judgement['resolve'] {
  const resolve: Judgement['resolve'] = [];
  const { byId } = standardAt(hall, hall.now);
  for (const alert of hall.alerts.values()) {
    if (alert.resolvedAt !== null) continue;
    const clause = byId.get(alert.clauseId);
    const settled = clause && settledOf(memory, clause);
    const id = ruleOf(alert).idOf(hall, alert);
    const before = settled?.get(id);
    if (before?.look === memory.look && before.dueAt === alert.dueAt && before.severity === alert.severity) continue;
    const end = endOf(hall, alert);
    if (end === null) continue;
    settled?.delete(id);
    resolve.push({ alertId: alert.id, resolvedAt: Math.min(hall.now, Math.max(alert.raisedAt, end)) });
  }
  return resolve;
}

/** A1: the breach once it is due, else the warning. */
function verdictOn(hall: Hall, found: Found): Raised | null {
  const breachAt = dueAt(hall, found, 'breach');
  if (breachAt <= hall.now) return raisedFor(hall, found, { severity: 'breach', dueAt: breachAt });
  const warnAt = dueAt(hall, found, 'warning');
  return warnAt <= hall.now ? raisedFor(hall, found, { severity: 'warning', dueAt: warnAt }) : null;
}

function raisedFor(hall: Hall, { clause, standing }: Found, due: Pick<Raised, 'severity' | 'dueAt'>): Raised {
  const { subject, label, serviceId, counterId, sinceAt, agedFrom, value } = standing;
  return {
    clauseId: clause.id, kind: clause.kind, subject, label, serviceId, counterId, sinceAt, ...due,
    raisedAt: hall.now, late: hall.now - due.dueAt > LATE_MS * Math.max(1, hall.clock.speed),
    value: value ?? lengthWithin(countingOf(hall, clause), agedFrom, due.dueAt),
    limit: value === null ? (clause.breachMs ?? clause.warnMs) : clause.limit,
    standardVersion: standardAt(hall, hall.now).version,
  };
}

/** What an alert speaks of, where its clause is in force and it still stands. */
function foundOf(hall: Hall, raised: Raised): Found | null {
  const clause = standardAt(hall, hall.now).byId.get(raised.clauseId);
  if (clause?.kind !== raised.kind) return null;
  const rule = ruleOf(clause);
  const standing = rule.tell(hall, clause, rule.idOf(hall, raised));
  return standing?.sinceAt === raised.sinceAt ? { clause, standing } : null;
}

/** A1: whether what a verdict says still holds. */
export function stillStands(hall: Hall, raised: Raised): boolean {
  return foundOf(hall, raised) !== null;
}

/** A3: when what the alert speaks of ended; null while it stands. */
function endOf(hall: Hall, alert: Alert): number | null {
  const standard = standardAt(hall, hall.now);
  // A4: another standard, or other settings, say otherwise
  const changedAt = standard.fromAt > alert.raisedAt ? standard.fromAt : hall.now;
  const found = foundOf(hall, alert);
  if (!found) return standard.byId.get(alert.clauseId)?.kind === alert.kind ? ruleOf(alert).endedAt(hall, alert) : changedAt;
  const breachAt = dueAt(hall, found, 'breach');
  if (alert.severity === 'breach') return breachAt === alert.dueAt ? null : changedAt;
  if (breachAt <= hall.now) return breachAt;
  return dueAt(hall, found, 'warning') === alert.dueAt ? null : changedAt;
}
