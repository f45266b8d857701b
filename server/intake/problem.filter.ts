/** Every error that reaches the HTTP door leaves it as RFC 9457 problem+json; what is our fault is logged, not told. */
import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { RefusalCode } from '../../shared/glossary/refusals.js';
import { NotStoredError, OverloadedError } from '../live/committer.js';
import { Problem, problemBody } from '../problem.js';
import { OnceAMinute } from './once-a-minute.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const problem = problemOf(error);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const { retryAfterSeconds } = problem.more;
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    void reply.status(problem.status).type('application/problem+json').send(problemBody(problem));
  }
}

const log = new Logger('problem');
/** A full disk refuses every post: a log of each would fill what is left of it. */
const refusedPosts = new OnceAMinute(log);

export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof OverloadedError) {
    return new Problem(503, 'overloaded', 'Too much is waiting to be stored; nothing of this post was.', { retryAfterSeconds: error.retryAfterSeconds });
  }
  if (error instanceof NotStoredError) {
    refusedPosts.tell(error);
    return notStored(DISK_FULL.includes(codeOf(error.cause)) ? 'The disk of the server is full; nothing of this post was stored.' : 'The events could not be stored; nothing of this post was.');
  }
  if (DISK_FULL.includes(codeOf(error))) return notStored('The disk of the server is full; nothing was changed.');
  const status = statusOf(error);
  return status === null ? unexpected(error) : refusal(status, (error as Error).message);
}

const DISK_FULL: unknown[] = ['SQLITE_FULL', 'ENOSPC'];

const codeOf = (error: unknown) => (error as { code?: unknown } | null | undefined)?.code;

const notStored = (message: string) => new Problem(503, 'notStored', message, { retryAfterSeconds: 5 });

const codes: Record<number, RefusalCode> = { 400: 'badRequest', 404: 'notFound', 405: 'methodNotAllowed', 414: 'tooLong' };

/** Nest and Fastify refuse some requests before we see them; their errors carry the status. */
function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === 'number' && statusCode >= 400 && statusCode <= 499 ? statusCode : null;
}

function refusal(status: number, message: string): Problem {
  if (status === 413) return new Problem(413, 'tooLarge', 'The body is too large: at most 8 MB of events at once, 5 MB of a file at …/attachments, and 256 kB of anything else; NDJSON streams may be of any length.');
  if (status === 415) {
    const types = 'application/cloudevents+json, application/cloudevents-batch+json, application/x-ndjson (events), application/json, and at …/attachments image/jpeg, image/png, image/webp and application/pdf';
    return new Problem(415, 'mediaType', `The media type is not taken here; known are ${types}.`);
  }
  return new Problem(status, codes[status] ?? 'refused', message || 'refused');
}

function unexpected(error: unknown): Problem {
  log.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return new Problem(500, 'internal', 'Something failed here that should not have; it is in the log of the server.');
}
