/**
 * The real server in this process, in a folder of its own, on a clock set by hand, and what a spec says to it over HTTP.
 * Bodies go as they are given, so that a spec can send what no client would.
 */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HallEntry, HallSettings } from '../shared/commands/hall.js';
import type { IntakeAnswer } from '../shared/events/cloud-event.js';
import type { Snapshot } from '../shared/messages/messages.js';
import { createApp, type App, type AppOptions } from './app.js';
import { ManualClock } from './live/manual-clock.spec-kit.js';

/** A Monday at 09:30 in Shanghai. */
export const START = Date.UTC(2026, 10, 23, 1, 30);
export const ONE = 'application/cloudevents+json';
export const BATCH = 'application/cloudevents-batch+json';
export const LINES = 'application/x-ndjson';

export interface Said {
  method?: string;
  key?: string | null;
  type?: string;
  /** Chunks are sent one by one. */
  body?: string | Buffer | Iterable<string | Buffer>;
  headers?: Record<string, string>;
}

export interface Heard {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  /** The body read as JSON: one of these, as the spec knows; undefined when it is none. */
  json: IntakeAnswer & ProblemBody & Snapshot & CreatedKey & { halls: HallEntry[] };
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  field?: string;
}
type CreatedKey = { id: string; key: string };

/** An event as it is posted, and a line of the journal. */
export type Posted = Record<string, unknown> & { id: string; source: string; type: string };
export interface Line {
  seq: number;
  loggedAt: string;
  event: Posted;
  quality: string[];
  hash: string;
}

export class Server {
  readonly clock = new ManualClock(START);
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 64 });
  private app: App | null = null;
  operatorKey = '';

  private constructor(readonly data: string) {}

  static async start(options: Partial<AppOptions> = {}): Promise<Server> {
    const server = new Server(await mkdtemp(join(tmpdir(), 'hallboard-server-')));
    await server.open(options);
    return server;
  }

  get url(): string {
    return this.app!.url;
  }

  get running(): App {
    return this.app!;
  }

  private async open(options: Partial<AppOptions>): Promise<void> {
    this.app = await createApp({ data: this.data, port: 0, clock: this.clock, journalClock: this.clock.shared, ...options });
    this.operatorKey = (await readFile(join(this.data, 'operator.key'), 'utf8')).trim();
  }

  async close(): Promise<void> {
    await this.app?.close();
    this.app = null;
  }

  async restart(options: Partial<AppOptions> = {}): Promise<void> {
    await this.close();
    await this.open(options);
  }

  /** Closes it and takes its folder away. */
  async end(): Promise<void> {
    this.agent.destroy();
    await this.close();
    await rm(this.data, { recursive: true });
  }

  say(path: string, { method = 'GET', key = this.operatorKey, type, body, headers = {} }: Said = {}): Promise<Heard> {
    const sent = { ...(key === null ? {} : { authorization: `Bearer ${key}` }), ...(type ? { 'content-type': type } : {}), ...headers };
    return new Promise((fulfil, reject) => {
      const request = httpRequest(`${this.url}${path}`, { method, agent: this.agent, headers: sent }, (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(parts).toString();
          fulfil({ status: response.statusCode!, headers: response.headers, text, json: jsonOf(text) });
        });
      });
      request.on('error', reject);
      if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) request.end(body);
      else {
        for (const part of body) request.write(part);
        request.end();
      }
    });
  }

  async makeHall(id: string, settings: Partial<HallSettings> & Record<string, unknown> = {}): Promise<void> {
    const body = JSON.stringify({ name: id, timezone: 'Asia/Shanghai', services: [{ id: 'tax', name: '税务' }], ...settings });
    const heard = await this.say(`/api/v1/halls/${id}`, { method: 'PUT', type: 'application/json', body });
    if (heard.status > 201) throw new Error(`the hall was refused: ${heard.text}`);
  }

  async makeKey(hallId: string, role: 'device' | 'wall' | 'reader', name?: string): Promise<{ id: string; key: string }> {
    const heard = await this.say(`/api/v1/halls/${hallId}/keys`, { method: 'POST', type: 'application/json', body: JSON.stringify({ role, name }) });
    return heard.json;
  }

  revoke(hallId: string, keyId: string): Promise<Heard> {
    return this.say(`/api/v1/halls/${hallId}/keys/${keyId}`, { method: 'DELETE' });
  }

  send(hallId: string, said: Said): Promise<Heard> {
    return this.say(`/api/v1/halls/${hallId}/events`, { method: 'POST', type: BATCH, ...said });
  }

  /** Posts well-formed events together and reads the answer, which must be 200. */
  async post(hallId: string, events: object[]): Promise<IntakeAnswer> {
    const heard = await this.send(hallId, { body: JSON.stringify(events) });
    if (heard.status !== 200) throw new Error(`the post was refused: ${heard.text}`);
    return heard.json;
  }

  async state(hallId: string, key?: string): Promise<Snapshot> {
    return (await this.say(`/api/v1/halls/${hallId}/state`, key === undefined ? {} : { key })).json;
  }

  /** Sends what has changed to the screens, a quarter of a second later and not when a busy machine gets to it. */
  show(hallId: string): void {
    this.clock.pass(250);
    this.running.halls.get(hallId)!.publish();
  }

  /** What the journal route gives, settings included. */
  async journal(hallId: string, query = ''): Promise<string> {
    const { status, text } = await this.say(`/api/v1/halls/${hallId}/journal${query}`);
    if (status !== 200) throw new Error(`the journal was refused: ${text}`);
    return text;
  }

  /** Waits until the journal has so many events besides the hall's settings; the spec's own time limit ends it. */
  async stored(hallId: string, events: number): Promise<Line[]> {
    while (this.running.halls.get(hallId)!.lastSeq < 1 + events) await this.say('/healthz');
    return (await this.lines(hallId)).slice(1);
  }

  async lines(hallId: string, query = ''): Promise<Line[]> {
    const text = await this.journal(hallId, query);
    return text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line);
  }
}

function jsonOf(text: string): Heard['json'] {
  try {
    return JSON.parse(text) as Heard['json'];
  } catch {
    return undefined as unknown as Heard['json']; // NDJSON, or no body
  }
}

let given = 0;

/** A well-formed event with an id of its own; what is given stands. */
export function event(type: string, data: object, envelope: Partial<Posted> = {}): Posted {
  return { specversion: '1.0', id: `e${++given}`, source: '/kiosk/1', type, time: new Date(START).toISOString(), data, ...envelope };
}

export function issued(ticketId: string, envelope: Partial<Posted> = {}): Posted {
  return event('ticket.issued', { ticketId, number: ticketId.toUpperCase(), serviceId: 'tax' }, envelope);
}
