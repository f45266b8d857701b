import * as z from 'zod';
import { allClauseFields, clauseFields, clauseKinds, type ClauseField } from '../glossary/clause-kinds.js';
import { idsOf } from '../glossary/word.js';
import { Duration, Id, Instant, Label } from '../ids.js';
import { parseDuration } from '../instant.js';

/** Whom a clause binds; a list that is left out binds all. */
const AppliesTo = z.strictObject({
  serviceIds: z.array(Id).min(1).max(500).optional(),
  counterIds: z.array(Id).min(1).max(2000).optional(),
  customerClasses: z.array(Label).min(1).max(50).optional(),
});

const LEAST_ESCALATE_MS = 60_000;

/** A clause 条款: one promise, when it is warned of (预警) and broken (超时), and where its number comes from. */
export const Clause = z
  .strictObject({
    id: Id,
    kind: z.enum(idsOf(clauseKinds)),
    appliesTo: AppliesTo.optional(),
    warnAfter: Duration.optional(),
    breachAfter: Duration.optional(),
    /** A count, a level or a mean, by kind. */
    limit: z.number().min(0).max(1_000_000).optional(),
    /** So many last ratings make a mean. */
    window: z.int().min(2).max(1000).optional(),
    /** Lengths count within opening hours only, or always. */
    during: z.enum(['openingHours', 'always']).default('openingHours'),
    escalateAfter: Duration.optional(),
    /** The rule, paper or decision that the number comes from, or `local`. */
    source: Label,
  })
  .superRefine((clause, refuse) => {
    const { needs, may }: { needs: readonly ClauseField[]; may: readonly ClauseField[] } = clauseFields[clause.kind];
    for (const field of needs) if (clause[field] === undefined) refuse.addIssue({ code: 'custom', path: [field], message: `is needed by a clause of kind ${clause.kind}` });
    for (const field of allClauseFields) {
      if (clause[field] !== undefined && !needs.includes(field) && !may.includes(field)) refuse.addIssue({ code: 'custom', path: [field], message: `has no meaning in a clause of kind ${clause.kind}` });
    }
    if (clause.warnAfter && clause.breachAfter && parseDuration(clause.warnAfter) >= parseDuration(clause.breachAfter)) {
      refuse.addIssue({ code: 'custom', path: ['warnAfter'], message: 'must be shorter than breachAfter' });
    }
    if (clause.escalateAfter && parseDuration(clause.escalateAfter) < LEAST_ESCALATE_MS) {
      refuse.addIssue({ code: 'custom', path: ['escalateAfter'], message: 'must be at least a minute (PT1M): it goes on until somebody acknowledges' });
    }
  });
export type Clause = z.infer<typeof Clause>;

const Clauses = z
  .array(Clause)
  .max(200)
  .superRefine((clauses, refuse) => {
    const seen = new Set<string>();
    clauses.forEach(({ id }, index) => {
      if (seen.has(id)) refuse.addIssue({ code: 'custom', path: [index, 'id'], message: `${id} stands twice; each id may stand once` });
      seen.add(id);
    });
  });

/** `PUT /api/v1/halls/{hallId}/standard`: the whole of the service standard 服务标准, in force from `effectiveFrom`, or from now. */
export const PutStandard = z.strictObject({
  name: Label,
  source: Label,
  effectiveFrom: Instant.optional(),
  clauses: Clauses,
});
export type PutStandard = z.infer<typeof PutStandard>;

/** A version of the standard as it is kept. Version 0 is what the settings' wait limits say while no standard was put. */
export const StandardVersion = z.object({
  version: z.int(),
  name: z.string(),
  source: z.string(),
  effectiveFromAt: z.number(),
  putAt: z.number(),
  putBy: z.string(),
  clauses: z.array(Clause),
});
export type StandardVersion = z.infer<typeof StandardVersion>;

export const PutStandardAnswer = z.object({ version: z.int() });
export const StandardsAnswer = z.object({ standards: z.array(StandardVersion) });

/** `POST …/standard/backtest`: the alerts that these clauses would have raised; `from` inclusive, `to` exclusive. */
export const Backtest = z.strictObject({ clauses: Clauses, from: Instant, to: Instant });
export type Backtest = z.infer<typeof Backtest>;

const counts = z.object({ warnings: z.int(), breaches: z.int() });
/**
 * Its answer: counts by the hall's own day, clause and counter for these clauses and for the standard in force then, and the
 * first alerts. `days`: those of which events are on record, each with how long the hall was open on it, in ms.
 */
export const BacktestAnswer = z.object({
  from: z.string(),
  to: z.string(),
  events: z.int(),
  days: z.record(z.string(), z.number()),
  proposed: z.object({ total: counts, days: z.record(z.string(), counts), clauses: z.record(z.string(), counts), counters: z.record(z.string(), counts) }),
  inForce: z.object({ total: counts, days: z.record(z.string(), counts), clauses: z.record(z.string(), counts), counters: z.record(z.string(), counts) }),
  alerts: z.array(z.object({ clauseId: z.string(), severity: z.string(), label: z.string(), dueAt: z.number(), endedAt: z.number().nullable() })),
});
export type BacktestAnswer = z.infer<typeof BacktestAnswer>;
