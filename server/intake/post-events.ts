/** Posts what was read to its hall and answers as the contract says, in terms of the post as it came. */
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import type { LiveHall } from '../live/live-hall.js';
import { Problem } from '../problem.js';
import type { ReadEvents } from './read-events.js';

/** More at once would hold up everyone else; a stream takes any number. */
const MAX_AT_ONCE = 100_000;
/** Problems named one by one at most; the counts go on. */
const NAMED = 1_000;

export const noAnswer = (lastSeq: number): IntakeAnswer => ({ accepted: 0, duplicates: 0, rejected: 0, lastSeq, problems: [] });

/** Refuses a post of too many values before anything is made of them. */
export function demandFewEnough(events: number): void {
  if (events <= MAX_AT_ONCE) return;
  throw new Problem(413, 'tooMany', `Too many events came at once: a post takes at most ${MAX_AT_ONCE}; application/x-ndjson takes any number.`);
}

export async function postEvents(hall: LiveHall, read: ReadEvents): Promise<IntakeAnswer> {
  const startedAt = performance.now();
  const answer = await store(hall, read);
  hall.note(answer, (performance.now() - startedAt) / 1000);
  return answer;
}

async function store(hall: LiveHall, { batch, indexes, problems }: ReadEvents): Promise<IntakeAnswer> {
  const answer: IntakeAnswer = { ...noAnswer(hall.lastSeq), rejected: problems.length, problems: problems.slice(0, NAMED) };
  if (!batch) return answer;
  const { verdicts, lastSeq } = await hall.post(batch);
  answer.lastSeq = lastSeq;
  if (!verdicts) {
    answer.accepted = batch.events.length;
    return answer;
  }
  verdicts.forEach((verdict, position) => {
    if (verdict === 'accepted') answer.accepted++;
    else if (verdict === 'duplicate') answer.duplicates++;
    else {
      answer.rejected++;
      if (answer.problems.length >= NAMED) return;
      const message = 'another event with this source and id is already stored; the first stays';
      answer.problems.push({ index: indexes[position]!, id: batch.events[position]!.id, code: 'conflict', message });
    }
  });
  return answer;
}

/** The answer to two posts, one after the other; `offset`: how many events came before the second. */
export function addAnswers(first: IntakeAnswer, second: IntakeAnswer, offset: number): IntakeAnswer {
  const named = second.problems.slice(0, NAMED - first.problems.length);
  return {
    accepted: first.accepted + second.accepted,
    duplicates: first.duplicates + second.duplicates,
    rejected: first.rejected + second.rejected,
    lastSeq: Math.max(first.lastSeq, second.lastSeq),
    problems: [...first.problems, ...named.map((problem) => ({ ...problem, index: problem.index + offset }))],
  };
}
