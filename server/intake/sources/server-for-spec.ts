import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { HallSettings } from '../../../shared/commands/hall.js';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { Rows } from '../../../shared/rows/rows.js';
import { emptyRows } from '../../../shared/rows/tables.js';
import { hallTime, type Clock } from '../../domain/calendar/clock.js';
import { localDate } from '../../domain/golden/local-time.js';

/** A hall as the specs of this folder see one through HTTP: settings, a clock, and the events it was told, with when. */
export interface ToyHall {
  settings: HallSettings;
  clock: Clock;
  events: { event: PostedEvent; shown: number }[];
  /** What was put, by its id. */
  records: Map<string, object>;
  known: Set<string>;
  rows: Rows;
}

export interface ToyServer {
  url: string;
  halls: Map<string, ToyHall>;
  hall: (hallId: string) => ToyHall;
  /** Answers to give instead of the true one, first come first. */
  refusals: { status: number; retryAfter?: string }[];
  /** Manual time: waiting moves it. */
  time: { now: number };
  wait: (ms: number) => Promise<void>;
  close: () => Promise<void>;
}

export async function toyServer(startAt: number): Promise<ToyServer> {
  const toy: Omit<ToyServer, 'url' | 'close'> = {
    halls: new Map(),
    hall: (hallId) => {
      const hall = toy.halls.get(hallId);
      if (!hall) throw new Error(`Nobody has put the hall "${hallId}"`);
      return hall;
    },
    refusals: [],
    time: { now: startAt },
    wait: (ms) => {
      toy.time.now += ms;
      return Promise.resolve();
    },
  };
  const server = createServer((request, response) => void answer(toy, request, response));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> => new Promise((closed) => {
    server.close(() => { closed(); });
    server.closeAllConnections();
  });
  return Object.assign(toy, { url: `http://127.0.0.1:${String(port)}`, close });
}

async function answer(toy: Omit<ToyServer, 'url' | 'close'>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = await text(request);
  const say = (status: number, json: unknown, headers: Record<string, string> = {}): void => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
  };
  const refusal = toy.refusals.shift();
  if (refusal) {
    say(refusal.status, { code: 'busy', detail: 'not just now' }, refusal.retryAfter ? { 'retry-after': refusal.retryAfter } : {});
    return;
  }
  const [hallId = '', part, recordId] = (request.url ?? '').replace('/api/v1/halls/', '').split('/');
  const hall = toy.halls.get(hallId);
  if (request.headers.authorization !== 'Bearer key') say(401, { code: 'wrongKey', detail: 'no such key' });
  else if (hall && part?.startsWith('records')) say(200, records(hall, recordId, body));
  else if (request.method === 'PUT') say(200, put(toy, hallId, HallSettings.parse(JSON.parse(body))));
  else if (!hall) say(404, { code: 'unknownHall', detail: `no hall "${hallId}"` });
  else if (part === 'events') say(200, take(hall, body, toy.time.now));
  else if (part === 'state') say(200, state(hallId, hall, toy.time.now));
  else say(200, hall.settings);
}

function put(toy: Pick<ToyServer, 'halls' | 'time'>, hallId: string, settings: HallSettings): object {
  const clock = settings.clock
    ? { setAt: toy.time.now, showsAt: Date.parse(settings.clock.at), speed: settings.clock.speed }
    : { setAt: 0, showsAt: 0, speed: 1 };
  const { events = [], known = new Set<string>(), rows = emptyRows(), records = new Map<string, object>() } = toy.halls.get(hallId) ?? {};
  toy.halls.set(hallId, { settings, clock, events, known, rows, records });
  return {};
}

function records(hall: ToyHall, recordId: string | undefined, body: string): object {
  const state = { version: 1, effectiveFromAt: 0, expiresAt: null, putAt: 0, putBy: 'key', withdrawnAt: null, withdrawnBy: null, reason: null };
  if (recordId) hall.records.set(recordId, { id: recordId, ...state, ...JSON.parse(body) as object });
  return { records: [...hall.records.values()] };
}

function take(hall: ToyHall, body: string, now: number): object {
  const events = body.split('\n').filter(Boolean).map((line) => JSON.parse(line) as PostedEvent);
  const fresh = events.filter(({ source, id }) => !hall.known.has(`${source} ${id}`));
  for (const { source, id } of fresh) hall.known.add(`${source} ${id}`);
  hall.events.push(...fresh.map((event) => ({ event, shown: hallTime(hall.clock, now) })));
  return { accepted: fresh.length, duplicates: events.length - fresh.length, rejected: 0, lastSeq: hall.events.length, problems: [] };
}

function state(hallId: string, hall: ToyHall, now: number): object {
  const { name, timezone, demo } = hall.settings;
  const at = hallTime(hall.clock, now);
  const none = { opensAt: null, closesAt: null, nextOpensAt: null, nextClosesAt: null, seats: null, targets: { serviceLevel: null, satisfaction: null }, density: 'auto', quality: {}, cases: { open: 0, unanswered: 0, changes: 0 } };
  const row = { name, timezone, demo, state: 'open', day: localDate(at, timezone), speed: hall.clock.speed, ...none };
  return { hallId, epoch: 'e', seq: hall.events.length, at: new Date(at).toISOString(), rows: { ...hall.rows, hall: { [hallId]: row } } };
}
