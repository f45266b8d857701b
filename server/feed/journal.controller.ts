/** `GET /api/v1/halls/{hallId}/journal?from=&to=`: the events themselves, as they were posted, with their place in the chain. */
import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';

@Controller('api/v1/halls/:hallId/journal')
export class JournalController {
  constructor(private readonly halls: Halls) {}

  @Get()
  @Demand('journal.read', { name: 'journal.export', kept: true, dear: true })
  async lines(
    @Param('hallId') hallId: string,
    @Query() { from, to }: { from?: string; to?: string },
    @Res() reply: FastifyReply,
  ): Promise<void> {
    knownHall(this.halls, hallId);
    const range = { from: seqOf('from', from) ?? 1, to: seqOf('to', to) ?? Infinity };
    await reply.type('application/x-ndjson').send(Readable.from(this.halls.journalLines(hallId, range)));
  }
}

function seqOf(field: string, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const seq = Number(text);
  if (!Number.isSafeInteger(seq) || seq < 1) {
    throw new Problem(400, field, `${field}=${text.slice(0, 40)} was refused: it must be a seq, a whole number from 1 on.`, { field });
  }
  return seq;
}
