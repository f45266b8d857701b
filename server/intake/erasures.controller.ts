/** Free texts taken out of a hall's journal for good, by an administrator and with a reason; figures and the chain stay. */
import { Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { EraseTexts, type ErasedAnswer } from '../../shared/commands/erase.js';
import { acceptBody } from '../access/accept-body.js';
import type { Caller } from '../access/caller.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';

@Controller('api/v1/halls/:hallId')
export class ErasuresController {
  constructor(private readonly halls: Halls) {}

  @Post('journal/:seq/erase')
  @Demand('personal.erase')
  @HttpCode(200)
  eraseOne(@Param() { hallId, seq }: { hallId: string; seq: string }, @CallerOf() caller: Caller, @Req() request: FastifyRequest): Promise<ErasedAnswer> {
    if (!/^[1-9]\d{0,14}$/.test(seq)) throw new Problem(400, 'seq', `${seq.slice(0, 40)} was refused: it must be a seq of the journal, a whole number from 1 on.`, { field: 'seq' });
    return this.erase(hallId, () => [Number(seq)], { ...acceptBody(EraseTexts, request), author: caller.name });
  }

  @Post('tickets/:ticketId/erase')
  @Demand('personal.erase')
  @HttpCode(200)
  eraseTicket(@Param() { hallId, ticketId }: { hallId: string; ticketId: string }, @CallerOf() caller: Caller, @Req() request: FastifyRequest): Promise<ErasedAnswer> {
    return this.erase(hallId, () => this.halls.seqsOfTicket(hallId, ticketId), { ...acceptBody(EraseTexts, request), author: caller.name });
  }

  private async erase(hallId: string, seqsOf: () => number[] | Promise<number[]>, by: { reason: string; author: string }): Promise<ErasedAnswer> {
    knownHall(this.halls, hallId);
    const seqs = await this.halls.erase(hallId, [await seqsOf()], by);
    if (seqs.length === 0) throw new Problem(409, 'nothingToErase', 'There is no free text to erase here: these events hold none, it was erased before, or there are no such events.');
    return { seqs };
  }
}
