/** The screens that show a hall, for whoever looks after them: how they are, and the order to load their page anew. */
import { Controller, Get, HttpCode, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Screens } from '../../shared/commands/screens.js';
import { Access } from '../access/access.js';
import { demand, type Act } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { Feeds } from './feeds.js';
import type { HallFeed } from './hall-feed.js';

@Controller('api/v1/halls/:hallId/screens')
export class ScreensController {
  constructor(
    private readonly halls: Halls,
    private readonly feeds: Feeds,
    private readonly access: Access,
  ) {}

  @Get()
  list(@Param('hallId') hallId: string, @Req() request: FastifyRequest): Screens {
    const feed = this.feedFor(request, 'screens.read', hallId);
    const at = this.feeds.now();
    return { at, build: feed.build, screens: feed.known.list(at) };
  }

  @Post(':screenId/reload')
  @HttpCode(202)
  reload(@Param('hallId') hallId: string, @Param('screenId') screenId: string, @Req() request: FastifyRequest): void {
    const feed = this.feedFor(request, 'screens.reload', hallId);
    if (!feed.known.reload(screenId)) {
      throw new Problem(404, 'unknownScreen', `No screen "${screenId.slice(0, 64)}" is connected to hall ${hallId} now: GET …/screens lists them.`);
    }
  }

  private feedFor(request: FastifyRequest, act: Act, hallId: string): HallFeed {
    demand(this.access.caller(credentialsOfRequest(request)), act, hallId);
    return this.feeds.of(knownHall(this.halls, hallId).id)!;
  }
}
