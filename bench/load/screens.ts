import { serve } from '../child.js';
import { clockMs } from '../stats.js';
import { openScreen, type Screen, type ScreenPlan } from './dialects.js';

/** The screens: sockets that watch halls, count what reaches them and remember when. Asked by the rows screens, latency and fanout. */
export interface ScreensPlan extends Omit<ScreenPlan, 'hallId'> {
  /** One screen for each entry. */
  halls: string[];
}

/** What to remember of each delta besides counting it: nothing, the paced tickets named in its text, every ticket's state, or alerts. */
export type Watch = 'count' | 'paced' | 'states' | 'alerts';

/** When an alert was due, raised and first seen on a screen: epoch ms, the last with fractions. */
export interface SeenAlert {
  dueAt: number;
  raisedAt: number;
  arrivedAt: number;
}

export interface Arrivals {
  messages: number;
  deltas: number;
  bytes: number;
  /** Screens that the server has closed. */
  closed: number;
  /** Watch 'paced': number of each paced ticket and when it came, entry by entry. */
  tickets: Float64Array;
  times: Float64Array;
  /** Watch 'states': what one screen's deltas said of each ticket. */
  seen: { at: number; states: [ticketId: string, state: string][] }[];
  /** Watch 'alerts': each once. */
  alerts: SeenAlert[];
  lastDelta: string;
  lastBeat: string;
}

const CONNECT_AT_ONCE = 25;
const DELTA = /^42\/live,\["delta"/;

let screens: Screen[] = [];
let watch: Watch = 'count';
let closed = 0;
let [messages, deltas, bytes] = [0, 0, 0];
let [tickets, times]: [number[], number[]] = [[], []];
let seen: Arrivals['seen'] = [];
const alerts = new Map<string, SeenAlert>();
let lastDelta: Buffer = Buffer.alloc(0);
let lastBeat: Buffer = Buffer.alloc(0);

async function connect(plan: ScreensPlan): Promise<number> {
  for (let n = 0; n < plan.halls.length; n += CONNECT_AT_ONCE) {
    const some = plan.halls.slice(n, n + CONNECT_AT_ONCE).map((hallId) => openScreen({ ...plan, hallId }));
    for (const screen of await Promise.all(some)) {
      screen.onText = take;
      screen.socket.on('close', () => closed++);
      screens.push(screen);
    }
  }
  return screens.length;
}

function take(text: Buffer): void {
  messages++;
  bytes += text.length;
  if (!isDelta(text)) {
    if (text.includes('"beat"')) lastBeat = text;
    return;
  }
  deltas++;
  if (watch === 'count') return;
  const at = clockMs();
  lastDelta = text;
  if (watch === 'alerts') return seeAlerts(text);
  if (watch === 'states') return void seen.push({ at, states: ticketStates(text.toString()) });
  // Two posts that came close together share a delta.
  for (let found = text.indexOf('"k:'); found >= 0; found = text.indexOf('"k:', found + 11)) {
    tickets.push(Number(text.toString('latin1', found + 3, found + 11)));
    times.push(at);
  }
}

const isDelta = (text: Buffer): boolean => text.length > 17 && DELTA.test(text.toString('latin1', 0, 17));

function seeAlerts(text: Buffer): void {
  const arrivedAt = performance.timeOrigin + performance.now();
  if (!text.includes('"alerts":')) return;
  const [, { put }] = JSON.parse(text.toString('utf8', text.indexOf('['))) as [string, { put: { alerts?: Record<string, SeenAlert> } }];
  for (const [id, { dueAt, raisedAt }] of Object.entries(put.alerts ?? {})) if (!alerts.has(id)) alerts.set(id, { dueAt, raisedAt, arrivedAt });
}

function ticketStates(text: string): [string, string][] {
  const [, delta] = JSON.parse(text.slice(text.indexOf('['))) as [string, TicketDelta];
  const put = Object.entries(delta.put.tickets ?? {}).map(([id, row]): [string, string] => [id, row.state]);
  return [...put, ...(delta.remove.tickets ?? []).map((id): [string, string] => [id, 'gone'])];
}
type TicketDelta = { put: { tickets?: Record<string, { state: string }> }; remove: { tickets?: string[] } };

/** Begins to count anew. */
function listen(what: { watch: Watch }): void {
  watch = what.watch;
  [messages, deltas, bytes, closed] = [0, 0, 0, 0];
  [tickets, times, seen] = [[], [], []];
  alerts.clear();
}

function collect(_: null): Arrivals {
  const texts = { lastDelta: lastDelta.toString(), lastBeat: lastBeat.toString() };
  return { messages, deltas, bytes, closed, tickets: Float64Array.from(tickets), times: Float64Array.from(times), seen, alerts: [...alerts.values()], ...texts };
}

async function disconnect(_: null): Promise<void> {
  const leaving = screens;
  screens = [];
  await Promise.all(leaving.map(({ socket }) => new Promise((resolve) => void socket.once('close', resolve).close())));
}

const handlers = { connect, listen, collect, disconnect };
export type ScreensLoad = typeof handlers;
serve(handlers);
