/** Keeps the declared rules: each route's own check stands before it, made when the route is, so that asking costs no search. */
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { Access } from './access.js';
import { demand, type Caller } from './caller.js';
import { credentialsOfRequest } from './credentials.js';
import { DearAnswers } from './dear.js';
import { Problem } from '../problem.js';
import { ruleOf, type Rule } from './rules.js';

declare module 'fastify' {
  interface FastifyContextConfig {
    rule?: Rule;
  }
  interface FastifyRequest {
    caller: Caller | null;
  }
  interface FastifyInstance {
    /** The rule of every route that is registered within. */
    rule?: Rule;
  }
}

export interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly rule: Rule;
}

/** To be called before the first route is registered. The table of all routes, as they come. */
export function guardRoutes(fastify: FastifyInstance, access: Access): readonly DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  const dear = new DearAnswers();
  fastify.decorateRequest('caller', null);
  fastify.addHook('onRoute', function (route) {
    const rule = route.config?.rule ?? this.rule;
    if (!rule) throw new Error(`${String(route.method)} ${route.url} declares no rule: give its method @Demand(act), @Known(why) or @Public(why).`);
    for (const method of [route.method].flat()) routes.push({ method, url: route.url, rule });
    if ('anyone' in rule) return;
    route.onRequest = [checkOf(rule, { access, dear }), ...[route.onRequest ?? []].flat()];
  });
  return routes;
}

function checkOf(rule: Exclude<Rule, { anyone: string }>, { access, dear }: { access: Access; dear: DearAnswers }): onRequestHookHandler {
  const admit = 'act' in rule
    ? (caller: Caller | null, { params }: FastifyRequest) => demand(caller, rule.act, (params as { hallId?: string }).hallId ?? null)
    : demandKnown;
  return (request, _reply, done) => {
    try {
      request.caller = access.caller(credentialsOfRequest(request)); // also of whom is refused, for the audit log
      const { name } = admit(request.caller, request);
      if (rule.dear) dear.take(`${name} ${request.ip}`, performance.now());
    } catch (refusal) {
      done(refusal as Error);
      return;
    }
    done();
  };
}

function demandKnown(caller: Caller | null): Caller {
  if (caller) return caller;
  throw new Problem(401, 'unknownCaller', 'This needs a key that is valid (Authorization: Bearer) or a log-in; none was found here.');
}

const HEARS = 'message';

/** Every message that a gateway hears must declare its rule too. */
export function demandSocketRules(app: INestApplicationContext): void {
  for (const { providers } of app.get(ModulesContainer).values()) {
    for (const { metatype } of providers.values()) {
      if (typeof metatype !== 'function' || typeof metatype.prototype !== 'object') continue;
      for (const { value } of Object.values(Object.getOwnPropertyDescriptors(metatype.prototype as object)) as { value: unknown }[]) {
        if (typeof value !== 'function' || !Reflect.hasMetadata(HEARS, value) || ruleOf(value)) continue;
        throw new Error(`The message "${String(Reflect.getMetadata(HEARS, value))}" of ${metatype.name} declares no rule: give its method @Demand(act), @Known(why) or @Public(why).`);
      }
    }
  }
}
