/** `GET …/hot-spots?from=2026-11-01&to=2026-11-30`: which windows and people are named more often than others for as many services. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { HotSpotsAnswer } from '../../shared/rows/hot-spots.js';
import { Demand } from '../access/rules.js';
import { Dailies } from '../daily/dailies.js';
import { localTime } from '../domain/calendar/day.js';
import { ENOUGH, hotSpotsOf, type ServedDay } from '../domain/daily/hot-spots.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { demandDates } from '../range.js';

const DAY_MS = 86_400_000;
const USUAL_DAYS = 30;
const MOST_DAYS = 366;

@Controller('api/v1/halls/:hallId/hot-spots')
export class HotSpotsController {
  constructor(
    private readonly halls: Halls,
    private readonly dailies: Dailies,
  ) {}

  @Get()
  @Demand('cases.read', { dear: true })
  async read(@Param('hallId') hallId: string, @Query() asked: { from?: string; to?: string }): Promise<HotSpotsAnswer> {
    const hall = knownHall(this.halls, hallId);
    const { timezone } = hall.settings;
    const dateOf = (at: number) => localTime(at, timezone).date;
    const { to = dateOf(hall.now() - DAY_MS) } = asked;
    const { from = dateBefore(to, USUAL_DAYS - 1) } = asked;
    demandDates({ from, to });
    if (from > to || dateBefore(to, MOST_DAYS) >= from) throw new Problem(400, 'from', `from=${from}&to=${to} was refused: from must not lie after to, nor more than ${MOST_DAYS} days before it.`, { field: 'from' });
    const days: ServedDay[] = [];
    for await (const { date, counters, staff, names } of this.dailies.days(hallId, { from, to })) days.push({ date, counters, staff, names });
    return { hallId, timezone, from, to, days: days.length, enough: ENOUGH, ...hotSpotsOf({ days, cases: hall.cases.all(), dateOf }) };
  }
}

/** The date so many days earlier; of what is no date, that text. */
function dateBefore(date: string, days: number): string {
  const at = Date.parse(date);
  return Number.isNaN(at) ? date : new Date(at - days * DAY_MS).toISOString().slice(0, 10);
}
