/** What stands behind a day's figures: the tickets that each of them counted, what is known of one, and the day as a curve. */
import * as z from 'zod';
import { counterStates, outcomes } from '../glossary/states.js';
import { qualityFlags } from '../glossary/quality.js';
import { idsOf } from '../glossary/word.js';

const maybe = z.number().nullable();
const maybeText = z.string().nullable();

/** Figures of contract §5 that count tickets; `breached` is what a service level lacks: of − within. */
export const countedFigures = [
  'tickets.issued', 'tickets.carriedIn', 'tickets.called', 'tickets.served', 'tickets.returned', 'tickets.referred', 'tickets.noShow',
  'tickets.abandoned', 'tickets.removed', 'tickets.transferredIn', 'tickets.transferredOut', 'tickets.stillWaiting', 'tickets.inService', 'tickets.parked',
  'waitMs', 'waitToServiceMs', 'walkMs', 'serviceMs', 'abandonMs', 'serviceLevel.of', 'serviceLevel.within', 'breached',
  'rating.requested', 'rating.given', 'rating.defaulted', 'rating.satisfied', 'rating.bad',
  'rating.byLevel.5', 'rating.byLevel.4', 'rating.byLevel.3', 'rating.byLevel.2', 'rating.byLevel.1',
] as const;
export type CountedFigure = (typeof countedFigures)[number];

export const ticketOutcomes = [...idsOf(outcomes), 'noShow', 'abandoned', 'removed'] as const;

/** A ticket as it came to be. Of a figure: once for each time it counted, at the service, counter and person it counted for. */
export const TicketEntry = z.object({
  /** Null for a rating that names no ticket. */
  ticketId: maybeText,
  number: maybeText,
  customerClass: maybeText,
  serviceId: maybeText,
  counterId: maybeText,
  staffId: maybeText,
  issuedAt: maybe,
  calledAt: maybe,
  startedAt: maybe,
  endedAt: maybe,
  /** Null while it is open. */
  outcome: z.enum(ticketOutcomes).nullable(),
  /** Of its first leg. */
  waitMs: maybe,
  serviceMs: maybe,
  rating: z.int().nullable(),
  /** When it counted, or was first seen in the time that was asked for. */
  at: z.number(),
  /** What it counted with, where the figure is of lengths (ms) or of ratings (level). */
  value: maybe,
});
export type TicketEntry = z.infer<typeof TicketEntry>;

/** `GET …/tickets`: by instant; `next` asks for more of them as `cursor`. */
export const TicketsAnswer = z.object({ tickets: z.array(TicketEntry), next: maybeText });
export type TicketsAnswer = z.infer<typeof TicketsAnswer>;

/** `GET …/tickets/{ticketId}`: its events in the order in which they happened. */
export const TicketStory = z.object({
  ticket: TicketEntry,
  events: z.array(z.object({
    seq: z.int(),
    at: z.number(),
    loggedAt: z.number(),
    source: z.string(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    quality: z.array(z.enum(idsOf(qualityFlags))),
    /** The seq of the correction that stands in its place; `voided`: nothing does. */
    correctedBy: z.int().nullable(),
    voided: z.boolean(),
  })),
});
export type TicketStory = z.infer<typeof TicketStory>;

const Stretch = z.object({ from: z.number(), to: z.number(), state: z.enum(idsOf(counterStates)), staffId: maybeText });

/** `GET …/daily/{date}/curve`: the day as its charts draw it, up to now where it still runs. */
export const DayCurve = z.object({
  date: z.string(),
  timezone: z.string(),
  startAt: z.number(),
  endAt: z.number(),
  /** From the first eventful one on; `waiting` and `openCounters` (neither closed nor paused) at its end. */
  quarters: z.array(z.object({
    startAt: z.number(), issued: z.int(), called: z.int(), ended: z.int(), abandoned: z.int(), waiting: z.int(), openCounters: z.int(), waitP50Ms: maybe, waitP90Ms: maybe,
  })),
  /** What each counter did, by id; between two stretches it was closed. */
  counters: z.record(z.string(), z.object({ name: z.string(), stretches: z.array(Stretch) })),
  /** Waits that ended with a call, by whole minutes: how many took from m to m + 1, the last 24 hours and more. */
  waits: z.object({ limitMs: maybe, byMinute: z.array(z.int()) }),
  services: z.record(z.string(), z.object({ name: z.string(), issued: z.int(), called: z.int(), ended: z.int(), abandoned: z.int() })),
});
export type DayCurve = z.infer<typeof DayCurve>;
