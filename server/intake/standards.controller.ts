/** The service standard 服务标准 of a hall: put whole, kept in versions, tried on the past before anyone adopts it. */
import { Controller, Get, HttpCode, Param, Post, Put, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Backtest, PutStandard, type BacktestAnswer, type StandardVersion } from '../../shared/commands/standard.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { acceptBody } from '../access/accept-body.js';
import type { Caller } from '../access/caller.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { instantOf, rangeOf } from '../range.js';

const MOST_DAYS = 100;
const RETRY_SECONDS = 5;

@Controller('api/v1/halls/:hallId')
export class StandardsController {
  /** Halls whose past is being tried: one trial at a time, for it reads the whole of it. */
  private readonly trying = new Set<string>();

  constructor(private readonly halls: Halls) {}

  @Put('standard')
  @Demand('standard.put')
  @HttpCode(201)
  async put(@Param('hallId') hallId: string, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<{ version: number }> {
    const hall = knownHall(this.halls, hallId);
    const standard = acceptBody(PutStandard, request);
    const { from: today } = hall.alerts.today();
    if (standard.effectiveFrom !== undefined && parseInstant(standard.effectiveFrom) < today) {
      const rule = `what was judged stays as it was; take an instant from today on (after ${formatInstant(today)}), or leave it out for now`;
      throw new Problem(422, 'effectiveFrom', `effectiveFrom: ${standard.effectiveFrom} was refused: ${rule}.`, { field: 'effectiveFrom' });
    }
    return { version: await hall.standards.put(standard, by) };
  }

  @Get('standard')
  @Demand('standard.read')
  standard(@Param('hallId') hallId: string, @Query('at') at: string | undefined): StandardVersion {
    const hall = knownHall(this.halls, hallId);
    return hall.standards.at(instantOf('at', at) ?? hall.now());
  }

  @Get('standards')
  @Demand('standard.read')
  standards(@Param('hallId') hallId: string): { standards: StandardVersion[] } {
    return { standards: knownHall(this.halls, hallId).standards.all() };
  }

  @Post('standard/backtest')
  @Demand('standard.read', { dear: true })
  @HttpCode(200)
  async backtest(@Param('hallId') hallId: string, @Req() request: FastifyRequest): Promise<BacktestAnswer> {
    const now = knownHall(this.halls, hallId).now();
    const asked = acceptBody(Backtest, request);
    const { from, to } = rangeOf(asked, { standard: { from: 0, to: 0 }, mostDays: MOST_DAYS });
    if (from >= now) throw new Problem(400, 'from', 'The range was refused: it lies ahead; only what has been can be tried.', { field: 'from' });
    if (this.trying.has(hallId)) {
      throw new Problem(429, 'backtestRunning', `A backtest of hall ${hallId} is running; one runs at a time.`, { retryAfterSeconds: RETRY_SECONDS });
    }
    this.trying.add(hallId);
    try {
      return await this.halls.backtest(hallId, { ...asked, to: formatInstant(Math.min(to, now)) });
    } finally {
      this.trying.delete(hallId);
    }
  }
}
