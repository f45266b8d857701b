import { Controller, Delete, Get, HttpCode, Param, Query, Req } from '@nestjs/common';
import type { SessionsAnswer } from '../../shared/commands/people.js';
import { Problem } from '../problem.js';
import { Access } from './access.js';
import { demand, may, type Caller } from './caller.js';
import { credentialsOfRequest } from './credentials.js';
import { accountOf } from './password-door.js';
import { CallerOf, Known } from './rules.js';
import type { Asked } from './session-cookie.js';

/** The log-ins that are open: everyone sees and ends their own, whoever manages people anybody's. */
@Controller('api/v1/sessions')
export class SessionsController {
  constructor(private readonly access: Access) {}

  @Get()
  @Known('everyone sees their own log-ins; those of others take people.manage', { name: 'sessions.read' })
  list(@Query('username') typed: string | undefined, @CallerOf() caller: Caller, @Req() request: Asked): SessionsAnswer {
    const credentials = credentialsOfRequest(request);
    const own = this.access.username(credentials);
    const username = typed === undefined ? own : accountOf(typed);
    if (username !== own) demand(caller, 'people.manage', null);
    return { sessions: username === null ? [] : this.access.sessionsOf(username, credentials.session) };
  }

  @Delete(':sessionId')
  @HttpCode(204)
  @Known('everyone ends their own log-ins; those of others take people.manage', { name: 'sessions.end' })
  async end(@Param('sessionId') id: string, @CallerOf() caller: Caller, @Req() request: Asked): Promise<void> {
    const of = may(caller, 'people.manage', null) ? null : (this.access.username(credentialsOfRequest(request)) ?? '');
    if (await this.access.endSession(id, of)) return;
    throw new Problem(404, 'unknownSession', `There is no log-in "${id.slice(0, 64)}" that is open: GET /api/v1/sessions lists them.`);
  }
}
