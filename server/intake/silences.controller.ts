/** Planned pauses: what is expected to go wrong calls nobody. Alerts are raised and recorded all the same. */
import { Controller, Delete, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PutSilence, type Silence } from '../../shared/commands/alert.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import { acceptBody } from '../access/accept-body.js';
import type { Caller } from '../access/caller.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';

@Controller('api/v1/halls/:hallId/silences')
export class SilencesController {
  constructor(private readonly halls: Halls) {}

  @Get()
  @Demand('alerts.read')
  list(@Param('hallId') hallId: string): { silences: Silence[] } {
    return { silences: knownHall(this.halls, hallId).alerts.silences() };
  }

  @Post()
  @Demand('silences.put')
  put(@Param('hallId') hallId: string, @CallerOf() { name: by }: Caller, @Req() request: FastifyRequest): Promise<Silence> {
    const hall = knownHall(this.halls, hallId);
    const silence = acceptBody(PutSilence, request);
    const begins = Math.max(hall.now(), silence.from === undefined ? 0 : parseInstant(silence.from));
    if (parseInstant(silence.until) <= begins) {
      throw new Problem(422, 'until', `until: ${silence.until} was refused: a pause ends after it begins, and later than ${formatInstant(begins)}.`, { field: 'until' });
    }
    return hall.alerts.putSilence(silence, by);
  }

  @Delete(':silenceId')
  @Demand('silences.put')
  @HttpCode(204)
  async lift(@Param('hallId') hallId: string, @Param('silenceId') silenceId: string, @CallerOf() { name: by }: Caller): Promise<void> {
    const lifted = await knownHall(this.halls, hallId).alerts.liftSilence(silenceId, by);
    if (!lifted) throw new Problem(404, 'unknownSilence', `Hall ${hallId} has no silence "${silenceId.slice(0, 64)}" that lies or is to come: GET …/silences lists them.`);
  }
}
