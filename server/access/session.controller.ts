import { Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { LogIn, type SessionAnswer } from '../../shared/commands/hall.js';
import { Problem } from '../problem.js';
import { acceptBody } from './accept-body.js';
import { Access } from './access.js';
import type { Credentials } from './caller.js';
import { credentialsOfRequest } from './credentials.js';
import { Public } from './rules.js';
import { type Asked, type Reply, setSessionCookie } from './session-cookie.js';

type Answer = z.infer<typeof SessionAnswer>;

/** Logging in and out, and who one is taken for. */
@Controller('api/v1/session')
export class SessionController {
  constructor(private readonly access: Access) {}

  /** Somebody, or nobody (204) who came with nothing; a log-in or key that is no longer valid is refused. */
  @Get()
  @Public('it says who one is, and nobody is an answer')
  whoAmI(@Req() request: Asked, @Res({ passthrough: true }) reply: Reply): Answer | undefined {
    const credentials = credentialsOfRequest(request);
    if (credentials.session === undefined && credentials.bearer === undefined) {
      reply.status(204);
      return undefined;
    }
    return answer(this.access, credentials);
  }

  @Post()
  @Public('whoever logs in is nobody yet; the password decides', { name: 'session.start' })
  @HttpCode(200)
  async logIn(@Req() request: Asked, @Res({ passthrough: true }) reply: Reply): Promise<Answer> {
    const { username, password } = acceptBody(LogIn, request);
    const session = await this.access.logIn(username, password, request.ip);
    await this.#endOldOne(request); // a browser has one session at a time
    setSessionCookie(reply, request, session);
    return answer(this.access, { session });
  }

  @Delete()
  @Public('it ends the log-in that is shown, and nothing else', { name: 'session.end' })
  @HttpCode(204)
  async logOut(@Req() request: Asked, @Res({ passthrough: true }) reply: Reply): Promise<void> {
    await this.#endOldOne(request);
    setSessionCookie(reply, request, null);
  }

  async #endOldOne(request: Asked): Promise<void> {
    const { session } = credentialsOfRequest(request);
    if (session !== undefined) await this.access.logOut(session);
  }
}

export function answer(access: Access, credentials: Credentials): Answer {
  const caller = access.caller(credentials);
  if (!caller) throw new Problem(401, 'noSession', 'Nobody is logged in here: POST {username, password} to /api/v1/session.');
  return { username: caller.name, role: caller.role };
}
