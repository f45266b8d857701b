/** `GET /api/v1/halls/{hallId}/daily` and `…/daily/{date}.json`: the days' snapshots, and the key that they are signed with. */
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { DailyList, SigningKey } from '../../shared/rows/daily.js';
import { Demand, Public } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { demandDates, isDate } from '../range.js';
import { Dailies } from './dailies.js';
import { exportFile } from './export-file.js';
import { formsSignedBy } from './forms.js';
import { missingDay } from './missing-day.js';
import { keyIdOf, publicPem } from './signing-key.js';

@Controller('api/v1')
export class DailyController {
  constructor(
    private readonly dailies: Dailies,
    private readonly halls: Halls,
  ) {}

  @Get('halls/:hallId/daily')
  @Demand('daily.read')
  async list(@Param('hallId') hallId: string, @Query() { from = '0000-01-01', to = '9999-12-31' }: { from?: string; to?: string }): Promise<DailyList> {
    knownHall(this.halls, hallId);
    demandDates({ from, to });
    return { days: await this.dailies.list(hallId, { from, to }) };
  }

  /** `2026-11-23`, or with a form: `2026-11-23.json`. */
  @Get('halls/:hallId/daily/:file')
  @Demand('daily.read')
  async file(
    @Param('hallId') hallId: string,
    @Param('file') file: string,
    @Query('revision') asked: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    knownHall(this.halls, hallId);
    const [date = '', name = 'json'] = file.split('.');
    const form = formsSignedBy(this.dailies.key).get(name);
    const revision = asked === undefined ? undefined : Number(asked);
    if (!isDate(date) || !form || (revision !== undefined && !(revision >= 1))) {
      throw new Problem(400, 'date', `${file.slice(0, 40)} was refused: ask for a date and a form, such as 2026-11-23.json; revisions count from 1.`, { field: 'date' });
    }
    const text = await this.dailies.text(hallId, date, revision);
    if (text === null) throw missingDay(knownHall(this.halls, hallId), date);
    const made = await form.make(text);
    await reply.type(form.type).header('content-disposition', `inline; filename="${fileName(text, name)}"`).send(made);
  }

  @Get('signing-key')
  @Public('whoever holds a snapshot may check its signature')
  key(): SigningKey {
    return { keyId: keyIdOf(this.dailies.key), algorithm: 'Ed25519', publicKey: publicPem(this.dailies.key) };
  }
}

function fileName(text: string, form: string): string {
  return exportFile(JSON.parse(text) as Parameters<typeof exportFile>[0], form).split('/').at(-1)!;
}
