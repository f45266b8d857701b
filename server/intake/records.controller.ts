/** Records 档案 of a hall: guides, public notices, certificates, training, plans; each version with its effective date and approver. */
import { Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PutRecord, recordKind, WithdrawRecord, type RecordsAnswer, type RecordVersion } from '../../shared/commands/records.js';
import { Id } from '../../shared/ids.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { may, type Caller } from '../access/caller.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';
import { instantOf } from '../range.js';

interface Asked {
  hallId: string;
  recordId: string;
}

@Controller('api/v1/halls/:hallId/records')
export class RecordsController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
  ) {}

  @Get()
  @Demand('records.read')
  list(@Param('hallId') hallId: string, @Query() { kind, at, versions }: { kind?: string; at?: string; versions?: string }): RecordsAnswer {
    const hall = knownHall(this.halls, hallId);
    if (kind !== undefined && !recordKind.safeParse(kind).success) throw new Problem(400, 'kind', `kind=${kind.slice(0, 40)} was refused: it must be one of ${recordKind.options.join(', ')}.`, { field: 'kind' });
    if (versions !== undefined && (versions !== 'all' || at !== undefined)) throw new Problem(400, 'versions', `versions=${versions.slice(0, 40)} was refused: it must be all, and then goes without at.`, { field: 'versions' });
    const records = versions === 'all' ? hall.records.all() : hall.records.at(instantOf('at', at) ?? hall.now());
    return { records: kind === undefined ? records : records.filter(({ content }) => content.kind === kind) };
  }

  @Get(':recordId')
  @Demand('records.read')
  versions(@Param() { hallId, recordId }: Asked): RecordsAnswer {
    const records = knownHall(this.halls, hallId).records.versions(recordId);
    return records.length > 0 ? { records } : unknown(hallId, recordId);
  }

  @Put(':recordId')
  @Demand('records.put')
  @HttpCode(201)
  put(@Param() { hallId, recordId }: Asked, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<RecordVersion> {
    const hall = knownHall(this.halls, hallId);
    if (!Id.safeParse(recordId).success) throw new Problem(422, 'recordId', `recordId: "${recordId.slice(0, 64)}" was refused: it must be 1 to 64 of A-Z a-z 0-9 . _ : -.`, { field: 'recordId' });
    const said = acceptBody(PutRecord, request);
    demandDates(hall, said);
    demandSameKind(hall, recordId, said);
    this.demandApprover(hall, said.approvedBy, by);
    if (said.content.kind === 'roundPlan' && !this.isInvented(hall, by)) this.access.people.demandOwner(hallId, said.content.owner); // U2
    return hall.records.put(recordId, by, said);
  }

  @Post(':recordId/withdraw')
  @Demand('records.put')
  @HttpCode(200)
  async withdraw(@Param() { hallId, recordId }: Asked, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<RecordsAnswer> {
    const { records } = knownHall(this.halls, hallId);
    const { reason } = acceptBody(WithdrawRecord, request);
    if (!(await records.withdraw(recordId, by, reason))) unknown(hallId, recordId);
    return { records: records.versions(recordId) };
  }

  /** A demo's own records are invented, and so is who approved them. */
  private isInvented({ settings }: LiveHall, by: string): boolean {
    return settings.demo && this.access.people.caller(by) === null;
  }

  /** V1: who approves is not who writes. */
  private demandApprover(hall: LiveHall, approvedBy: string, by: string): void {
    if (this.isInvented(hall, by)) return;
    const hallId = hall.id;
    if (approvedBy !== by && may(this.access.people.caller(approvedBy), 'records.put', hallId)) return;
    const others = this.access.people.colleagues(hallId).map(({ username }) => username).filter((username) => username !== by);
    const why = approvedBy === by ? 'who writes a record does not approve it' : `"${approvedBy}" may not act on hall ${hallId}`;
    throw new Problem(422, 'approvedBy', `approvedBy: ${why}; these may: ${others.slice(0, 20).join(', ') || 'nobody else yet'}.`, { field: 'approvedBy' });
  }
}

function demandDates(hall: LiveHall, { effectiveFrom, expires }: PutRecord): void {
  const begins = Math.max(hall.now(), effectiveFrom === undefined ? 0 : parseInstant(effectiveFrom));
  if (expires === undefined || parseInstant(expires) > begins) return;
  throw new Problem(422, 'expires', `expires: ${expires} was refused: a record ends after it begins, later than ${formatInstant(begins)}.`, { field: 'expires' });
}

function demandSameKind(hall: LiveHall, recordId: string, { content: { kind } }: PutRecord): void {
  const before = hall.records.versions(recordId)[0]?.content.kind;
  if (before === undefined || before === kind) return;
  throw new Problem(409, 'otherKind', `Record ${recordId} is a ${before} and stays one: put the ${kind} under another id.`);
}

function unknown(hallId: string, recordId: string): never {
  throw new Problem(404, 'unknownRecord', `Hall ${hallId} has no record "${recordId.slice(0, 64)}" in force: GET …/records lists them.`);
}
