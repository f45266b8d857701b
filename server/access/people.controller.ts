import { Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ChangePerson, CreatePerson, type ColleaguesAnswer, type PersonEntry } from '../../shared/commands/people.js';
import { acceptBody } from './accept-body.js';
import { Access } from './access.js';
import { demand, type Caller } from './caller.js';
import { credentialsOfRequest } from './credentials.js';
import { Problem } from '../problem.js';
import { accountOf } from './password-door.js';
import { CallerOf, Demand, Known } from './rules.js';
import type { Asked } from './session-cookie.js';

/** The people who log in: an administrator of every hall looks after them, and each changes their own password. */
@Controller('api/v1')
export class PeopleController {
  constructor(private readonly access: Access) {}

  @Get('people')
  @Demand('people.manage')
  list(): { people: PersonEntry[] } {
    return { people: this.access.people.list() };
  }

  @Post('people')
  @Demand('people.manage')
  create(@Req() request: Asked): Promise<PersonEntry> {
    return this.access.people.create(acceptBody(CreatePerson, request));
  }

  @Patch('people/:username')
  @Known('everyone changes their own password; all else takes people.manage', { name: 'people.change' })
  async change(@Param('username') typed: string, @CallerOf() caller: Caller, @Req() request: Asked): Promise<PersonEntry> {
    const credentials = credentialsOfRequest(request);
    const username = accountOf(typed);
    const isOwn = this.access.username(credentials) === username;
    if (!isOwn) demand(caller, 'people.manage', null);
    const { currentPassword, ...change } = acceptBody(ChangePerson, request);
    const { password, ...others } = change;
    if (isOwn && Object.keys(others).length > 0) demand(caller, 'people.manage', null);
    if (isOwn && password !== undefined) await this.access.demandOwnPassword(username, currentPassword);
    return this.access.changePerson(username, change, isOwn ? credentials.session : undefined);
  }

  @Delete('people/:username')
  @Demand('people.manage')
  @HttpCode(204)
  async remove(@Param('username') typed: string): Promise<void> {
    await this.access.removePerson(accountOf(typed));
  }

  /** Who may act on the hall's alerts, for whoever assigns one; with `who=all` everyone who may look at them. */
  @Get('halls/:hallId/people')
  @Demand('alerts.read')
  colleagues(@Param('hallId') hallId: string, @Query('who') who?: string): ColleaguesAnswer {
    if (who !== undefined && who !== 'all') throw new Problem(400, 'who', `who=${who.slice(0, 40)} was refused: it must be all, for everyone who may look, or be left out.`, { field: 'who' });
    return { people: this.access.people.colleagues(hallId, who ? 'alerts.read' : 'alerts.act') };
  }
}
