import * as z from 'zod';
import { appraisalForms } from '../glossary/appraisals.js';
import { caseCategories, caseChannels, caseKinds, caseStates, caseSteps } from '../glossary/cases.js';
import { idsOf } from '../glossary/word.js';
import { Id, Instant, Label, Remark } from '../ids.js';
import { maskText } from '../personal.js';
import { AttachmentId } from './attachments.js';

const kind = z.enum(idsOf(caseKinds));
const channel = z.enum(idsOf(caseChannels));
const category = z.enum(idsOf(caseCategories));
const step = z.enum(idsOf(caseSteps));

/** Whom or what a case is about; a name of the person who complains has no place here. */
const about = {
  counterId: Id.optional(),
  staffId: Id.optional(),
  serviceId: Id.optional(),
  ticketId: Id.optional(),
};

/** A file that proves something: what `POST …/attachments` answered. */
const Proof = z.strictObject({
  id: AttachmentId,
  name: Label.overwrite(maskText),
  /** The item of a round's form that it shows. */
  itemId: Id.optional(),
});

/** `POST …/cases`: a case is opened with its owner; its due time follows from the standard, or is said for an order. */
export const OpenCase = z
  .strictObject({
    kind,
    /** Names the matter, never a citizen. */
    title: Label.overwrite(maskText),
    text: Remark.optional(),
    channel,
    category: category.optional(),
    ...about,
    /** A username of this hall. Left out: whoever opens it. */
    owner: Label.optional(),
    /** When it was told, where that was earlier. */
    at: Instant.optional(),
    /** Needed by a rectification, a round and an appraisal; other kinds go by the standard. */
    due: Instant.optional(),
    /** The number under which it is known elsewhere, such as the hotline's. */
    reference: Label.optional(),
    /** The case that led to it. */
    parentId: Id.optional(),
    /** Of a return visit: whether the person was content. One that was not is to be verified. */
    satisfied: z.boolean().optional(),
    proof: z.array(Proof).max(10).optional(),
  })
  .superRefine((open, refuse) => {
    const needs = (field: 'due' | 'satisfied') => {
      if (open[field] === undefined) refuse.addIssue({ code: 'custom', path: [field], message: `is needed by a case of kind ${open.kind}` });
    };
    if (open.kind === 'rectification' || open.kind === 'round' || open.kind === 'appraisal') needs('due');
    else if (open.due !== undefined) refuse.addIssue({ code: 'custom', path: ['due'], message: `has no meaning in a case of kind ${open.kind}: its due time follows from the standard` });
    if (open.kind === 'returnVisit') needs('satisfied');
  });
export type OpenCase = z.infer<typeof OpenCase>;

/** `POST …/cases/{caseId}/steps`. `verdict`: of a step that decides (verify, re-check, visit, review). */
export const StepCase = z.strictObject({
  step,
  text: Remark.optional(),
  verdict: z.enum(['yes', 'no']).optional(),
  category: category.optional(),
  owner: Label.optional(),
  proof: z.array(Proof).max(60).optional(),
  /** Of a reply: the number of the letter or call by which it was given. */
  reference: Label.overwrite(maskText).optional(),
  /** Of a rating 5…1, and of the items of a form by their ids; of an item that is ticked 100 or 0. */
  scores: z.record(Id, z.number().min(0).max(100)).optional(),
  /** Of the items of a form, by their ids. */
  remarks: z.record(Id, Remark).optional(),
  /** Of a form that was counted from paper: how many sheets its scores are the mean of. */
  ballots: z.int().min(1).max(100_000).optional(),
});
export type StepCase = z.infer<typeof StepCase>;

const maybe = z.number().nullable();
const proofs = z.array(z.object({ id: z.string(), name: z.string(), itemId: z.string().optional() }));

/** What was done, by whom and when; epoch ms on the hall's clock. */
export const CaseDeed = z.object({
  step,
  at: z.number(),
  by: z.string(),
  text: z.string().nullable(),
  verdict: z.enum(['yes', 'no']).nullable(),
  proof: proofs,
  reference: z.string().nullable(),
  scores: z.record(z.string(), z.number()).nullable(),
  remarks: z.record(z.string(), z.string()).nullable(),
  ballots: z.int().nullable(),
});
export type CaseDeed = z.infer<typeof CaseDeed>;

/** How long a case stood in a state, and what limit it had there. `leftAt` null: it still stands so. */
export const CaseStage = z.object({ state: z.enum(idsOf(caseStates)), at: z.number(), dueAt: maybe, leftAt: maybe });
export type CaseStage = z.infer<typeof CaseStage>;

/** Which form of an appraisal a case asks for. */
const AppraisalOf = z.object({ planId: z.string(), version: z.int(), month: z.string(), form: z.enum(idsOf(appraisalForms)) });

/** A case as it stands. `verified` null: nobody decided yet. `dueAt` null: closed. */
export const CaseEntry = z.object({
  id: z.string(),
  /** Short, for people to say and write, such as R-260001: of its kind, the year it was opened in and its place in that. */
  number: z.string(),
  kind,
  title: z.string(),
  text: z.string().nullable(),
  channel,
  category: category.nullable(),
  counterId: z.string().nullable(),
  staffId: z.string().nullable(),
  serviceId: z.string().nullable(),
  ticketId: z.string().nullable(),
  reference: z.string().nullable(),
  parentId: z.string().nullable(),
  /** The version of the round plan that opened it, whose items it asks for; null for what a person opened. */
  plan: z.object({ id: z.string(), version: z.int() }).nullable(),
  appraisal: AppraisalOf.nullable(),
  openedAt: z.number(),
  openedBy: z.string(),
  owner: z.string(),
  state: z.enum(idsOf(caseStates)),
  /** When what is to be done next is due. */
  dueAt: maybe,
  /** When a complaint is to be replied to at the latest. */
  replyDueAt: maybe,
  repliedAt: maybe,
  verified: z.boolean().nullable(),
  verifiedAt: maybe,
  /** An appeal nobody reviewed yet. */
  appealedAt: maybe,
  satisfied: z.boolean().nullable(),
  /** Re-checks that failed. */
  failures: z.int(),
  closedAt: maybe,
  proof: proofs,
  deeds: z.array(CaseDeed),
  stages: z.array(CaseStage),
});
export type CaseEntry = z.infer<typeof CaseEntry>;

/** A case with what whoever asks may do about it next. */
export const CaseAnswer = CaseEntry.extend({ next: z.array(step) });
export type CaseAnswer = z.infer<typeof CaseAnswer>;

/** `GET …/cases?kind=&status=open|closed|all&from=&to=&staffId=&counterId=&owner=&parentId=&q=`: those due first, first; `more` are left out. */
export const CasesAnswer = z.object({ cases: z.array(CaseEntry), more: z.int() });
export type CasesAnswer = z.infer<typeof CasesAnswer>;

/** What return visits of a year tell of a person's conduct: `cases` are those that count. Warned at three, out of the year's honours at four. */
export const ConductEntry = z.object({ staffId: z.string(), state: z.enum(['ok', 'warned', 'disqualified']), cases: z.array(CaseEntry) });
export type ConductEntry = z.infer<typeof ConductEntry>;

/** `GET …/conduct?year=`: those named most often, first. `years`: the ones that can be asked for. */
export const ConductAnswer = z.object({ year: z.int(), years: z.array(z.int()), people: z.array(ConductEntry) });
export type ConductAnswer = z.infer<typeof ConductAnswer>;
