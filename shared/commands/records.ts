import * as z from 'zod';
import { appraisalFigures, appraisalForms, appraisedKinds } from '../glossary/appraisals.js';
import { weekdays } from '../glossary/choices.js';
import { noticeTopics, recordKinds } from '../glossary/records.js';
import { idsOf } from '../glossary/word.js';
import { Duration, Id, Instant, Label, Remark, Text } from '../ids.js';

const Words = Text.trim().min(1).max(4000);
const lines = z.array(Label).max(100);
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time of day such as 08:30');

/** What a citizen needs to know of a service: the same limits feed the deadlines of its requests. */
const Guide = z.strictObject({
  kind: z.literal('guide'),
  serviceId: Id,
  /** The law or rule that it rests on. */
  basis: Label,
  materials: lines,
  steps: lines,
  fees: Label,
  /** Within how many working days a request of it is delivered; left out: at once, at the counter. */
  workingDays: z.int().min(1).max(250).optional(),
});
const Notice = z.strictObject({ kind: z.literal('notice'), topic: z.enum(idsOf(noticeTopics)), text: Words });
const Certificate = z.strictObject({ kind: z.literal('certificate'), staffId: Id, number: Label, issuer: Label });
const Training = z.strictObject({ kind: z.literal('training'), staffIds: z.array(Id).min(1).max(500), topic: Label, hours: z.number().min(0).max(1000), passed: z.array(Id).max(500) });

/** An item of a form that is walked through: ticked, or marked 0 to 100 (`points`), with a photo where it asks for one; `group`: the heading that it stands under. */
const FormItem = z.strictObject({ id: Id, text: Label, photo: z.boolean().default(false), points: z.boolean().optional(), group: Label.optional() });
const RoundPlan = z.strictObject({
  kind: z.literal('roundPlan'),
  items: z.array(FormItem).min(1).max(60).refine((items) => new Set(items.map(({ id }) => id)).size === items.length, 'must each have an id of its own'),
  days: z.array(z.enum(weekdays)).min(1),
  at: time,
  /** How long after its beginning it is due. */
  within: Duration,
  owner: Label,
  counterId: Id.optional(),
});
/** A figure in points: none at `floor`, all of them at `target`, in a straight line between; the floor of what should be little lies above. */
const AppraisedFigure = z.strictObject({ id: Id, weight: z.number().min(0).max(100), figure: z.enum(idsOf(appraisalFigures)), floor: z.number(), target: z.number() }).refine(({ floor, target }) => floor !== target, { path: ['target'], message: 'must not be the floor' });
/** A form that people score, each question from 0 to 100, due so many working days after it was opened. */
const AppraisalForm = z.strictObject({
  id: z.enum(idsOf(appraisalForms)),
  weight: z.number().min(0).max(100),
  days: z.int().min(1).max(60),
  questions: z.array(z.strictObject({ id: Id, text: Label })).min(1).max(20),
});
const AppraisalPlan = z
  .strictObject({ kind: z.literal('appraisalPlan'), of: z.enum(idsOf(appraisedKinds)), figures: z.array(AppraisedFigure).max(20), forms: z.array(AppraisalForm).min(1).max(5) })
  .superRefine(({ figures, forms }, refuse) => {
    const sum = [...figures, ...forms].reduce((total, { weight }) => total + weight, 0);
    if (Math.abs(sum - 100) > 1e-6) refuse.addIssue({ code: 'custom', path: ['forms'], message: `weights of figures and forms must add up to 100, and come to ${Number(sum.toFixed(2))}` });
    for (const [path, ids] of Object.entries({ figures: [...figures, ...forms].map(({ id }) => id), ...Object.fromEntries(forms.map(({ id, questions }) => [`forms ${id}`, questions.map((one) => one.id)])) })) {
      if (new Set(ids).size < ids.length) refuse.addIssue({ code: 'custom', path: [path.split(' ')[0]!], message: 'each id may stand once' });
    }
  });
export type AppraisalPlan = z.infer<typeof AppraisalPlan>;

export const RecordContent = z.discriminatedUnion('kind', [Guide, Notice, Certificate, Training, RoundPlan, AppraisalPlan]);
export type RecordContent = z.infer<typeof RecordContent>;

/** `PUT …/records/{recordId}`: a new version, in force from its instant or from now, until it expires, is followed or withdrawn. */
export const PutRecord = z.strictObject({
  title: Label,
  content: RecordContent,
  effectiveFrom: Instant.optional(),
  expires: Instant.optional(),
  /** Who approved it: a person of this hall, and not whoever puts it. */
  approvedBy: Label,
});
export type PutRecord = z.infer<typeof PutRecord>;

/** `POST …/records/{recordId}/withdraw` */
export const WithdrawRecord = z.strictObject({ reason: Remark });

/** A version of a record 档案 as it is kept. */
export const RecordVersion = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  content: RecordContent,
  effectiveFromAt: z.number(),
  expiresAt: z.number().nullable(),
  approvedBy: z.string(),
  putAt: z.number(),
  putBy: z.string(),
  withdrawnAt: z.number().nullable(),
  withdrawnBy: z.string().nullable(),
  reason: z.string().nullable(),
});
export type RecordVersion = z.infer<typeof RecordVersion>;

/** `GET …/records?kind=&at=`: of each record the version in force then, with `versions=all` every version; `GET …/records/{recordId}`: those of one. */
export const RecordsAnswer = z.object({ records: z.array(RecordVersion) });
export type RecordsAnswer = z.infer<typeof RecordsAnswer>;

const published = {
  id: z.string(),
  title: z.string(),
  version: z.int(),
  effectiveFromAt: z.number(),
  expiresAt: z.number().nullable(),
  approvedBy: z.string().nullable(),
};

/** `GET …/disclosure`: the guides and notices in force, as anybody may read them: of who approved one the staff number alone. */
export const DisclosureAnswer = z.object({
  hall: z.object({ name: z.string(), timezone: z.string(), demo: z.boolean() }),
  at: z.number(),
  guides: z.array(z.object({ ...published, service: z.string(), content: Guide })),
  notices: z.array(z.object({ ...published, content: Notice })),
});
export type DisclosureAnswer = z.infer<typeof DisclosureAnswer>;

export const recordKind = z.enum(idsOf(recordKinds));
