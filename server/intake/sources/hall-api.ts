import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { HallSettings } from '../../../shared/commands/hall.js';
import { RecordsAnswer, type PutRecord } from '../../../shared/commands/records.js';
import { IntakeAnswer, type PostedEvent } from '../../../shared/events/cloud-event.js';
import { StateAnswer } from '../../../shared/rows/rows.js';

export type PutHall = z.input<typeof HallSettings>;

/**
 * A small client of the public API, for what feeds a hall from outside: the replay and the demo. It knows no more than any
 * foreign system could. Promises: a post is repeated while the server asks to wait (429, 503) or cannot be reached, which is
 * safe because events are idempotent; every other refusal is thrown in the server's own words.
 */
export interface HallApi {
  putHall(hallId: string, settings: PutHall): Promise<void>;
  /** The hall's settings; undefined when there is no such hall. */
  settings(hallId: string): Promise<HallSettings | undefined>;
  /** The hall's rows and where its clock stands; undefined when there is no such hall. */
  state(hallId: string): Promise<z.infer<typeof StateAnswer> | undefined>;
  /** Every version of the hall's records. */
  records(hallId: string): Promise<RecordsAnswer>;
  putRecord(hallId: string, recordId: string, said: PutRecord): Promise<void>;
  postEvents(hallId: string, events: readonly PostedEvent[]): Promise<IntakeAnswer>;
  /** Streams event lines of any number; `lines` is asked again when the post must be repeated. */
  postLines(hallId: string, lines: () => AsyncIterable<string>): Promise<IntakeAnswer>;
}

export type Wait = (ms: number) => Promise<void>;
interface HallApiOptions {
  baseUrl: string;
  key: string;
  signal?: AbortSignal;
  /** How often a post is tried before it is given up. */
  attempts?: number;
  wait?: Wait;
}

class ApiRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

/** Waits in real time; ends early, with the signal's reason, when the signal says stop. */
export function realWait(signal?: AbortSignal): Wait {
  return (ms) => pause(ms, undefined, signal ? { signal } : {});
}

const ProblemBody = z.object({ code: z.string().optional(), title: z.string().optional(), detail: z.string().optional() });

async function refusalOf(response: Response): Promise<ApiRefusal> {
  const text = await response.text();
  let problem: z.infer<typeof ProblemBody> = {};
  try {
    problem = ProblemBody.parse(JSON.parse(text));
  } catch {
    // not problem+json: a proxy's page, or nothing at all; the status alone must do
  }
  const words = problem.detail ?? problem.title ?? 'it gave no reason';
  return new ApiRefusal(response.status, problem.code ?? 'unknown', `${new URL(response.url).pathname} answered ${String(response.status)}: ${words}`);
}

/** How long the server asks to wait, in ms; Retry-After holds seconds or a date. */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined;
  const seconds = Number(header);
  const ms = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), 60_000);
}

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let batch: string[] = [];
  for await (const line of lines) {
    batch.push(line);
    if (batch.length < 200) continue;
    yield encoder.encode(`${batch.join('\n')}\n`);
    batch = [];
  }
  if (batch.length) yield encoder.encode(`${batch.join('\n')}\n`);
}

export function hallApi({ baseUrl, key, signal, attempts = 10, wait = realWait(signal) }: HallApiOptions): HallApi {
  const ask = (path: string, request: RequestInit & { duplex?: 'half' }): Promise<Response> =>
    fetch(new URL(`/api/v1/halls/${path}`, baseUrl), {
      ...request,
      ...(signal ? { signal } : {}),
      headers: { authorization: `Bearer ${key}`, ...(request.headers as Record<string, string> | undefined) },
    });

  /** Asks until there is an answer that is not "wait". */
  async function askPatiently(path: string, request: () => RequestInit & { duplex?: 'half' }): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const pauseMs = Math.min(250 * 2 ** attempt, 10_000);
      const last = attempt >= attempts;
      try {
        const response = await ask(path, request());
        if (response.ok) return response;
        const refusal = await refusalOf(response);
        if (last || (response.status !== 429 && response.status !== 503)) throw refusal;
        await wait(retryAfterMs(response.headers.get('retry-after'), Date.now()) ?? pauseMs);
      } catch (error) {
        // fetch says TypeError when the server cannot be reached; all else, an abort too, is the caller's to know
        if (!(error instanceof TypeError)) throw error;
        if (last) throw new Error(`${baseUrl} cannot be reached: is Hallboard running there?`, { cause: error });
        await wait(pauseMs);
      }
    }
  }

  async function read<T>(path: string, schema: z.ZodType<T>): Promise<T | undefined> {
    try {
      const response = await askPatiently(path, () => ({ method: 'GET' }));
      return schema.parse(await response.json());
    } catch (error) {
      if (error instanceof ApiRefusal && error.status === 404) return undefined;
      throw error;
    }
  }

  async function post(hallId: string, body: () => RequestInit & { duplex?: 'half' }): Promise<IntakeAnswer> {
    const headers = { 'content-type': 'application/x-ndjson' };
    const response = await askPatiently(`${hallId}/events`, () => ({ method: 'POST', headers, ...body() }));
    return IntakeAnswer.parse(await response.json());
  }

  async function put(path: string, body: unknown): Promise<void> {
    const headers = { 'content-type': 'application/json' };
    const response = await askPatiently(path, () => ({ method: 'PUT', headers, body: JSON.stringify(body) }));
    await response.arrayBuffer();
  }

  return {
    putHall: (hallId, settings) => put(hallId, settings),
    settings: (hallId) => read(hallId, HallSettings),
    state: (hallId) => read(`${hallId}/state`, StateAnswer),
    records: async (hallId) => (await read(`${hallId}/records?versions=all`, RecordsAnswer)) ?? { records: [] },
    putRecord: (hallId, recordId, said) => put(`${hallId}/records/${recordId}`, said),
    postEvents: (hallId, events) => post(hallId, () => ({ body: events.map((event) => JSON.stringify(event)).join('\n') })),
    postLines: (hallId, lines) => post(hallId, () => ({ body: ReadableStream.from(encoded(lines())), duplex: 'half' })),
  };
}
