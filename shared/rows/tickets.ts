import * as z from 'zod';

const maybe = z.number().nullable();
const name = z.string().nullable();

/** A ticket of the past with what came of it, as `GET /api/v1/halls/{hallId}/tickets` lists it behind a figure. */
export const TicketFact = z.object({
  ticketId: z.string(),
  number: z.string(),
  serviceId: name,
  counterId: name,
  staffId: name,
  issuedAt: maybe,
  calledAt: maybe,
  startedAt: maybe,
  endedAt: maybe,
  /** completed, returned, referred, noShow, abandoned, removed; null while it is open. */
  outcome: name,
  waitMs: maybe,
  serviceMs: maybe,
  rating: maybe,
});
export type TicketFact = z.infer<typeof TicketFact>;

/** `next`: the cursor of the following page, null on the last one. */
export const TicketsAnswer = z.object({ tickets: z.array(TicketFact), total: z.int(), next: z.string().nullable() });
export type TicketsAnswer = z.infer<typeof TicketsAnswer>;

/** `GET …/tickets/{ticketId}`: its facts in the order of time. */
export const TicketStory = z.object({
  ticket: TicketFact,
  events: z.array(z.object({ seq: z.int(), at: z.number(), type: z.string(), data: z.record(z.string(), z.unknown()), quality: z.array(z.string()) })),
});
export type TicketStory = z.infer<typeof TicketStory>;
