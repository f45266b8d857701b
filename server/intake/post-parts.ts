/**
 * A long post, stored part by part, a few parts on their way at a time: between two parts other halls have their turn. Each event
 * stands for itself, and one that comes again is a duplicate, so a post that stopped midway may be sent again as it was.
 */
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { LiveHall } from '../live/live-hall.js';
import { turnOf } from '../live/turns.js';
import { Problem } from '../problem.js';
import { addAnswers, noAnswer, postEvents } from './post-events.js';
import { problemOf } from './problem.filter.js';
import { readEvents, type ReadEvents } from './read-events.js';

/** So many events are checked, stored and folded at a time. */
export const PART_EVENTS = 500;
const ON_THEIR_WAY = 3;

export interface Part {
  /** As they came, the refused ones as well. */
  events: number;
  read: () => ReadEvents;
}

/** Of values that came at once, without their text. */
export function* partsOf(values: unknown[]): Generator<Part> {
  for (let from = 0; from < values.length; from += PART_EVENTS) {
    const some = values.slice(from, from + PART_EVENTS);
    yield { events: some.length, read: () => readEvents(some, null) };
  }
}

export async function postParts(hall: LiveHall, parts: AsyncIterable<Part> | Iterable<Part>): Promise<IntakeAnswer> {
  let answer = noAnswer(hall.lastSeq);
  const underway: { posted: Promise<IntakeAnswer>; offset: number }[] = [];
  const settleFirst = async () => {
    const { posted, offset } = underway.shift()!;
    answer = addAnswers(answer, await posted, offset);
  };
  let offset = 0;
  try {
    for await (const { events, read } of parts) {
      await turnOf(hall.id);
      const posted = postEvents(hall, read());
      posted.catch(() => undefined); // heard again, in order, below
      underway.push({ posted, offset });
      offset += events;
      if (underway.length >= ON_THEIR_WAY) await settleFirst();
    }
    while (underway.length > 0) await settleFirst();
  } catch (error) {
    for (const { posted } of underway) await posted.catch(() => undefined);
    throw stoppedMidway(error, answer);
  }
  return answer;
}

/** What came before the failure is stored: who posts again must know that this is well. */
function stoppedMidway(error: unknown, { accepted, duplicates }: IntakeAnswer): Problem {
  const isCut = (error as { code?: unknown }).code === 'ECONNRESET';
  const problem = isCut ? new Problem(400, 'cutOff', 'The stream ended before its end.') : problemOf(error);
  const stored = accepted + duplicates;
  if (stored === 0) return problem;
  const message = `The post stopped midway (${problem.code}): at least ${stored} of its events are stored. Post it again: what is stored comes back as a duplicate.`;
  return new Problem(problem.status, problem.code, message, problem.more);
}
