/** Halls and their keys: what an administrator sets. */
import { Controller, Delete, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CreateKey, HallSettings, type KeyEntry } from '../../shared/commands/hall.js';
import { Id } from '../../shared/ids.js';
import { acceptBody } from '../access/accept-body.js';
import { Access } from '../access/access.js';
import { demand } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
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
  async configure(@Param('hallId') hallId: string, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<HallSettings> {
    this.demand(request, 'hall.configure', hallId);
    const id = Id.safeParse(hallId);
    if (!id.success) throw new Problem(422, 'hallId', `The hall's id was refused: it ${id.error.issues[0]?.message}.`, { field: 'hallId' });
    const settings = acceptBody(HallSettings, request);
    refuseQuarantined(this.halls, hallId);
    const isNew = await this.halls.configure(hallId, settings);
    reply.status(isNew ? 201 : 200);
    return settings;
  }

  @Get()
  settings(@Param('hallId') hallId: string, @Req() request: FastifyRequest): HallSettings {
    this.demand(request, 'hall.configure', hallId);
    return knownHall(this.halls, hallId).settings;
  }

  @Post('keys')
  async createKey(@Param('hallId') hallId: string, @Req() request: FastifyRequest): Promise<{ id: string; key: string }> {
    this.demand(request, 'keys.create', hallId);
    const { role, name } = acceptBody(CreateKey, request);
    knownHall(this.halls, hallId);
    return this.access.createKey(hallId, role, name);
  }

  @Get('keys')
  async keys(@Param('hallId') hallId: string, @Req() request: FastifyRequest): Promise<{ keys: KeyEntry[] }> {
    this.demand(request, 'keys.create', hallId);
    knownHall(this.halls, hallId);
    return { keys: await this.access.keysOf(hallId) };
  }

  @Delete('keys/:keyId')
  @HttpCode(204)
  async revokeKey(@Param('hallId') hallId: string, @Param('keyId') keyId: string, @Req() request: FastifyRequest): Promise<void> {
    this.demand(request, 'keys.create', hallId);
    if (!(await this.access.revokeKey(hallId, keyId))) throw new Problem(404, 'unknownKey', `Hall ${hallId} has no key of this id.`);
  }

  private demand(request: FastifyRequest, act: 'hall.configure' | 'keys.create', hallId: string): void {
    demand(this.access.caller(credentialsOfRequest(request)), act, hallId);
  }
}
