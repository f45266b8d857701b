/** `GET …/satisfaction?month=2026-11`: the satisfaction of a month as figures, as a workbook, and as the page prints it. */
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import type { Satisfaction } from '../../shared/rows/satisfaction.js';
import { Demand } from '../access/rules.js';
import { Dailies } from '../daily/dailies.js';
import { localTime } from '../domain/calendar/day.js';
import { mendedIn, satisfactionOf, type RatedDay } from '../domain/daily/satisfaction.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';
import { mediaTypes } from './formats.js';
import { Printer } from './printer.js';
import { sheetsOf } from './satisfaction-tables.js';
import { workbookOf } from './xlsx/sheets.js';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;
/** The thirty days before what came first in the month, and after what was mended last in it. */
const AROUND_DAYS = 31;
const DAY_MS = 86_400_000;

@Controller('api/v1/halls/:hallId')
export class SatisfactionController {
  constructor(
    private readonly halls: Halls,
    private readonly dailies: Dailies,
    private readonly printer: Printer,
  ) {}

  @Get('satisfaction')
  @Demand('daily.read', { dear: true })
  figures(@Param('hallId') hallId: string, @Query('month') month?: string): Promise<Satisfaction> {
    return this.told(knownHall(this.halls, hallId), month);
  }

  @Get('satisfaction.xlsx')
  @Demand('daily.read', { name: 'daily.export', kept: true, dear: true })
  async xlsx(@Param('hallId') hallId: string, @Query('month') month?: string): Promise<StreamableFile> {
    const report = await this.told(knownHall(this.halls, hallId), month);
    return file(workbookOf(sheetsOf(report)), { name: `${hallId}_satisfaction_${report.month}.xlsx`, type: mediaTypes.xlsx });
  }

  @Get('satisfaction.pdf')
  @Demand('daily.read', { name: 'daily.export', kept: true, dear: true })
  async pdf(@Param('hallId') hallId: string, @Query('month') asked?: string): Promise<StreamableFile> {
    const month = monthOf(knownHall(this.halls, hallId), asked);
    return file(await this.printer.print(`/report/${hallId}/satisfaction?month=${month}&print=1`), { name: `${hallId}_satisfaction_${month}.pdf`, type: mediaTypes.pdf });
  }

  private async told(hall: LiveHall, asked: string | undefined): Promise<Satisfaction> {
    const month = monthOf(hall, asked);
    const { name, timezone } = hall.settings;
    const cases = hall.cases.all();
    const dateOf = (at: number) => localTime(at, timezone).date;
    const around = mendedIn(month, cases, dateOf).flatMap(({ one, rectifiedAt }) => [one.openedAt - AROUND_DAYS * DAY_MS, rectifiedAt + AROUND_DAYS * DAY_MS]).map(dateOf);
    const days = await this.days(hall.id, { from: [`${month}-01`, ...around].sort()[0]!, to: [`${month}-31`, ...around].sort().at(-1)! });
    return satisfactionOf({ hall: { id: hall.id, name, timezone }, month, days, cases });
  }

  private async days(hallId: string, range: { from: string; to: string }): Promise<RatedDay[]> {
    const days: RatedDay[] = [];
    for await (const { date, hall, services, counters, names, dimensions } of this.dailies.days(hallId, range)) days.push({ date, hall, services, counters, names, dimensions });
    return days;
  }
}

/** The hall's own month of now when none is asked for. */
function monthOf(hall: LiveHall, month = localTime(hall.now(), hall.settings.timezone).date.slice(0, 7)): string {
  if (MONTH.test(month)) return month;
  throw new Problem(400, 'month', `month=${month.slice(0, 40)} was refused: it must be a month such as 2026-11.`, { field: 'month' });
}

function file(bytes: Buffer, { name, type }: { name: string; type: string }): StreamableFile {
  return new StreamableFile(bytes, { type, length: bytes.length, disposition: `attachment; filename="${name}"` });
}
