/** `GET …/appraisals/{planId}/{month}/cards.csv` and `cards.xlsx`: the scorecards as they stand, or a revision of them. */
import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import type { AppraisalAnswer } from '../../shared/commands/appraisals.js';
import { Demand } from '../access/rules.js';
import { toldMonth } from '../appraisal/month.js';
import { revisionIn } from '../appraisal/revision.js';
import { Dailies } from '../daily/dailies.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { cardSheets } from './appraisal-tables.js';
import { line } from './csv.js';
import { mediaTypes } from './formats.js';
import { workbookOf } from './xlsx/sheets.js';

interface Asked {
  hallId: string;
  planId: string;
  month: string;
}

@Controller('api/v1/halls/:hallId/appraisals/:planId/:month')
export class AppraisalFilesController {
  constructor(
    private readonly halls: Halls,
    private readonly dailies: Dailies,
  ) {}

  @Get('cards.csv')
  @Demand('cases.read', { name: 'cases.export', kept: true, dear: true })
  async csv(@Param() asked: Asked, @Query('revision') revision?: string): Promise<StreamableFile> {
    const [{ columns, rows }] = cardSheets(await this.told(asked, revision));
    const text = `\ufeff${line(columns.map(({ key, name }) => `${name.zh} ${key}`))}${rows.map(line).join('')}`;
    return file(Buffer.from(text), asked, 'csv');
  }

  @Get('cards.xlsx')
  @Demand('cases.read', { name: 'cases.export', kept: true, dear: true })
  async xlsx(@Param() asked: Asked, @Query('revision') revision?: string): Promise<StreamableFile> {
    return file(workbookOf(cardSheets(await this.told(asked, revision))), asked, 'xlsx');
  }

  private told({ hallId, planId, month }: Asked, revision: string | undefined): Promise<AppraisalAnswer> {
    return toldMonth(this.dailies, knownHall(this.halls, hallId), { planId, month, revision: revisionIn(revision) });
  }
}

function file(bytes: Buffer, { hallId, planId, month }: Asked, format: 'csv' | 'xlsx'): StreamableFile {
  const name = `${hallId}_appraisal_${planId}_${month}.${format}`;
  return new StreamableFile(bytes, { type: mediaTypes[format], length: bytes.length, disposition: `attachment; filename="${name}"` });
}
