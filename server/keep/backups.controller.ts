/** `POST /api/v1/backups` makes a backup while the server serves; `GET` tells of the last. For whoever may do everything. */
import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Backup, BackupsAnswer } from '../../shared/commands/backup.js';
import { Demand } from '../access/rules.js';
import { Backups } from './backups.js';

@Controller('api/v1/backups')
export class BackupsController {
  constructor(private readonly backups: Backups) {}

  @Post()
  @Demand('backups.make')
  @HttpCode(201)
  make(): Promise<Backup> {
    return this.backups.make();
  }

  @Get()
  @Demand('backups.make')
  last(): BackupsAnswer {
    return { now: this.backups.now(), last: this.backups.last };
  }
}
