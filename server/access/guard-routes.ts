/** Keeps the declared rules: each route's own check stands before it, made when the route is, so that asking costs no search. */
import type { INestApplicationContext } from '@nestjs/common';
import { ModulesContainer } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import type { Access } from './access.js';
import { demand, type Caller } from './caller.js';
import { credentialsOfRequest } from './credentials.js';
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

/** To be called before the first route is registered. */
export function guardRoutes(fastify: FastifyInstance, access: Access): void {
  fastify.decorateRequest('caller', null);
  fastify.addHook('onRoute', function (route) {
    const rule = route.config?.rule ?? this.rule;
    if (!rule) throw new Error(`${String(route.method)} ${route.url} declares no rule: give its method @Demand(act), @Known(why) or @Public(why).`);
    if ('anyone' in rule) return;
    route.onRequest = [checkOf(rule, access), ...[route.onRequest ?? []].flat()];
  });
}

function checkOf(rule: Exclude<Rule, { anyone: string }>, access: Access): onRequestHookHandler {
  const admit = 'act' in rule
    ? (caller: Caller | null, { params }: FastifyRequest) => demand(caller, rule.act, (params as { hallId?: string }).hallId ?? null)
    : demandKnown;
  return (request, _reply, done) => {
    try {
      request.caller = admit(access.caller(credentialsOfRequest(request)), request);
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
