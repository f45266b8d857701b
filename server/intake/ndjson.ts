/**
 * NDJSON in: one event a line, a stream of any length. Lines are stored in parts as they come, so a whole month needs one request and little memory; whatever was answered for is on disk.
 */
import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { IntakeAnswer, IntakeProblem } from '../../shared/events/cloud-event.js';
import type { LiveHall } from '../live/live-hall.js';
import { PART_EVENTS, postParts, type Part } from './post-parts.js';
import { readEvents, type ReadEvents } from './read-events.js';

const MAX_LINE = 256 * 1024;

export function postStream(hall: LiveHall, stream: Readable, spend: (events: number) => void): Promise<IntakeAnswer> {
  return postParts(hall, partsOf(stream, spend));
}

async function* partsOf(stream: Readable, spend: (events: number) => void): AsyncGenerator<Part> {
  for await (const lines of chunksOf(stream)) {
    spend(lines.length);
    yield { events: lines.length, read: () => readLines(lines) };
  }
}

/** Non-empty lines, up to a thousand at a time. A line that never ends is cut where it is too long. */
async function* chunksOf(stream: Readable): AsyncGenerator<string[]> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let lines: string[] = [];
  for await (const bytes of stream) {
    // only the new bytes are looked through: a line that comes byte by byte must not be read anew with each
    const parts = decoder.write(bytes as Buffer).split('\n');
    parts[0] = rest.length > MAX_LINE ? rest : rest + parts[0]!;
    rest = parts.pop()!;
    for (const line of parts) {
      if (line.trim() === '') continue;
      lines.push(line);
      if (lines.length < PART_EVENTS) continue;
      yield lines;
      lines = [];
    }
  }
  rest += decoder.end();
  if (rest.trim() !== '') lines.push(rest);
  if (lines.length > 0) yield lines;
}

/** Each line is read by itself: two broken ones must not make a whole event together. */
function readLines(lines: string[]): ReadEvents {
  const broken: IntakeProblem[] = [];
  const values: unknown[] = [];
  const places: number[] = [];
  lines.forEach((line, index) => {
    try {
      if (line.length > MAX_LINE) broken.push({ index, code: 'tooLarge', message: `a line may have at most ${MAX_LINE} characters` });
      else {
        values.push(JSON.parse(line.trim()));
        places.push(index);
      }
    } catch (error) {
      broken.push({ index, code: 'notJson', message: `the line is not JSON: ${(error as Error).message}` });
    }
  });
  if (broken.length === 0) return readEvents(values, `[${lines.map((line) => line.trim()).join(',')}]`);
  const { batch, indexes, problems } = readEvents(values, null);
  return {
    batch,
    indexes: indexes.map((index) => places[index]!),
    problems: [...broken, ...problems.map((problem) => ({ ...problem, index: places[problem.index]! }))].sort((a, b) => a.index - b.index),
  };
}
