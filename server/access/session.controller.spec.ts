import 'reflect-metadata';
import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem, problemBody } from '../problem.js';
import { AccessModule } from './access.module.js';
import { Place } from './open-for-spec.js';

const PASSWORD = 'vier kleine katzen';

@Catch(Problem)
class ProblemAnswers implements ExceptionFilter {
  catch(problem: Problem, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<{ code(status: number): { send(body: unknown): void } }>();
    reply.code(problem.status).send(problemBody(problem));
  }
}

type Answer = Awaited<ReturnType<NestFastifyApplication['inject']>>;

interface Ask {
  readonly path?: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

describe('The doors', () => {
  let place: Place;
  let app: NestFastifyApplication;
  let token: string;
  let refused: Answer;
  let made: Answer;

  beforeAll(async () => {
    place = await Place.make();
    const access = await place.open();
    token = access.setUpToken as string;
    const adapter = new FastifyAdapter();
    app = await NestFactory.create<NestFastifyApplication>(AccessModule.forAccess(access), adapter, { logger: false });
    app.useGlobalFilters(new ProblemAnswers());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
    refused = await ask('POST', { path: 'setup', body: { token, password: 'short' } });
    made = await ask('POST', { path: 'setup', body: { token, password: PASSWORD } });
  });
  afterAll(async () => {
    await app.close();
    await place.clear();
  });

  function ask(method: 'GET' | 'POST' | 'DELETE', { path = 'session', body, headers = {} }: Ask = {}) {
    const type: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const payload = body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) };
    return app.inject({ method, url: `/api/v1/${path}`, headers: { ...type, ...headers }, ...payload });
  }

  const cookieOf = (answer: { headers: Record<string, unknown> }): string => String(answer.headers['set-cookie']);
  const pairOf = (cookie: string): string => cookie.split(';')[0] as string;

  it('let the first administrator set up a password, and log that one in', async () => {
    expect([refused.statusCode, refused.json().field]).toEqual([422, 'password']);
    expect([made.statusCode, made.json()]).toEqual([201, { username: 'admin', role: 'admin' }]);
    const who = await ask('GET', { headers: { cookie: pairOf(cookieOf(made)) } });
    expect(who.json()).toEqual({ username: 'admin', role: 'admin' });
    expect((await ask('POST', { path: 'setup', body: { token, password: PASSWORD } })).statusCode).toBe(409);
  });

  it('set a cookie that pages cannot read and foreign pages do not send, over https Secure and of this host alone', async () => {
    const body = { username: 'admin', password: PASSWORD };
    const plain = await ask('POST', { body });
    expect(plain.statusCode).toBe(200);
    expect(cookieOf(plain)).toMatch(/^hallboard_session=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict$/);
    const overTls = await ask('POST', { body, headers: { 'x-forwarded-proto': 'https' } });
    expect(cookieOf(overTls)).toMatch(/^__Host-hallboard_session=[A-Za-z0-9_-]{43}; Path=\/; Max-Age=604800; HttpOnly; SameSite=Strict; Secure$/);
    const who = await ask('GET', { headers: { cookie: pairOf(cookieOf(overTls)), 'x-forwarded-proto': 'https' } });
    expect(who.json()).toEqual({ username: 'admin', role: 'admin' });
    expect(plain.body).not.toContain(pairOf(cookieOf(plain)).split('=')[1]);
  });

  it('end the session on logging out, and the old one on logging in again', async () => {
    const body = { username: 'admin', password: PASSWORD };
    const first = pairOf(cookieOf(await ask('POST', { body })));
    const second = pairOf(cookieOf(await ask('POST', { body, headers: { cookie: first } })));
    expect((await ask('GET', { headers: { cookie: first } })).statusCode).toBe(401);
    const out = await ask('DELETE', { headers: { cookie: second } });
    expect([out.statusCode, cookieOf(out)]).toEqual([204, 'hallboard_session=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict']);
    expect((await ask('GET', { headers: { cookie: second } })).statusCode).toBe(401);
  });

  it('answer nobody with nothing, and a log-in that is none with a problem', async () => {
    expect((await ask('GET')).statusCode).toBe(204);
    const answer = await ask('GET', { headers: { cookie: 'hallboard_session=none-such' } });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'noSession']);
  });

  it('refuse bodies that are not the contract’s, by name of the field', async () => {
    const bodies: [unknown, string | undefined][] = [
      [{ username: 'admin' }, 'password'],
      [{ username: 'admin', password: 1 }, 'password'],
      [{ username: ['admin'], password: 'x' }, 'username'],
      [{ username: 'admin', password: 'x', role: 'admin' }, undefined],
      ['[]', undefined],
      ['null', undefined],
    ];
    for (const [body, field] of bodies) {
      const answer = await ask('POST', { body });
      expect([answer.statusCode, answer.json().field]).withContext(JSON.stringify(body)).toEqual([422, field]);
    }
  });

  it('take no form, which any foreign page could post', async () => {
    for (const type of ['application/x-www-form-urlencoded', 'text/plain']) {
      const body = `username=admin&password=${encodeURIComponent(PASSWORD)}`;
      const answer = await ask('POST', { body, headers: { 'content-type': type } });
      expect([answer.statusCode, answer.headers['set-cookie']]).withContext(type).toEqual([415, undefined]);
    }
  });
});
