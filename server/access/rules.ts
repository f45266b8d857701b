/**
 * Who may ask: every route and every socket message declares ONE rule, and a server with one that declares none does not
 * start. On a route the rule is kept by `guardRoutes`, before the body is read; a message's own gateway keeps it, for only
 * the message says which hall.
 */
import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Act, Caller } from './caller.js';

export interface Asked {
  /** What the audit log calls it, where it is not the act. */
  readonly name?: string;
  /** Reading is written down too. */
  readonly kept?: true;
  /** Cheap to ask and dear to answer: asked for too often it is refused for a while. */
  readonly dear?: true;
}

export type Rule = Asked & (
  /** Takes the right to the act: in the hall that the path names, else in every hall there is. */
  | { readonly act: Act }
  /** Takes somebody we know, and why that is enough here. */
  | { readonly known: string }
  /** Takes nobody, and why. */
  | { readonly anyone: string }
);

const RULE = Symbol('rule');

const declare = (rule: Rule) => applyDecorators(RouteConfig({ rule }), SetMetadata(RULE, rule));

export const Demand = (act: Act, asked: Asked = {}) => declare({ act, ...asked });
export const Known = (known: string, asked: Asked) => declare({ known, ...asked });
export const Public = (anyone: string, asked: Asked = {}) => declare({ anyone, ...asked });

/** Whom the route's rule let in. */
export const CallerOf = createParamDecorator((_data: unknown, context: ExecutionContext): Caller | null => (
  context.switchToHttp().getRequest<{ caller: Caller | null }>().caller));

/** The rule that a method declares, of a controller or a gateway. */
export function ruleOf(method: object): Rule | undefined {
  return Reflect.getMetadata(RULE, method) as Rule | undefined;
}

/** What it is called in the audit log; undefined where nothing of it is written. */
export function actOf(rule: Rule): string | undefined {
  return rule.name ?? ('act' in rule ? rule.act : undefined);
}
