/** The words in which the paths of the OpenAPI document are written. */
import { Problem, problemBody } from '../../problem.js';
import { ref, type Json } from './schemas.js';

const meanings: Record<number, string> = {
  400: 'The request cannot be read, or a parameter is not what it must be.',
  401: 'No key and no log-in, or one that is not valid.',
  403: 'The caller is known and may not do this: another role, or the key of another hall.',
  404: 'There is no such hall.',
  409: 'It stands against what is so already.',
  413: 'More than 8 MB, or than 100,000 events, at once, 5 MB of an attachment, one of them of more than 1 MB, or more than 256 kB of anything else. NDJSON streams may be of any length.',
  415: 'This media type is not taken here, or the body is packed (Content-Encoding).',
  422: 'The body can be read, and a field of it breaks a rule; field names it.',
  429: 'Too many at once. Retry-After says in how many seconds to come again.',
  501: 'There is no browser here that prints: the answer says how to get one.',
  503: 'Not able to store just now, or the hall is quarantined because its journal does not hold (code quarantined); nothing of it was stored. Retry-After says in how many seconds to come again.',
  507: 'The hall\'s room for attachments is used up.',
};
/** One refusal of each status, as the server words it. */
const refusals: Record<number, Problem> = {
  400: new Problem(400, 'at', 'at=yesterday was refused: it must be an RFC 3339 instant such as 2026-11-23T10:30:00%2B08:00.', { field: 'at' }),
  401: new Problem(401, 'unknownCaller', 'events.post needs a key that is valid (Authorization: Bearer) or a log-in; none was found here.'),
  403: new Problem(403, 'notAllowed', 'events.post in hall hall-2 was refused: Kiosk at the east door acts as device, and only in hall hall-1; it takes device or admin.'),
  404: new Problem(404, 'unknownHall', 'There is no hall "hall-2": PUT /api/v1/halls/{hallId} makes one.'),
  409: new Problem(409, 'alreadySetUp', 'The set-up was refused: there is an administrator already. Log in as that one.'),
  413: new Problem(413, 'tooLarge', 'The body is too large: at most 8 MB of events at once, 5 MB of a file at …/attachments, and 256 kB of anything else; NDJSON streams may be of any length.'),
  415: new Problem(415, 'mediaType', 'The media type is not taken here.'),
  422: new Problem(422, 'body', 'The body was refused: counters.0.serviceIds: tax is not one of the hall\'s services.', { field: 'counters.0.serviceIds' }),
  429: new Problem(429, 'tooManyLogIns', 'Too many log-ins failed; the next may be tried in 8 s.'),
  501: new Problem(501, 'noBrowser', 'The PDF was refused: there is no browser to print it.'),
  503: new Problem(503, 'overloaded', 'Too much is waiting to be stored; nothing of this post was.'),
  507: new Problem(507, 'attachmentsFull', 'The file was refused: the attachments of hall hall-1 take 2048 MB of 2048 MB.'),
};
const RETRY_AFTER = { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } };

/** Refusals by status, each a problem. */
export function problems(...statuses: number[]): Json {
  return Object.fromEntries(statuses.map((status) => [status, problem(status)]));
}

/** A refusal that means something of its own here. */
export function problem(status: number, description = meanings[status]): Json {
  const headers = status === 429 || status === 503 ? { headers: RETRY_AFTER } : {};
  return { description, ...headers, content: { 'application/problem+json': { schema: ref('Problem'), example: problemBody(refusals[status]!) } } };
}

export function json(schema: Json, example?: unknown): Json {
  return { 'application/json': { schema, ...(example === undefined ? {} : { example }) } };
}

export function answer(description: string, content?: Json): Json {
  return { description, ...(content ? { content } : {}) };
}

/** The body of a command. */
export function body(name: string, example: unknown): Json {
  return { required: true, content: json(ref(name), example) };
}

export function inPath(name: string, description: string): Json {
  return { name, in: 'path', required: true, description, schema: ref('Id') };
}

export function inQuery(name: string, { description, schema, example }: { description: string; schema: Json; example?: unknown }): Json {
  return { name, in: 'query', description, schema, ...(example === undefined ? {} : { example }) };
}

export const HALL = inPath('hallId', 'The hall 大厅.');
/** Also without a key or a log-in. */
export const ANYONE: Json[] = [{}];
/** A public hall's viewers need no key. */
export const VIEWER: Json[] = [{}, { key: [] }, { session: [] }];
