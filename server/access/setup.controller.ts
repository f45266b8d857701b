import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { z } from 'zod';
import { type SessionAnswer, SetUp } from '../../shared/commands/hall.js';
import { acceptBody } from './accept-body.js';
import { Access } from './access.js';
import { Public } from './rules.js';
import { answer } from './session.controller.js';
import { type Asked, type Reply, setSessionCookie } from './session-cookie.js';

/** The first administrator: made with the one-time token of the printed link, and logged in at once. */
@Controller('api/v1/setup')
export class SetUpController {
  constructor(private readonly access: Access) {}

  @Post()
  @Public('there is nobody yet; the token decides', { name: 'setUp.use' })
  @HttpCode(201)
  async setUp(@Req() request: Asked, @Res({ passthrough: true }) reply: Reply): Promise<z.infer<typeof SessionAnswer>> {
    const { token, password } = acceptBody(SetUp, request);
    const session = await this.access.setUp(token, password);
    setSessionCookie(reply, request, session);
    return answer(this.access, { session });
  }
}
