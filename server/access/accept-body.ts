import type { IncomingHttpHeaders } from 'node:http';
import type { z } from 'zod';
import { Problem } from '../problem.js';

/**
 * The body as the schema has it, or the refusal. JSON only: a form on a foreign page can post every other type without
 * asking, and so log a browser in as somebody else.
 */
export function acceptBody<T>(schema: z.ZodType<T>, { body, headers }: { body: unknown; headers: IncomingHttpHeaders }): T {
  if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
    throw new Problem(415, 'mediaType', 'The body was refused: only application/json is accepted here.');
  }
  const read = schema.safeParse(body);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const field = issue?.path.join('.') ?? '';
  const why = issue?.message ?? 'not what the contract says';
  throw new Problem(422, 'body', `The body was refused: ${field ? `${field}: ` : ''}${why}.`, field ? { field } : {});
}
