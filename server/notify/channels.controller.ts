/** Channels 通知渠道: an administrator sets all of a hall's, a supervisor those that lead to themselves. Targets go in and never come out. */
import { Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PutChannel, type ChannelEntry, type ChannelsAnswer, type TestAnswer } from '../../shared/commands/channel.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { demand, may, type Caller } from '../access/caller.js';
import { CallerOf, Demand } from '../access/rules.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { entryOf, type Channel } from './channel.js';
import { isOwn } from './own.js';
import { Notify } from './notify.js';

interface Asked {
  hallId: string;
  channelId: string;
}

@Controller('api/v1/halls/:hallId/channels')
export class ChannelsController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
    private readonly notify: Notify,
  ) {}

  @Get()
  @Demand('channels.manage')
  list(@Param('hallId') hallId: string, @CallerOf() caller: Caller): ChannelsAnswer {
    knownHall(this.halls, hallId);
    const channels = this.notify.channels.of(hallId).filter((channel) => isOwn(caller, channel)).map(entryOf);
    return { channels, vapidPublicKey: this.notify.vapidPublicKey };
  }

  @Post()
  @Demand('channels.manage')
  create(@Param('hallId') hallId: string, @CallerOf() caller: Caller, @Req() request: FastifyRequest): ChannelEntry {
    knownHall(this.halls, hallId);
    const put = this.accept(caller, hallId, request);
    const { target } = put;
    if (!target) throw new Problem(422, 'body', 'The body was refused: target: is needed where a channel is made.', { field: 'target' });
    return entryOf(this.notify.channels.create(hallId, { ...put, target }));
  }

  @Put(':channelId')
  @Demand('channels.manage')
  change(@Param() { hallId, channelId }: Asked, @CallerOf() caller: Caller, @Req() request: FastifyRequest): ChannelEntry {
    knownHall(this.halls, hallId);
    const channel = this.channelOf(caller, hallId, channelId);
    this.demandAllHalls(caller, channel.hallId === null);
    return entryOf(this.notify.channels.change(channel, hallId, this.accept(caller, hallId, request)));
  }

  @Delete(':channelId')
  @Demand('channels.manage')
  @HttpCode(204)
  remove(@Param() { hallId, channelId }: Asked, @CallerOf() caller: Caller): void {
    knownHall(this.halls, hallId);
    const channel = this.channelOf(caller, hallId, channelId);
    this.demandAllHalls(caller, channel.hallId === null);
    this.notify.channels.remove(channel.id);
  }

  @Post(':channelId/test')
  @Demand('channels.manage')
  @HttpCode(200)
  test(@Param() { hallId, channelId }: Asked, @CallerOf() caller: Caller): Promise<TestAnswer> {
    knownHall(this.halls, hallId);
    return this.notify.test(this.channelOf(caller, hallId, channelId), hallId);
  }

  private accept(caller: Caller, hallId: string, request: FastifyRequest): PutChannel {
    const put = acceptBody(PutChannel, request);
    this.demandAllHalls(caller, put.allHalls);
    if (caller.role === 'admin') return this.demandReader(put, hallId);
    if (put.person !== undefined && put.person !== caller.name) {
      throw new Problem(403, 'notYours', `A channel of ${put.person} was refused: ${caller.name} acts as supervisor, who sets channels of their own; others take an administrator.`, { field: 'person' });
    }
    return { ...put, person: caller.name };
  }

  /** A channel of somebody who may not read the alerts would say nothing. */
  private demandReader(put: PutChannel, hallId: string): PutChannel {
    if (put.person === undefined || may(this.access.people.caller(put.person), 'alerts.read', hallId)) return put;
    throw new Problem(422, 'person', `person: "${put.person}" may not read the alerts of hall ${hallId}; name somebody who may, or nobody.`, { field: 'person' });
  }

  /** What every hall tells is set by someone who acts in every hall. */
  private demandAllHalls(caller: Caller, asked: boolean): void {
    if (asked) demand(caller, 'channels.ofAllHalls', null);
  }

  private channelOf(caller: Caller, hallId: string, channelId: string): Channel {
    const channel = this.notify.channels.of(hallId).find(({ id }) => id === channelId);
    if (!channel || !isOwn(caller, channel)) throw new Problem(404, 'unknownChannel', `There is no channel "${channelId.slice(0, 64)}" here: GET …/channels lists them.`);
    return channel;
  }
}
