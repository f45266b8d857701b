/** Ratings 评价 by the link on a ticket: who holds it rates it, once, without a log-in and without a name. */
import { Controller, Get, Header, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import makeCode from 'qrcode-generator';
import { GiveRating, OpenRating, type RatingLink, type RatingPage } from '../../shared/commands/ratings.js';
import { acceptBody } from '../access/accept-body.js';
import { Demand, Public } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { RatingLinks } from './rating-links.js';

interface Ticket {
  hallId: string;
  ticketId: string;
}

@Controller('api/v1/halls/:hallId')
export class RatingsController {
  constructor(
    private readonly halls: Halls,
    private readonly links: RatingLinks,
  ) {}

  @Post('ratings/page')
  @Public('the token of the ticket is the proof')
  @HttpCode(200)
  async open(@Param('hallId') hallId: string, @Req() request: FastifyRequest): Promise<RatingPage> {
    const { ticketId, token } = acceptBody(OpenRating, request);
    this.links.demand({ hallId, ticketId }, token, request.ip);
    const { ratings } = knownHall(this.halls, hallId);
    const page = ratings.page(ticketId) ?? unknown({ hallId, ticketId });
    await ratings.opened(ticketId);
    return page;
  }

  @Post('ratings')
  @Public('the token of the ticket is the proof')
  async give(@Param('hallId') hallId: string, @Req() request: FastifyRequest): Promise<RatingPage> {
    const { ticketId, token, ...given } = acceptBody(GiveRating, request);
    this.links.demand({ hallId, ticketId }, token, request.ip);
    const { ratings } = knownHall(this.halls, hallId);
    const { state, number } = ratings.page(ticketId) ?? unknown({ hallId, ticketId });
    if (state === 'early') throw new Problem(409, 'notServedYet', `${number} was not served yet: it can be rated once its service has begun.`);
    if (!(await ratings.give(ticketId, given))) throw new Problem(409, 'alreadyRated', `${number} was rated already: a ticket is rated once.`);
    return ratings.page(ticketId)!;
  }

  @Get('tickets/:ticketId/rating-link')
  @Demand('ratings.link')
  link(@Param() ticket: Ticket, @Req() request: FastifyRequest): RatingLink {
    return { url: this.urlOf(ticket, request) };
  }

  @Get('tickets/:ticketId/rating-qr.svg')
  @Demand('ratings.link')
  @Header('content-type', 'image/svg+xml')
  code(@Param() ticket: Ticket, @Req() request: FastifyRequest): string {
    const code = makeCode(0, 'M');
    code.addData(this.urlOf(ticket, request));
    code.make();
    return code.createSvgTag({ scalable: true, margin: 4 });
  }

  /** A ticket may be printed before its event has come. */
  private urlOf(ticket: Ticket, { protocol, host }: FastifyRequest): string {
    knownHall(this.halls, ticket.hallId);
    return this.links.url(ticket, `${protocol}://${host}`);
  }
}

function unknown({ hallId, ticketId }: Ticket): never {
  throw new Problem(404, 'unknownTicket', `Hall ${hallId} does not know ticket "${ticketId.slice(0, 64)}" any more: a ticket can be rated on its day and the day after.`);
}
