/** Free texts taken out of a hall's journal for good, by an administrator and with a reason; figures and the chain stay. */
import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EraseTexts, type ErasedAnswer } from '../../shared/commands/erase.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { demand } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';

@Controller('api/v1/halls/:hallId')
export class ErasuresController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
  ) {}

  @Post('journal/:seq/erase')
  @HttpCode(200)
  eraseOne(@Param() { hallId, seq }: { hallId: string; seq: string }, @Req() request: FastifyRequest): Promise<ErasedAnswer> {
    return this.erase(hallId, request, () => {
      if (!/^[1-9]\d{0,14}$/.test(seq)) throw new Problem(400, 'seq', `${seq.slice(0, 40)} was refused: it must be a seq of the journal, a whole number from 1 on.`, { field: 'seq' });
      return [Number(seq)];
    });
  }

  @Post('tickets/:ticketId/erase')
  @HttpCode(200)
  eraseTicket(@Param() { hallId, ticketId }: { hallId: string; ticketId: string }, @Req() request: FastifyRequest): Promise<ErasedAnswer> {
    return this.erase(hallId, request, () => this.halls.seqsOfTicket(hallId, ticketId));
  }

  private async erase(hallId: string, request: FastifyRequest, seqsOf: () => number[] | Promise<number[]>): Promise<ErasedAnswer> {
    const { name: author } = demand(this.access.caller(credentialsOfRequest(request)), 'personal.erase', hallId);
    const { reason } = acceptBody(EraseTexts, request);
    knownHall(this.halls, hallId);
    const seqs = await this.halls.erase(hallId, await seqsOf(), { reason, author });
    if (seqs.length === 0) throw new Problem(409, 'nothingToErase', 'There is no free text to erase here: these events hold none, it was erased before, or there are no such events.');
    return { seqs };
  }
}
