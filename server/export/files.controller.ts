/** `GET …/daily/{date}.csv`, `.xlsx`, `.pdf`, and `GET …/daily/files?from&to&format=` for several days in one file. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Demand } from '../access/rules.js';
import { Dailies } from '../daily/dailies.js';
import { missingDay } from '../daily/missing-day.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { demandDates } from '../range.js';
import { DayFiles, fileName } from './day-files.js';
import { mediaTypes, writers, type Format, type Written } from './formats.js';

const DAY_MS = 86_400_000;
const MOST_DAYS = 400;

interface Range {
  from?: string;
  to?: string;
  format?: string;
}

@Controller('api/v1/halls/:hallId/daily')
export class FilesController {
  constructor(
    private readonly files: DayFiles,
    private readonly dailies: Dailies,
    private readonly halls: Halls,
  ) {}

  @Get('files')
  @Demand('daily.read', { name: 'daily.export', kept: true, dear: true })
  async range(@Param('hallId') hallId: string, @Query() { from = '', to = from, format = 'csv' }: Range, @Res() reply: FastifyReply): Promise<void> {
    knownHall(this.halls, hallId);
    const range = rangeOf(from, to);
    if (!isWritten(format)) throw new Problem(400, 'format', `format=${format.slice(0, 40)} was refused: several days can be had as ${Object.keys(writers).join(', ')}; a PDF is of one day.`, { field: 'format' });
    const days = await this.dailies.list(hallId, range);
    if (days.length === 0) throw new Problem(404, 'unknownDay', `The hall has no snapshot from ${from} to ${to}.`);
    const file = await this.files.range(hallId, days, format);
    const { size } = await file.stat();
    await this.give(reply, { name: `${hallId}_kpi_${from}_${to}.${format}`, format, size }).send(file.createReadStream());
  }

  @Get(':date.csv')
  @Demand('daily.read', { name: 'daily.export', kept: true, dear: true })
  csv(@Param('hallId') hallId: string, @Param('date') date: string, @Query('revision') revision: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    knownHall(this.halls, hallId);
    return this.day(reply, { hallId, date, revision, format: 'csv' });
  }

  @Get(':date.xlsx')
  @Demand('daily.read', { name: 'daily.export', kept: true, dear: true })
  xlsx(@Param('hallId') hallId: string, @Param('date') date: string, @Query('revision') revision: string | undefined, @Res() reply: FastifyReply): Promise<void> {
    knownHall(this.halls, hallId);
    return this.day(reply, { hallId, date, revision, format: 'xlsx' });
  }

  /** The page of the newest revision: a PDF of an earlier one is had only where it was kept. */
  @Get(':date.pdf')
  @Demand('daily.read', { name: 'daily.export', kept: true, dear: true })
  pdf(@Param('hallId') hallId: string, @Param('date') date: string, @Res() reply: FastifyReply): Promise<void> {
    knownHall(this.halls, hallId);
    return this.day(reply, { hallId, date, revision: undefined, format: 'pdf' });
  }

  private async day(reply: FastifyReply, { hallId, date, revision, format }: { hallId: string; date: string; revision: string | undefined; format: Exclude<Format, 'json'> }): Promise<void> {
    const { from } = rangeOf(date, date);
    const [newest] = await this.dailies.list(hallId, { from, to: from });
    if (newest === undefined) throw missingDay(knownHall(this.halls, hallId), date);
    const asked = revision === undefined ? newest.revision : Number(revision);
    if (!(Number.isInteger(asked) && asked >= 1 && asked <= newest.revision)) throw new Problem(404, 'unknownRevision', `Of ${date} there are the revisions 1 to ${newest.revision}.`, { field: 'revision' });
    const kept = { hallId, date, revision: asked };
    const path = await this.files.path(kept, format);
    const { size } = await stat(path);
    await this.give(reply, { name: fileName(kept, format), format, size }).send(createReadStream(path));
  }

  private give(reply: FastifyReply, { name, format, size }: { name: string; format: Format; size: number }): FastifyReply {
    return reply.type(mediaTypes[format]).header('content-length', size).header('content-disposition', `attachment; filename="${name}"`);
  }
}

const isWritten = (format: string): format is Written => Object.hasOwn(writers, format);

function rangeOf(from: string, to: string): { from: string; to: string } {
  demandDates({ from, to });
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  if (days < 1) throw new Problem(400, 'from', 'The range was refused: from must not lie after to.', { field: 'from' });
  if (days > MOST_DAYS) throw new Problem(400, 'to', `The range was refused: it may be at most ${MOST_DAYS} days long; ask for one part after the other.`, { field: 'to' });
  return { from, to };
}
