/**
 * Writes down what was asked, driven by the rules that the routes declare: every deed, every refusal, and the readings that a
 * rule says are to be kept. The answer waits until its line is on disk.
 */
import type { FastifyInstance, FastifyRequest, RouteOptions } from 'fastify';
import { ADMIN, type Access } from '../access/access.js';
import type { Caller } from '../access/caller.js';
import { credentialsOfRequest } from '../access/credentials.js';
import { actOf, type Rule } from '../access/rules.js';
import { accountOf } from '../access/password-door.js';
import type { Audit, Deed } from './audit.js';

/** Fields of a body that say what was given to whom; the others are named only. */
const TOLD = ['role', 'hallIds', 'public', 'allHalls'] as const;
const TOLD_OF_QUERY = ['from', 'to', 'format', 'revision'] as const;
const MOST_FIELDS = 20;

/** To be called before the first route is registered, after `guardRoutes`. */
export function auditRoutes(fastify: FastifyInstance, { audit, access }: { audit: Audit; access: Access }): void {
  fastify.addHook('onRoute', (route) => {
    const rule = route.config?.rule;
    const act = rule && actOf(rule);
    if (!rule || act === undefined) return;
    const keepsDone = isDeed(route) ? !('act' in rule && rule.act === 'events.post') : rule.kept === true;
    if ('anyone' in rule) {
      route.onRequest = [...[route.onRequest ?? []].flat(), (request, _reply, done) => {
        request.caller = access.caller(credentialsOfRequest(request));
        done();
      }];
    }
    route.onSend = [...[route.onSend ?? []].flat(), async (request, reply) => {
      const { statusCode: status } = reply;
      if (status < 400 ? keepsDone : isRefusal(request, status, rule)) await audit.write({ ...whoAsks(request, { access, rule }), ...whatOf(request, act), status });
    }];
  });
}

function isDeed({ method }: RouteOptions): boolean {
  return method !== 'GET' && method !== 'HEAD';
}

/** Of somebody known, of a key or log-in that is no more, or of whoever tried to log in: a stranger without either is nobody. */
function isRefusal(request: FastifyRequest, status: number, rule: Rule): boolean {
  const { bearer, session } = credentialsOfRequest(request);
  return 'anyone' in rule ? status < 500 : [401, 403].includes(status) && (bearer !== undefined || session !== undefined);
}

function whoAsks(request: FastifyRequest, { access, rule }: { access: Access; rule: Rule }): Pick<Deed, 'who' | 'role' | 'from'> {
  const { name = null, role = null } = ('anyone' in rule ? comerIn(request, access) : null) ?? request.caller ?? {};
  return { who: name, role, from: request.ip };
}

/** Whoever comes in is known by the name they gave, if it is somebody's: a password typed in its place must not be kept. */
function comerIn({ body }: FastifyRequest, access: Access): Caller | null {
  const { username, token } = (body ?? {}) as { username?: unknown; token?: unknown };
  const account = token === undefined ? username : ADMIN; // with the token of the first set-up
  return typeof account === 'string' ? access.people.caller(accountOf(account)) : null;
}

function whatOf({ params, body, query }: FastifyRequest, act: string): Pick<Deed, 'act' | 'hallId' | 'target' | 'detail'> {
  const { hallId = null, ...others } = params as Record<string, string>;
  const target = Object.values(others).join(' ').slice(0, 200) || null;
  const detail = { ...told(query, TOLD_OF_QUERY), ...told(body, TOLD), ...fieldsOf(body) };
  return { act, hallId: hallId === null ? null : hallId.slice(0, 64), target, ...(Object.keys(detail).length > 0 ? { detail } : {}) };
}

function told(from: unknown, fields: readonly string[]): Record<string, unknown> {
  if (typeof from !== 'object' || from === null) return {};
  const values = Object.entries(from).filter(([field]) => fields.includes(field));
  return Object.fromEntries(values.map(([field, value]) => [field, typeof value === 'string' ? value.slice(0, 64) : Array.isArray(value) ? value.slice(0, 500).map(String) : Boolean(value)]));
}

function fieldsOf(body: unknown): { fields?: string[] } {
  if (typeof body !== 'object' || body === null || Buffer.isBuffer(body) || Symbol.asyncIterator in body) return {};
  return { fields: Object.keys(body).slice(0, MOST_FIELDS).map((field) => field.slice(0, 40)) };
}
