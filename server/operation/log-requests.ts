/**
 * One line a request, once it is answered. Failures are errors; refusals and commands are information; what was read, and
 * events taken, are worth a line when debugging only: ten thousand posts a second must not write ten thousand lines. Asked
 * of Fastify itself: a logger made anew for each request costs a post a third of its time.
 */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import type { LogLevel } from './log.js';

/** Asked every few seconds by machines; nobody wants to read of it. */
const PROBES = new Set(['/healthz', '/readyz', '/metrics']);
const EVENTS = '/api/v1/halls/:hallId/events';
const TAKEN_OVER = /^[A-Za-z0-9._:-]{1,64}$/;
const IN_QUERY = /([?&](?:authorization|password|key|token)=)[^&#]*/gi;

/** Names a request: as a proxy before us has done in `x-request-id`, else by a number that no other process gives. */
export function requestIds(): (request: Pick<IncomingMessage, 'headers'>) => string {
  const process = randomBytes(4).toString('hex');
  let last = 0;
  return ({ headers }) => {
    const given = headers['x-request-id'];
    return typeof given === 'string' && TAKEN_OVER.test(given) ? given : `${process}-${++last}`;
  };
}

/** Logs each answer, and says its request's id in the answer. To be called before the app listens. */
export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const level = levelOf(request, reply);
    if (level && log.isLevelEnabled(level)) log[level](lineOf(request, reply), 'request');
    done();
  });
}

function levelOf({ method, routeOptions: { url: route } }: FastifyRequest, { statusCode }: FastifyReply): LogLevel | null {
  if (route !== undefined && PROBES.has(route)) return null;
  if (statusCode >= 500) return 'error';
  if (statusCode >= 400) return 'info';
  return method === 'GET' || method === 'HEAD' || route === EVENTS ? 'debug' : 'info';
}

function lineOf({ id, method, url, ip }: FastifyRequest, { statusCode, elapsedTime }: FastifyReply): Record<string, unknown> {
  return { requestId: id, method, url: url.replace(IN_QUERY, '$1[removed]').slice(0, 500), status: statusCode, ms: Math.round(elapsedTime * 10) / 10, ip };
}
