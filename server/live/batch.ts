/** Events as the intake hands them over, and as the journal takes them. */
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import type { Post } from '../journal/journal.js';

/** Well-formed events of one hall and their text: a JSON array without space between its elements. */
export interface Batch {
  events: PostedEvent[];
  body: Uint8Array<ArrayBuffer>;
}

export function postOf(hallId: string, { events, body }: Batch): Post {
  const first = events[0]!.source;
  const sources = events.every(({ source }) => source === first) ? first : events.map(({ source }) => source);
  const post: Post = { hallId, body, ids: events.map(({ id }) => id), sources };
  events.forEach((event, index) => {
    if (event.type === 'event.corrected') (post.corrections ??= []).push({ index, source: event.data.source, id: event.data.id });
  });
  return post;
}
