/** The screens that show a hall, for whoever looks after them: how they are, and the order to load their page anew. */
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import type { Screens } from '../../shared/commands/screens.js';
import { Demand } from '../access/rules.js';
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
  ) {}

  @Get()
  @Demand('screens.read')
  list(@Param('hallId') hallId: string): Screens {
    const feed = this.feedOf(hallId);
    const at = this.feeds.now();
    return { at, build: feed.build, screens: feed.known.list(at) };
  }

  @Post(':screenId/reload')
  @Demand('screens.reload')
  @HttpCode(202)
  reload(@Param('hallId') hallId: string, @Param('screenId') screenId: string): void {
    const feed = this.feedOf(hallId);
    if (!feed.known.reload(screenId)) {
      throw new Problem(404, 'unknownScreen', `No screen "${screenId.slice(0, 64)}" is connected to hall ${hallId} now: GET …/screens lists them.`);
    }
  }

  private feedOf(hallId: string): HallFeed {
    return this.feeds.of(knownHall(this.halls, hallId).id)!;
  }
}
