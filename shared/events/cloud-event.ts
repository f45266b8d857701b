import * as z from 'zod';
import { Id, Instant, Source } from '../ids.js';
import { counterEvents } from './counter.js';
import { hallEvents } from './hall.js';
import { ticketEvents } from './ticket.js';
import { ratingEvents } from './rating.js';

/** Every event type that a device may post, with the shape of its `data`. */
export const eventData = { ...ticketEvents, ...counterEvents, ...ratingEvents, ...hallEvents } as const;

export type EventType = keyof typeof eventData;
export const eventTypes = Object.keys(eventData) as EventType[];
export type EventData<T extends EventType> = z.infer<(typeof eventData)[T]>;

/** The CloudEvents 1.0 envelope. Identity is (hall, source, id), for ever; `time` may be missing from feeds without a clock. */
export const CloudEvent = z.looseObject({
  specversion: z.literal('1.0'),
  id: Id,
  source: Source,
  type: z.enum(eventTypes as [EventType, ...EventType[]]),
  time: Instant.optional(),
  /** Hallboard's own mark: personal data in its free texts was masked before it was stored. */
  masked: z.boolean().optional(),
  data: z.record(z.string(), z.unknown()),
});

/** One posted event, read: its type names the shape of its data. */
export type PostedEvent = {
  [T in EventType]: { specversion: '1.0'; id: string; source: string; type: T; time?: string; masked?: boolean; data: EventData<T> };
}[EventType];

/** The answer to a post of events, given only after they are on disk. */
export const IntakeAnswer = z.object({
  accepted: z.int().min(0),
  duplicates: z.int().min(0),
  rejected: z.int().min(0),
  lastSeq: z.int().min(0),
  problems: z.array(
    z.object({ index: z.int().min(0), id: z.string().optional(), code: z.string(), message: z.string() }),
  ),
});
export type IntakeAnswer = z.infer<typeof IntakeAnswer>;
export type IntakeProblem = IntakeAnswer['problems'][number];
