/** `GET /api/v1/halls/{hallId}/journal?from=&to=`: the events themselves, as they were posted, with their place in the chain. */
import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { may, type Caller } from '../access/caller.js';
import { eventWithoutRater } from '../access/rater.js';
import { CallerOf, Demand } from '../access/rules.js';
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
    @CallerOf() caller: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    knownHall(this.halls, hallId);
    const range = { from: seqOf('from', from) ?? 1, to: seqOf('to', to) ?? Infinity };
    const lines = this.halls.journalLines(hallId, range);
    await reply.type('application/x-ndjson').send(Readable.from(may(caller, 'ratings.read', hallId) ? lines : withoutRaters(lines)));
  }
}

interface Line {
  event: Parameters<typeof eventWithoutRater>[0];
}

/** What speaks of no rating stays as it was posted, byte for byte. */
async function* withoutRaters(groups: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const group of groups) {
    yield group.replaceAll(/^.*\brating\b.*$/gm, (text) => {
      const line = JSON.parse(text) as Line;
      return JSON.stringify({ ...line, event: eventWithoutRater(line.event) });
    });
  }
}

function seqOf(field: 'from' | 'to', text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const seq = Number(text);
  if (!Number.isSafeInteger(seq) || seq < 1) {
    throw new Problem(400, field, `${field}=${text.slice(0, 40)} was refused: it must be a seq, a whole number from 1 on.`, { field });
  }
  return seq;
}
