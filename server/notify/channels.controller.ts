/** Channels 通知渠道: an administrator sets all of a hall's, a supervisor those that lead to themselves. Targets go in and never come out. */
import { Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { PutChannel, type ChannelEntry, type ChannelsAnswer, type TestAnswer } from '../../shared/commands/channel.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { demand, may, type Caller } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { knownHall } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { entryOf, type Channel } from './channel.js';
import { isOwn } from './own.js';
import { Notify } from './notify.js';

@Controller('api/v1/halls/:hallId/channels')
export class ChannelsController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
    private readonly notify: Notify,
  ) {}

  @Get()
  list(@Param('hallId') hallId: string, @Req() request: FastifyRequest): ChannelsAnswer {
    const caller = this.callerIn(hallId, request);
    const channels = this.notify.channels.of(hallId).filter((channel) => isOwn(caller, channel)).map(entryOf);
    return { channels, vapidPublicKey: this.notify.vapidPublicKey };
  }

  @Post()
  create(@Param('hallId') hallId: string, @Req() request: FastifyRequest): ChannelEntry {
    const caller = this.callerIn(hallId, request);
    const put = this.accept(caller, hallId, request);
    const { target } = put;
    if (!target) throw new Problem(422, 'body', 'The body was refused: target: is needed where a channel is made.', { field: 'target' });
    return entryOf(this.notify.channels.create(hallId, { ...put, target }));
  }

  @Put(':channelId')
  change(@Param('hallId') hallId: string, @Param('channelId') channelId: string, @Req() request: FastifyRequest): ChannelEntry {
    const caller = this.callerIn(hallId, request);
    const channel = this.channelOf(caller, hallId, channelId);
    this.demandAllHalls(caller, channel.hallId === null);
    return entryOf(this.notify.channels.change(channel, hallId, this.accept(caller, hallId, request)));
  }

  @Delete(':channelId')
  @HttpCode(204)
  remove(@Param('hallId') hallId: string, @Param('channelId') channelId: string, @Req() request: FastifyRequest): void {
    const caller = this.callerIn(hallId, request);
    const channel = this.channelOf(caller, hallId, channelId);
    this.demandAllHalls(caller, channel.hallId === null);
    this.notify.channels.remove(channel.id);
  }

  @Post(':channelId/test')
  @HttpCode(200)
  test(@Param('hallId') hallId: string, @Param('channelId') channelId: string, @Req() request: FastifyRequest): Promise<TestAnswer> {
    return this.notify.test(this.channelOf(this.callerIn(hallId, request), hallId, channelId), hallId);
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

  private callerIn(hallId: string, request: FastifyRequest): Caller {
    const caller = demand(this.access.caller(credentialsOfRequest(request)), 'channels.manage', hallId);
    knownHall(this.halls, hallId);
    return caller;
  }

  private channelOf(caller: Caller, hallId: string, channelId: string): Channel {
    const channel = this.notify.channels.of(hallId).find(({ id }) => id === channelId);
    if (!channel || !isOwn(caller, channel)) throw new Problem(404, 'unknownChannel', `There is no channel "${channelId.slice(0, 64)}" here: GET …/channels lists them.`);
    return channel;
  }
}
