import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Req } from '@nestjs/common';
import { ChangePerson, CreatePerson, type ColleaguesAnswer, type PersonEntry } from '../../shared/commands/people.js';
import { acceptBody } from './accept-body.js';
import { Access } from './access.js';
import { demand } from './caller.js';
import { credentialsOfRequest } from './credentials.js';
import { accountOf } from './password-door.js';
import type { Asked } from './session-cookie.js';

/** The people who log in: an administrator of every hall looks after them, and each changes their own password. */
@Controller('api/v1')
export class PeopleController {
  constructor(private readonly access: Access) {}

  @Get('people')
  list(@Req() request: Asked): { people: PersonEntry[] } {
    this.demandManager(request);
    return { people: this.access.people.list() };
  }

  @Post('people')
  create(@Req() request: Asked): Promise<PersonEntry> {
    this.demandManager(request);
    return this.access.people.create(acceptBody(CreatePerson, request));
  }

  @Patch('people/:username')
  async change(@Param('username') typed: string, @Req() request: Asked): Promise<PersonEntry> {
    const credentials = credentialsOfRequest(request);
    const username = accountOf(typed);
    const isOwn = this.access.username(credentials) === username;
    if (!isOwn) this.demandManager(request);
    const { currentPassword, ...change } = acceptBody(ChangePerson, request);
    const { password, ...others } = change;
    if (isOwn && Object.keys(others).length > 0) this.demandManager(request);
    if (isOwn && password !== undefined) await this.access.demandOwnPassword(username, currentPassword);
    return this.access.changePerson(username, change, isOwn ? credentials.session : undefined);
  }

  @Delete('people/:username')
  @HttpCode(204)
  async remove(@Param('username') typed: string, @Req() request: Asked): Promise<void> {
    this.demandManager(request);
    await this.access.removePerson(accountOf(typed));
  }

  /** Who may act on the hall's alerts, for whoever assigns one. */
  @Get('halls/:hallId/people')
  colleagues(@Param('hallId') hallId: string, @Req() request: Asked): ColleaguesAnswer {
    demand(this.access.caller(credentialsOfRequest(request)), 'alerts.read', hallId);
    return { people: this.access.people.colleagues(hallId) };
  }

  private demandManager(request: Asked): void {
    demand(this.access.caller(credentialsOfRequest(request)), 'people.manage', null);
  }
}
