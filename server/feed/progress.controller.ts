/** Where a ticket or a service request stands, for whoever holds its number: a public hall's citizens, without a log-in. */
import { Controller, Get, Header, Param, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ProgressAnswer } from '../../shared/rows/progress.js';
import { Public } from '../access/rules.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { Turns } from './turns.js';

@Controller('api/v1/halls/:hallId/progress')
export class ProgressController {
  private readonly turns = new Turns();

  constructor(private readonly halls: Halls) {}

  @Get(':number')
  @Public('whoever holds a number of a public hall may know where it stands: no person and no text is told')
  @Header('cache-control', 'no-store')
  progress(@Param() { hallId, number }: { hallId: string; number: string }, @Req() { ip }: FastifyRequest): ProgressAnswer {
    this.turns.take(ip, performance.now());
    const hall = this.halls.get(hallId);
    if (!hall?.settings.public) throw new Problem(404, 'unknownHall', `There is no public hall "${hallId.slice(0, 64)}".`);
    const progress = hall.progress(number);
    if (!progress) throw new Problem(404, 'unknownNumber', `Hall ${hallId} knows no number "${number.slice(0, 64)}": a ticket's is today's alone, a request's looks like R-260001.`);
    return { hallName: hall.settings.name, timezone: hall.settings.timezone, at: hall.now(), progress };
  }
}
