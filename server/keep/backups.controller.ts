/** `POST /api/v1/backups` makes a backup while the server serves; `GET` tells of the last. For whoever may do everything. */
import { Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Backup, BackupsAnswer } from '../../shared/commands/backup.js';
import { Access } from '../access/access.js';
import { demand } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { Backups } from './backups.js';

@Controller('api/v1/backups')
export class BackupsController {
  constructor(
    private readonly backups: Backups,
    private readonly access: Access,
  ) {}

  @Post()
  @HttpCode(201)
  make(@Req() request: FastifyRequest): Promise<Backup> {
    this.demand(request);
    return this.backups.make();
  }

  @Get()
  last(@Req() request: FastifyRequest): BackupsAnswer {
    this.demand(request);
    return { last: this.backups.last };
  }

  private demand(request: FastifyRequest): void {
    demand(this.access.caller(credentialsOfRequest(request)), 'backups.make', null);
  }
}
