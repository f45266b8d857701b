/** Halls and their keys: what an administrator sets. */
import { Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CreateKey, HallSettings, type KeyEntry } from '../../shared/commands/hall.js';
import { Id } from '../../shared/ids.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { Demand } from '../access/rules.js';
import { knownHall, refuseQuarantined } from '../known-hall.js';
import { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';

@Controller('api/v1/halls/:hallId')
export class HallsController {
  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
  ) {}

  @Put()
  @Demand('hall.configure')
  async configure(@Param('hallId') hallId: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<HallSettings> {
    const id = Id.safeParse(hallId);
    if (!id.success) throw new Problem(422, 'hallId', `The hall's id was refused: it ${id.error.issues[0]?.message}.`, { field: 'hallId' });
    const settings = acceptBody(HallSettings, request);
    refuseQuarantined(this.halls, hallId);
    const isNew = await this.halls.configure(hallId, settings);
    reply.status(isNew ? 201 : 200);
    return settings;
  }

  @Get()
  @Demand('hall.configure')
  settings(@Param('hallId') hallId: string): HallSettings {
    return knownHall(this.halls, hallId).settings;
  }

  @Post('keys')
  @Demand('keys.create')
  async createKey(@Param('hallId') hallId: string, @Req() request: FastifyRequest): Promise<{ id: string; key: string }> {
    const { role, name } = acceptBody(CreateKey, request);
    knownHall(this.halls, hallId);
    return this.access.createKey(hallId, role, name);
  }

  @Get('keys')
  @Demand('keys.create')
  async keys(@Param('hallId') hallId: string): Promise<{ keys: KeyEntry[] }> {
    knownHall(this.halls, hallId);
    return { keys: await this.access.keysOf(hallId) };
  }

  @Delete('keys/:keyId')
  @Demand('keys.create')
  @HttpCode(204)
  async revokeKey(@Param('hallId') hallId: string, @Param('keyId') keyId: string): Promise<void> {
    if (!(await this.access.revokeKey(hallId, keyId))) throw new Problem(404, 'unknownKey', `Hall ${hallId} has no key of this id.`);
  }
}
