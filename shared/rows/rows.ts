import * as z from 'zod';
import { densities } from '../glossary/choices.js';
import { counterStates, hallStates, severities, sourceStates, ticketStates } from '../glossary/states.js';
import { idsOf } from '../glossary/word.js';
import { FigureRow } from './figures.js';

const at = z.number();
const maybe = at.nullable();

/** The hall itself: one row, its id is the hall's. `day` is the hall's own date, YYYY-MM-DD. */
export const HallRow = z.object({
  name: z.string(),
  timezone: z.string(),
  state: z.enum(idsOf(hallStates)),
  day: z.string(),
  opensAt: maybe,
  closesAt: maybe,
  /** The next stretch of opening hours that begins after now, today or on a later day; null when none is set. */
  nextOpensAt: maybe,
  nextClosesAt: maybe,
  seats: z.int().nullable(),
  demo: z.boolean(),
  /** How fast the hall's clock runs; 1 is real time. */
  speed: z.number(),
  /** What the hall aims at, as shares 0…1; null where nothing was promised. */
  targets: z.object({ serviceLevel: z.number().nullable(), satisfaction: z.number().nullable() }),
  /** How its wall cuts the field; `auto` goes by the number of counters and the room there is. */
  density: z.enum(densities),
  /** Events of today by quality flag: what the feed got wrong and we took all the same. */
  quality: z.record(z.string(), z.int()),
  /** The ledgers: cases that are open, complaints nobody replied to yet, and a number that changes whenever a case or a record does. */
  cases: z.object({ open: z.int(), unanswered: z.int(), changes: z.int() }),
});
export type HallRow = z.infer<typeof HallRow>;

/** A service 事项 and its queue 队列. `observed`: its length was read off a board and no ticket is behind it. */
export const ServiceRow = z.object({
  name: z.string(),
  waiting: z.int(),
  oldestIssuedAt: maybe,
  openCounters: z.int(),
  waitLimitMs: z.number().nullable(),
  observed: z.boolean(),
  lastNumber: z.string().nullable(),
  /** The feeds (ids of `sources`) that today put tickets into its queue or read its board, sorted. */
  sourceIds: z.array(z.string()),
});
export type ServiceRow = z.infer<typeof ServiceRow>;

/** A counter 窗口. `stateAt`: since when it is so; `registered`: the hall's settings name it. */
export const CounterRow = z.object({
  name: z.string(),
  zone: z.string().nullable(),
  state: z.enum(idsOf(counterStates)),
  stateAt: maybe,
  staffId: z.string().nullable(),
  ticketId: z.string().nullable(),
  ticketNumber: z.string().nullable(),
  serviceIds: z.array(z.string()),
  ratingMean: z.number().nullable(),
  registered: z.boolean(),
  /** The feed (an id of `sources`) that last spoke of it; null before the first word. */
  sourceId: z.string().nullable(),
});
export type CounterRow = z.infer<typeof CounterRow>;

/** A ticket 号票 that is still open. `issuedAt` is when its present leg of waiting began; `dueAt`: when its wait limit falls. */
export const TicketRow = z.object({
  number: z.string(),
  serviceId: z.string().nullable(),
  customerClass: z.string().nullable(),
  state: z.enum(idsOf(ticketStates)),
  issuedAt: at,
  calledAt: maybe,
  startedAt: maybe,
  counterId: z.string().nullable(),
  dueAt: maybe,
});
export type TicketRow = z.infer<typeof TicketRow>;

const subjectKinds = ['ticket', 'service', 'counter', 'staff', 'source', 'hall', 'case', 'record'] as const;

/**
 * An alert 告警. It stands from `raisedAt`; one that is resolved stays for a minute, so that people see it go. What still runs
 * is counted from `sinceAt` by whoever shows it; `value` and `limit` are those of the instant it was raised: ms for lengths,
 * else counts, levels or means.
 */
export const AlertRow = z.object({
  clauseId: z.string(),
  kind: z.string(),
  severity: z.enum(idsOf(severities)),
  subject: z.object({ kind: z.enum(subjectKinds), id: z.string() }),
  /** What people call the subject: a ticket's number, the name of a counter, a service or a source. */
  label: z.string(),
  serviceId: z.string().nullable(),
  counterId: z.string().nullable(),
  sinceAt: maybe,
  dueAt: at,
  raisedAt: at,
  late: z.boolean(),
  value: z.number().nullable(),
  limit: z.number().nullable(),
  acknowledgedAt: maybe,
  acknowledgedBy: z.string().nullable(),
  assignedTo: z.string().nullable(),
  escalatedAt: maybe,
  /** How often it went to the next person because nobody acknowledged. */
  escalations: z.int(),
  /** Quiet until then: no sound, no message, no escalation. */
  silencedUntil: maybe,
  /** The version of the standard that it was judged by. */
  standardVersion: z.int(),
  /** The latest remarks, oldest first. */
  notes: z.array(z.object({ at, by: z.string(), text: z.string() })),
  resolvedAt: maybe,
  /** Who ended it; null: it ended by itself. */
  resolvedBy: z.string().nullable(),
});
export type AlertRow = z.infer<typeof AlertRow>;

/** Where events come from: a feed (id = its CloudEvents `source`) or a device (id `device:X`). */
export const SourceRow = z.object({
  kind: z.enum(['feed', 'device']),
  lastHeardAt: at,
  state: z.enum(idsOf(sourceStates)),
  /** How far its newest event's own time lay behind the hall's clock when it came, in ms; null when it carries no time. */
  lagMs: z.number().nullable(),
  /** It stands as silent after so long without a word, in ms. */
  silentAfterMs: z.number(),
});
export type SourceRow = z.infer<typeof SourceRow>;

const table = <T extends z.ZodType>(row: T) => z.record(z.string(), row);

/** Everything a screen may see of a hall: tables of flat rows by id. */
export const Rows = z.object({
  hall: table(HallRow),
  services: table(ServiceRow),
  counters: table(CounterRow),
  tickets: table(TicketRow),
  alerts: table(AlertRow),
  sources: table(SourceRow),
  figures: table(FigureRow),
});
export type Rows = z.infer<typeof Rows>;

/** `GET /api/v1/halls/{hallId}/state`: the rows as the caller may see them, and where in the feed they stand. */
export const StateAnswer = z.object({ hallId: z.string(), epoch: z.string(), seq: z.int(), at: z.string(), rows: Rows });
export type StateAnswer = z.infer<typeof StateAnswer>;
