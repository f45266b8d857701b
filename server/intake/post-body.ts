/** Posts a body of one event or an array of them. */
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { LiveHall } from '../live/live-hall.js';
import { turnOf } from '../live/turns.js';
import { parseJson } from './json.js';
import { demandFewEnough, postEvents } from './post-events.js';
import { PART_EVENTS, partsOf, postParts } from './post-parts.js';
import { readEvents } from './read-events.js';

/** A larger body is not even parsed before it is its hall's turn. */
const LARGE = 32 * 1024;

/** `text` is the body read and trimmed; `take` hears how many events there are before any is stored, and may refuse them. */
export async function postBody(hall: LiveHall, { body, text }: { body: Buffer; text: string }, take: (events: number) => void): Promise<IntakeAnswer> {
  if (body.length > LARGE) await turnOf(hall.id);
  const values = parseJson(text);
  const list = Array.isArray(values) ? values : [values];
  demandFewEnough(list);
  take(list.length);
  if (list !== values) return postEvents(hall, readEvents(list, `[${text}]`));
  return list.length > PART_EVENTS ? postParts(hall, partsOf(list, text)) : postEvents(hall, readEvents(list, text, body));
}
