import * as z from 'zod';
import { appraisalForms, appraisedKinds } from '../glossary/appraisals.js';
import { idsOf } from '../glossary/word.js';
import { Id, Label, Remark } from '../ids.js';
import { ConductEntry } from './cases.js';
import { RecordVersion } from './records.js';

const form = z.enum(idsOf(appraisalForms));
const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, 'must be a month such as 2026-11');
const maybe = z.number().nullable();
const count = z.int();

/** `POST …/appraisals`: of whom and by whom; a form goes to each of its owners, left out: a self-appraisal to the person, any other to whoever opens it. */
export const OpenAppraisal = z.strictObject({
  planId: Id,
  month: Month,
  /** Left out: everybody whom the month's snapshots name, or every counter of the settings. */
  subjects: z.array(Id).min(1).max(500).optional(),
  owners: z.partialRecord(form, z.array(Label).min(1).max(10)).optional(),
});
export type OpenAppraisal = z.infer<typeof OpenAppraisal>;

/** `POST …/appraisals/{planId}/{month}/freeze`. A reason is asked of a later revision, and where forms are missing. */
export const FreezeAppraisal = z.strictObject({ reason: Remark.optional() });

/** An item of a card. `value` in the figure's unit, of a form the mean of its scores; `n`: of how many; `points` 0…100, null where nothing is known. */
export const CardLine = z.object({ id: z.string(), weight: z.number(), value: maybe, n: count, points: maybe, caseIds: z.array(z.string()) });

/** What a month came to for a person or a counter. `n`: services that ended; `known`: weights of the items that have points, and `total` is of these. */
export const Card = z.object({
  id: z.string(),
  name: z.string(),
  days: count,
  n: count,
  total: maybe,
  known: z.number(),
  rank: count.nullable(),
  lines: z.array(CardLine),
  /** Four a year, as it stood at the end of the month; null of a counter. */
  conduct: ConductEntry.pick({ state: true }).extend({ caseIds: z.array(z.string()) }).nullable(),
  /** Verified complaints that came in the month. */
  complaints: z.array(z.string()),
});
export type Card = z.infer<typeof Card>;

/** A form that was asked for. `doneAt` null: it is missing. */
export const AskedForm = z.object({ caseId: z.string(), subject: z.string(), form, owner: z.string(), dueAt: maybe, doneAt: maybe });
export type AskedForm = z.infer<typeof AskedForm>;

/** Cards as they were frozen 定稿: none is ever changed, a correction is another revision and says why. */
export const Frozen = z.object({ revision: count, at: z.number(), by: z.string(), reason: z.string().nullable() });
export type FrozenCards = z.infer<typeof Frozen> & { cards: Card[] };

const period = {
  planId: z.string(),
  month: z.string(),
  title: z.string(),
  of: z.enum(idsOf(appraisedKinds)),
  /** Of the plan. */
  version: count,
  openedAt: z.number(),
  openedBy: z.string(),
  /** The end of the month, by the hall's clocks. */
  endsAt: z.number(),
  expected: count,
  done: count,
  overdue: count,
  frozen: z.array(Frozen),
  /** The record that publishes its results. */
  noticeId: z.string(),
  /** When the notice of its results first came into force; null while none has. */
  publishedAt: maybe,
};

/** `GET …/appraisals`: newest month first. */
export const AppraisalEntry = z.object(period);
export type AppraisalEntry = z.infer<typeof AppraisalEntry>;
export const AppraisalsAnswer = z.object({ appraisals: z.array(AppraisalEntry) });
export type AppraisalsAnswer = z.infer<typeof AppraisalsAnswer>;

/** `GET …/appraisals/{planId}/{month}?revision=`: as it stands, or as it was frozen; `shown` is that revision, null while it is live. */
export const AppraisalAnswer = z.object({ ...period, shown: count.nullable(), plan: RecordVersion, cards: z.array(Card), forms: z.array(AskedForm) });
export type AppraisalAnswer = z.infer<typeof AppraisalAnswer>;
