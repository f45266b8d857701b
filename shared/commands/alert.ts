import * as z from 'zod';
import { severities } from '../glossary/states.js';
import { idsOf } from '../glossary/word.js';
import { Id, Instant, Label, Remark } from '../ids.js';
import { AlertRow } from '../rows/rows.js';

/** `POST …/alerts/{alertId}/assign`: to a person of this hall, by username. */
export const AssignAlert = z.strictObject({ to: Label });
/** `POST …/alerts/{alertId}/comment` */
export const CommentAlert = z.strictObject({ text: Remark });
/** `POST …/alerts/{alertId}/resolve`: for what does not end by itself (a bad rating), or ends when a person says so. */
export const ResolveAlert = z.strictObject({ reason: Remark });
/** `POST …/alerts/{alertId}/silence`: its clause about its subject stays quiet until then. */
export const SilenceAlert = z.strictObject({ until: Instant, reason: Remark });

/** `POST …/silences`: a planned pause. What is left out is not narrowed: without scope the whole hall is quiet. */
export const PutSilence = z.strictObject({
  clauseIds: z.array(Id).min(1).optional(),
  counterIds: z.array(Id).min(1).optional(),
  serviceIds: z.array(Id).min(1).optional(),
  from: Instant.optional(),
  until: Instant,
  reason: Remark,
});
export type PutSilence = z.infer<typeof PutSilence>;

export const Silence = z.object({
  id: z.string(),
  clauseIds: z.array(z.string()).nullable(),
  counterIds: z.array(z.string()).nullable(),
  serviceIds: z.array(z.string()).nullable(),
  /** One subject alone, as `kind:id`; null: any. */
  subject: z.string().nullable(),
  /** `warning`: a breach is not covered. Left out: any. */
  severity: z.enum(idsOf(severities)).optional(),
  fromAt: z.number(),
  untilAt: z.number(),
  reason: z.string(),
  author: z.string(),
});
export type Silence = z.infer<typeof Silence>;
export const SilencesAnswer = z.object({ silences: z.array(Silence) });

/** `GET …/alerts?status=open|all&from=&to=`: newest first, the newest 5,000. */
export const AlertEntry = AlertRow.extend({ id: z.string() });
export type AlertEntry = z.infer<typeof AlertEntry>;
/** `more`: so many older ones of the range are left out. */
export const AlertsAnswer = z.object({ alerts: z.array(AlertEntry), more: z.int().optional() });
export type AlertsAnswer = z.infer<typeof AlertsAnswer>;
/** `GET …/alerts/{alertId}/story`: what was done about it, and the events of its subject around it, in order. */
export const AlertStory = z.object({
  alert: AlertEntry,
  deeds: z.array(z.object({ at: z.number(), deed: z.string(), by: z.string().nullable(), text: z.string().nullable() })),
  events: z.array(z.object({ seq: z.int(), at: z.number(), type: z.string(), data: z.record(z.string(), z.unknown()) })),
});
export type AlertStory = z.infer<typeof AlertStory>;
