/** `GET …/cases.csv` and `…/cases.xlsx`: the cases that `…/cases` finds by the same query, all of them. */
import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Demand } from '../access/rules.js';
import { askedCases, type CasesQuery } from '../asked-cases.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { mediaTypes } from './formats.js';
import { ledgerCsv, ledgerXlsx } from './ledger-files.js';
import { localText } from './local-text.js';

@Controller('api/v1/halls/:hallId')
export class LedgerFilesController {
  constructor(private readonly halls: Halls) {}

  @Get('cases.csv')
  @Demand('cases.read', { name: 'cases.export', kept: true, dear: true })
  csv(@Param('hallId') hallId: string, @Query() query: CasesQuery, @Res() reply: FastifyReply): void {
    this.give(reply, { hallId, format: 'csv', bytes: ledgerCsv(this.ledger(hallId, query)) });
  }

  @Get('cases.xlsx')
  @Demand('cases.read', { name: 'cases.export', kept: true, dear: true })
  xlsx(@Param('hallId') hallId: string, @Query() query: CasesQuery, @Res() reply: FastifyReply): void {
    this.give(reply, { hallId, format: 'xlsx', bytes: ledgerXlsx(this.ledger(hallId, query)) });
  }

  private ledger(hallId: string, query: CasesQuery) {
    const hall = knownHall(this.halls, hallId);
    return { cases: askedCases(hall.cases.all(), query), timezone: hall.settings.timezone, now: hall.now() };
  }

  private give(reply: FastifyReply, { hallId, format, bytes }: { hallId: string; format: 'csv' | 'xlsx'; bytes: Iterable<string | Uint8Array> }): void {
    const hall = knownHall(this.halls, hallId);
    const name = `${hallId}_cases_${localText(hall.now(), hall.settings.timezone).slice(0, 10)}.${format}`;
    void reply.type(mediaTypes[format]).header('content-disposition', `attachment; filename="${name}"`).send(Readable.from(bytes, { objectMode: false }));
  }
}
