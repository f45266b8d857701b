import * as z from 'zod';
import { caseStates, requestSteps } from '../glossary/cases.js';
import { ticketStates } from '../glossary/states.js';
import { idsOf } from '../glossary/word.js';
import { ticketOutcomes } from './behind.js';

const maybe = z.number().nullable();
const maybeText = z.string().nullable();

/** A ticket of today. `since`: of its state; `ahead`: how many wait before it, by order of coming; `outcome`: how it ended. */
const TicketProgress = z.object({
  kind: z.literal('ticket'),
  number: z.string(),
  service: maybeText,
  state: z.enum([...idsOf(ticketStates), 'ended']),
  since: z.number(),
  counter: maybeText,
  ahead: z.int().nullable(),
  /** Today's waits for its service, from coming to call: the middle one and the one that nine in ten did not exceed. Null where too few, or shorter than this one already is. */
  waits: z.object({ count: z.int(), p50Ms: z.number(), p90Ms: z.number() }).nullable(),
  outcome: z.enum(ticketOutcomes).nullable(),
});

/** A service request. `ahead`: how many of its service came before it and are not accepted yet. */
const RequestProgress = z.object({
  kind: z.literal('request'),
  number: z.string(),
  service: maybeText,
  state: z.enum(idsOf(caseStates)),
  since: z.number(),
  dueAt: maybe,
  ahead: z.int().nullable(),
  /** The seven steps in their order; `at` null: not taken yet. */
  steps: z.array(z.object({ step: z.enum(idsOf(requestSteps)), at: maybe })),
});

/** What a citizen may know of a ticket or a request by its number: no person, no text, no id. */
export const Progress = z.discriminatedUnion('kind', [TicketProgress, RequestProgress]);
export type Progress = z.infer<typeof Progress>;
export type TicketProgress = z.infer<typeof TicketProgress>;
export type RequestProgress = z.infer<typeof RequestProgress>;

/** `GET …/progress/{number}` */
export const ProgressAnswer = z.object({ hallName: z.string(), timezone: z.string(), at: z.number(), progress: Progress });
export type ProgressAnswer = z.infer<typeof ProgressAnswer>;
