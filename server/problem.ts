import type { RefusalCode } from '../shared/glossary/refusals.js';

/**
 * A refusal in words (RFC 9457): what was refused, which rule, what would be accepted. Thrown anywhere behind the HTTP
 * door; `problem.filter.ts` turns it, and every other error, into `application/problem+json`.
 */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: RefusalCode,
    message: string,
    readonly more: { field?: string; retryAfterSeconds?: number } = {},
  ) {
    super(message);
  }
}

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Who is asking?',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be accepted',
  429: 'Too many requests',
  500: 'Our fault',
  501: 'Not possible here',
  503: 'Not just now',
  507: 'No room left',
};

/** The body of a problem answer. `code` is stable and for programs; `detail` is for people. */
export function problemBody(problem: Problem): Record<string, unknown> {
  return {
    type: `urn:hallboard:problem:${problem.code}`,
    title: titles[problem.status] ?? 'Refused',
    status: problem.status,
    code: problem.code,
    detail: problem.message,
    ...(problem.more.field ? { field: problem.more.field } : {}),
  };
}
