import { createReadStream } from 'node:fs';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { z } from 'zod';
import { CloudEvent } from '../../../shared/events/cloud-event.js';
import { parseInstant } from '../../../shared/instant.js';

/**
 * A recording: the events of past days, in a file. Read as a stream, so that a month costs no more memory than a day. A line
 * that is no event with a time is told of, by its number, and skipped; the rest of the file still plays.
 */
export interface Recorded {
  line: number;
  /** Epoch ms of the event's own time. */
  at: number;
  /** The event as it will be posted. */
  text: string;
  type: string;
  time: string;
  data: Record<string, unknown>;
  /** What people call the service it speaks of, where the recording says so. */
  serviceName?: string;
}

export type TellBad = (line: number, reason: string) => void;

export interface Recording {
  /** The zone in which the recording was made, where its format says so. */
  timezone?: string;
  /** A day's tickets may have been issued the day before: all that came before the day belongs to its history. */
  carriesOver: boolean;
  read(tellBad: TellBad): AsyncIterable<Recorded>;
}

/** The file's lines, unpacked when its name ends in .gz. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  // pipeline hands an error of the file on to the unpacked stream, which is the one that is read
  const input: Readable = path.endsWith('.gz') ? pipeline(file, createGunzip(), () => undefined) : file;
  input.setEncoding('utf8');
  let rest = '';
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest) yield rest;
}

const Envelope = z.looseObject({ type: z.string(), time: z.string(), data: CloudEvent.shape.data });

/** One line of `events.ndjson`, or what is wrong with it. Whether the event itself is sound is the intake's to say. */
export function readEvent(text: string): Omit<Recorded, 'line'> | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'is not JSON';
  }
  const event = Envelope.safeParse(json);
  if (!event.success) return `is not an event with a time: ${z.prettifyError(event.error).replaceAll('\n', ' ')}`;
  const { type, time, data } = event.data;
  const at = parseInstant(time);
  if (Number.isNaN(at)) return `has the time "${time}": it must be RFC 3339 with an offset, such as 2026-11-23T09:30:00+08:00`;
  return { at, text, type, time, data };
}

/** `events.ndjson` or `events.ndjson.gz`: one CloudEvent a line. */
export function eventRecording(path: string): Recording {
  return {
    carriesOver: true,
    async *read(tellBad) {
      let line = 0;
      for await (const text of readLines(path)) {
        line++;
        if (!text.trim()) continue;
        const event = readEvent(text);
        if (typeof event === 'string') tellBad(line, event);
        else yield { line, ...event };
      }
    },
  };
}
