/** From a posted text to a batch that may be stored, and the problems of the rest. One bad event never blocks its neighbours. */
import type { IntakeProblem, PostedEvent } from '../../shared/events/cloud-event.js';
import type { Batch } from '../live/batch.js';
import { refusalOf } from './check-event.js';
import { maskEvent, personalRefusal } from './mask-event.js';

/** What was read: the batch (null when no event of it may be stored) and where its events stood in the post. */
export interface ReadEvents {
  batch: Batch | null;
  indexes: number[];
  problems: IntakeProblem[];
}

/** Space between the elements of an array, or around it; inside a text it costs a needless rewrite and nothing else. */
const LOOSE = /^\s|\s$|^\[\s|\s\]$|\}\s+,|,\s+\{/;

/** Whether the text may be stored as it stands: no line break in it (the journal is read line by line), no space between its elements. */
function isTight(text: string): boolean {
  if (text.includes('\n') || text.includes('\r')) return false;
  return !(text.includes(' ') || text.includes('\t')) || !LOOSE.test(text);
}

/** Reads parsed values; `text` (and its bytes, where they are at hand) is what they came from, null when it is not to be stored as it stands. */
export function readEvents(values: unknown[], text: string | null, bytes?: Buffer): ReadEvents {
  const problems: IntakeProblem[] = [];
  const events: PostedEvent[] = [];
  const indexes: number[] = [];
  let asPosted = text !== null;
  values.forEach((value, index) => {
    const refusal = refusalOf(value) ?? personalRefusal(value as PostedEvent);
    if (refusal) problems.push({ index, ...idOf(value), ...refusal });
    else {
      const event = maskEvent(value as PostedEvent);
      asPosted &&= event === value;
      events.push(event);
      indexes.push(index);
    }
  });
  if (events.length === 0) return { batch: null, indexes, problems };
  const verbatim = text !== null && asPosted && problems.length === 0 && isTight(text);
  // bytes that were no UTF-8 are stored as they were read, so that whoever reads them again can prove the chain
  if (verbatim && bytes?.length === text.length && !text.includes('\ufffd')) return { batch: { events, body: new Uint8Array(bytes) }, indexes, problems };
  const body = verbatim ? text : `[${events.map((event) => JSON.stringify(event)).join(',')}]`;
  return { batch: { events, body: new TextEncoder().encode(body) }, indexes, problems };
}

function idOf(value: unknown): { id?: string } {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : undefined;
  return typeof id === 'string' ? { id: id.slice(0, 200) } : {};
}
