/** What stands behind the figures: the tickets that one of them counted, the events of a ticket, and a day as a curve. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import { countedFigures, ticketOutcomes, type DayCurve, type TicketsAnswer, type TicketStory } from '../../shared/rows/behind.js';
import { parseInstant } from '../../shared/instant.js';
import { demand, may, type Caller } from '../access/caller.js';
import { ticketWithoutRating } from '../access/rater.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { curveOf, ticketsOf, ticketStory, type Cursor } from '../live/past/tickets.js';
import { Problem } from '../problem.js';
import { rangeOf } from '../range.js';

const MOST_DAYS = 31;
const LIMIT = { most: 500, standard: 100 };
const MOST_MS = 31 * 24 * 3_600_000;

type TicketsQuery = Partial<Record<'from' | 'to' | 'serviceId' | 'counterId' | 'staffId' | 'outcome' | 'minWaitMs' | 'figure' | 'limit' | 'cursor', string>>;

@Controller('api/v1/halls/:hallId')
export class TicketsController {
  constructor(private readonly halls: Halls) {}

  @Get('tickets')
  @Demand('journal.read')
  async tickets(@Param('hallId') hallId: string, @CallerOf() caller: Caller, @Query() query: TicketsQuery): Promise<TicketsAnswer> {
    const hall = knownHall(this.halls, hallId);
    if (query.figure?.startsWith('rating.')) demand(caller, 'ratings.read', hallId);
    const { serviceId, counterId, staffId, outcome } = query;
    const filter = { serviceId, counterId, staffId, outcome: oneOf('outcome', outcome, ticketOutcomes) };
    const { tickets, next } = await ticketsOf(this.halls.past(hallId), {
      ...rangeOf(query, { standard: hall.alerts.today(), mostDays: MOST_DAYS }),
      figure: oneOf('figure', query.figure, countedFigures) ?? null,
      filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value)),
      minWaitMs: numberOf('minWaitMs', query.minWaitMs, { least: 0, most: MOST_MS }) ?? 0,
      limit: numberOf('limit', query.limit, { least: 1, most: LIMIT.most }) ?? LIMIT.standard,
      cursor: cursorOf(query.cursor),
    }, hall.now());
    return { tickets: may(caller, 'ratings.read', hallId) ? tickets : tickets.map(ticketWithoutRating), next: next && `${next.dayAt}.${next.told}` };
  }

  @Get('tickets/:ticketId')
  @Demand('journal.read')
  async story(@Param() { hallId, ticketId }: { hallId: string; ticketId: string }, @CallerOf() caller: Caller, @Query('on') on: string | undefined): Promise<TicketStory> {
    const hall = knownHall(this.halls, hallId);
    const story = await ticketStory(this.halls.past(hallId), ticketId, { on: on === undefined ? undefined : dateOf('on', on), now: hall.now() });
    if (story) return may(caller, 'ratings.read', hallId) ? story : { ticket: ticketWithoutRating(story.ticket), events: story.events.filter(({ type }) => !type.startsWith('rating.')) };
    const where = on === undefined ? '' : ` on ${on}`;
    throw new Problem(404, 'unknownTicket', `Hall ${hallId} has heard of no ticket "${ticketId.slice(0, 64)}"${where}: GET …/tickets lists those of a range.`);
  }

  @Get('daily/:date/curve')
  @Demand('journal.read')
  async curve(@Param() { hallId, date }: { hallId: string; date: string }): Promise<DayCurve> {
    const hall = knownHall(this.halls, hallId);
    const curve = await curveOf(this.halls.past(hallId), dateOf('date', date), hall.now());
    if (curve) return curve;
    throw new Problem(404, 'noSuchDay', `${date} has not begun in hall ${hallId}.`);
  }
}

type Field = 'outcome' | 'figure' | 'minWaitMs' | 'limit' | 'cursor' | 'on' | 'date';

function refuse(field: Field, text: string, rule: string): never {
  throw new Problem(400, field, `${field}=${text.slice(0, 40)} was refused: it must be ${rule}.`, { field });
}

function oneOf<T extends string>(field: Field, text: string | undefined, known: readonly T[]): T | undefined {
  if (text === undefined || text === '') return undefined;
  return known.find((one) => one === text) ?? refuse(field, text, `one of ${known.join(', ')}`);
}

function numberOf(field: Field, text: string | undefined, { least, most }: { least: number; most: number }): number | undefined {
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  return Number.isSafeInteger(value) && value >= least && value <= most ? value : refuse(field, text, `a whole number from ${least} to ${most}`);
}

function dateOf(field: Field, text: string): string {
  return Number.isNaN(parseInstant(`${text}T00:00:00Z`)) ? refuse(field, text, 'a date such as 2026-11-23') : text;
}

function cursorOf(text: string | undefined): Cursor | null {
  if (text === undefined || text === '') return null;
  const [, dayAt, told] = /^(\d{1,15})\.(\d{1,9})$/.exec(text) ?? refuse('cursor', text, 'the `next` of an answer');
  return { dayAt: Number(dayAt), told: Number(told) };
}
