/** Posts a body of one event or an array of them. */
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { LiveHall } from '../live/live-hall.js';
import { parseJson } from './json.js';
import { demandFewEnough, postEvents } from './post-events.js';
import { readEvents } from './read-events.js';

/** `text` is the body read and trimmed; `take` hears how many events there are before any is stored, and may refuse them. */
export function postBody(hall: LiveHall, { body, text }: { body: Buffer; text: string }, take: (events: number) => void): Promise<IntakeAnswer> {
  const values = parseJson(text);
  const list = Array.isArray(values) ? values : [values];
  demandFewEnough(list);
  take(list.length);
  return postEvents(hall, list === values ? readEvents(list, text, body) : readEvents(list, `[${text}]`));
}
