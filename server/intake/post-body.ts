/** Posts a body of one event or an array of them. */
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { LiveHall } from '../live/live-hall.js';
import { turnOf } from '../live/turns.js';
import { parseJson } from './json.js';
import { parseSlices } from './parse-slices.js';
import { demandFewEnough, postEvents } from './post-events.js';
import { postParts } from './post-parts.js';
import { readEvents } from './read-events.js';

/** A larger body is not even parsed before it is its hall's turn. */
const LARGE = 32 * 1024;
/** And a still larger one not in one go. */
const HUGE = 256 * 1024;

/** `text` is the body read and trimmed; `take` hears how many events there are before any is stored, and may refuse them. */
export async function postBody(hall: LiveHall, { body, text }: { body: Buffer; text: string }, take: (events: number) => void): Promise<IntakeAnswer> {
  if (body.length > HUGE && text.startsWith('[') && text.endsWith(']')) return postHuge(hall, text, take);
  if (body.length > LARGE) await turnOf(hall.id);
  const values = parseJson(text);
  const list = Array.isArray(values) ? values : [values];
  take(list.length);
  return postEvents(hall, list === values ? readEvents(list, text, body) : readEvents(list, `[${text}]`));
}

async function postHuge(hall: LiveHall, text: string, take: (events: number) => void): Promise<IntakeAnswer> {
  const slices = await parseSlices(hall.id, text, demandFewEnough);
  take(slices.reduce((sum, { values }) => sum + values.length, 0));
  return postParts(hall, slices.map(({ values, text: part }) => ({ events: values.length, read: () => readEvents(values, part) })));
}
