/** What stands behind the figures of a past time: their tickets, the story of one, and a day as its charts draw it. */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import type { CountedFigure, DayCurve, TicketEntry, TicketsAnswer, TicketStory } from '../../../shared/rows/behind.js';
import { ticketEntry, ticketsBehind, type Behind } from '../../domain/hall/behind.js';
import { dayCurve } from '../../domain/hall/day-curve.js';
import type { Past } from './past.js';

export interface AskedTickets {
  /** `from` inclusive, `to` exclusive. */
  from: number;
  to: number;
  /** Null: every ticket, once. */
  figure: CountedFigure | null;
  filter: Partial<Record<'serviceId' | 'counterId' | 'staffId' | 'outcome', string>>;
  minWaitMs: number;
  limit: number;
  cursor: Cursor | null;
}

/** Where to go on: so many of the day that begins there were told. */
export interface Cursor {
  dayAt: number;
  told: number;
}

/** By the hall's days, each in the order of the instants. */
export async function ticketsOf(past: Past, asked: AskedTickets, now: number): Promise<Omit<TicketsAnswer, 'next'> & { next: Cursor | null }> {
  const tickets: TicketEntry[] = [];
  const end = Math.min(asked.to, now + 1);
  for (let dayAt = asked.cursor?.dayAt ?? asked.from; dayAt < end; ) {
    const day = await past.dayAt(dayAt);
    const time = { since: asked.from, from: Math.max(asked.from, day.startAt), to: Math.min(end, day.endAt) };
    const hall = await past.hallAt(time.to - 1);
    const rows = [...ticketsBehind(hall, time)].filter((behind) => isAsked(behind, asked)).map(({ entry }) => entry).sort(byInstant);
    const from = dayAt === asked.cursor?.dayAt ? asked.cursor.told : 0;
    const page = rows.slice(from, from + asked.limit - tickets.length);
    tickets.push(...page);
    if (from + page.length < rows.length) return { tickets, next: { dayAt, told: from + page.length } };
    dayAt = day.endAt;
    if (tickets.length === asked.limit) return { tickets, next: dayAt < end ? { dayAt, told: 0 } : null };
  }
  return { tickets, next: null };
}

function byInstant(a: TicketEntry, b: TicketEntry): number {
  return a.at - b.at || ((a.ticketId ?? '') < (b.ticketId ?? '') ? -1 : 1);
}

function isAsked({ counted, entry }: Behind, { figure, filter, minWaitMs }: AskedTickets): boolean {
  if (counted.figure !== figure || (minWaitMs > 0 && !((entry.waitMs ?? -1) >= minWaitMs))) return false;
  return Object.entries(filter).every(([field, value]) => entry[field as keyof typeof filter] === value);
}

/** The hall's day of that date, up to now where it still runs; null for one to come. */
export async function curveOf(past: Past, date: string, now: number): Promise<DayCurve | null> {
  const { startAt, endAt } = await past.dayOn(date);
  return startAt > now ? null : dayCurve(await past.hallAt(Math.min(now, endAt - 1)));
}

const DAY_MS = 24 * 3_600_000;
/** A ticket's flags are told by the first so many of its days: nearly every ticket has one. */
const MOST_DAYS = 7;

/** Null where the journal knows none of that id; `on`, a date, says where to look for it. */
export async function ticketStory(past: Past, ticketId: string, { on, now }: { on: string | undefined; now: number }): Promise<TicketStory | null> {
  const day = on === undefined ? null : await past.dayOn(on);
  const own = await past.eventsOfTicket(ticketId, day ? { from: day.startAt - DAY_MS, to: day.endAt + DAY_MS } : { from: 0, to: now + 1 });
  if (own.length === 0) return null;
  const flags = new Map<number, QualityFlag[]>();
  let ticket: TicketEntry | null = null;
  for (const at of (await daysOf(past, own.map((fact) => fact.at))).slice(0, MOST_DAYS)) {
    const hall = await past.hallAt(Math.min(at, now), ({ seq }, found) => flags.set(seq, found));
    ticket = ticketEntry(hall, ticketId) ?? ticket;
  }
  const late = (seq: number, at: number) => own.some((other) => other.stored.seq < seq && other.at > at);
  const events = own.map(({ at, stored: { seq, loggedAt, event: { source, type, data } }, correction }) => ({
    seq, at, loggedAt, source, type, data,
    quality: [...(flags.get(seq) ?? []), ...(late(seq, at) ? ['outOfOrder' as const] : [])],
    correctedBy: correction?.by ?? null, voided: correction?.to === null,
  }));
  return ticket && { ticket, events };
}

/** The last instants of the hall's days on which these lie. */
async function daysOf(past: Past, instants: number[]): Promise<number[]> {
  const ends = await Promise.all(instants.map(async (at) => (await past.dayAt(at)).endAt - 1));
  return [...new Set(ends)].sort((a, b) => a - b);
}
