/** 年度查实: who was named in the verified return visits of a year, how often, and by which cases. */
import { Controller, Get, Param, Query } from '@nestjs/common';
import type { ConductAnswer } from '../../shared/commands/cases.js';
import { Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';

@Controller('api/v1/halls/:hallId/conduct')
export class ConductController {
  constructor(private readonly halls: Halls) {}

  @Get()
  @Demand('cases.read')
  read(@Param('hallId') hallId: string, @Query('year') asked?: string): ConductAnswer {
    const { cases } = knownHall(this.halls, hallId);
    const years = cases.years();
    const year = asked ? years.find((one) => String(one) === asked) : years[0];
    if (year === undefined) throw new Problem(400, 'year', `year=${asked?.slice(0, 40)} was refused: it must be ${years.join(' or ')}; GET …/state?at= tells of those before.`, { field: 'year' });
    return { year, years, people: cases.conduct(year).map(({ staffId, state, cases: counted }) => ({ staffId, state, cases: counted })) };
  }
}
