import { serve } from '../child.js';
import { clockMs, sleep } from '../stats.js';
import { Lane, requestBytes } from './lane.js';
import { laneEvents, type MadeEvent } from './tickets.js';

/** Posts single events at a pace and remembers when each left: one side of every latency. Asked by the rows latency and fanout. */
export interface PacePlan {
  /** Where to post, in turn: the n-th event goes to the n-th of them. */
  targets: PaceTarget[];
  /** Events a second over all targets, evenly spaced. */
  perSecond: number;
  seconds: number;
  /** `issue`: a new ticket each time. `day`: tickets that are issued, called, started and ended over so many counters. */
  story: 'issue' | { counters: number };
  /** Number of the first ticket; tickets are numbered on, so that no two runs share one. */
  first: number;
}

export interface PaceTarget {
  port: number;
  hallId: string;
  deviceKey: string;
}

export interface Posted {
  /** Index of the target. */
  target: number;
  ticketId: string;
  type: string;
  at: number;
  answeredMs: number;
}

/** What was merged last has reached the screens by then. */
const LAST_DELTA_MS = 700;

/** Ticket ids that a screen can find in a delta's text without parsing it. */
export const pacedTicket = (n: number): string => `k:${String(n).padStart(8, '0')}`;

/** Few connections, used in turn: each is back before a server would close it as idle. */
const LANES_PER_PORT = 8;

async function post(plan: PacePlan): Promise<Posted[]> {
  const lanes = await openLanes(plan);
  const sent: Promise<Posted>[] = [];
  const count = Math.round(plan.perSecond * plan.seconds);
  const story = plan.story === 'issue' ? issues(plan) : daysEvents(plan, plan.story.counters, count);
  const begin = clockMs();
  for (let n = 0; n < count; n++) {
    const wait = begin + (n * 1000) / plan.perSecond - clockMs();
    if (wait > 0) await sleep(wait);
    const target = n % plan.targets.length;
    const free = lanes.get(plan.targets[target]!.port)!;
    while (!free.length) await sleep(1);
    const lane = free.shift()!;
    const one = postOne(lane, plan.targets[target]!, story.next().value).finally(() => free.push(lane));
    one.catch(() => undefined); // a refusal is thrown where all are awaited
    sent.push(one.then((posted) => ({ ...posted, target })));
  }
  const posted = await Promise.all(sent);
  await sleep(LAST_DELTA_MS);
  for (const free of lanes.values()) for (const lane of free) lane.close();
  return posted;
}

async function openLanes({ targets }: PacePlan): Promise<Map<number, Lane[]>> {
  const lanes = new Map<number, Lane[]>();
  for (const port of new Set(targets.map((target) => target.port))) {
    lanes.set(port, await Promise.all(Array.from({ length: LANES_PER_PORT }, () => Lane.open(port))));
  }
  return lanes;
}

async function postOne(lane: Lane, { port, hallId, deviceKey }: PaceTarget, event: MadeEvent): Promise<Omit<Posted, 'target'>> {
  const target = { port, path: `/api/v1/halls/${hallId}/events`, token: deviceKey, contentType: 'application/cloudevents+json' };
  const data = JSON.parse(event.data) as { ticketId: string };
  const time = new Date().toISOString();
  const { id, source, type } = event;
  const bytes = requestBytes(target, JSON.stringify({ specversion: '1.0', id, source, type, time, data }));
  const at = clockMs();
  const { status, body } = await lane.ask(bytes);
  if (status !== 200) throw new Error(`a paced event was refused with ${status}: ${body.slice(0, 300)}`);
  return { ticketId: data.ticketId, type, at, answeredMs: clockMs() - at };
}

function* issues(plan: PacePlan): Generator<MadeEvent, never> {
  for (let n = plan.first; ; n++) {
    const data = JSON.stringify({ ticketId: pacedTicket(n), number: `A${n % 1000}`, serviceId: 'service-0', channel: 'kiosk' });
    yield { id: `paced-${n}`, source: '/kiosk/0', type: 'ticket.issued', time: '', data };
  }
}

function* daysEvents(plan: PacePlan, counters: number, count: number): Generator<MadeEvent, never> {
  const tickets = { seed: `p${plan.first}`, lanes: 1, ticketsPerLane: count, from: 0, to: 1, countersPerLane: counters, services: 8 };
  yield* laneEvents(tickets, 0);
  throw new Error('a day has as many tickets as events are asked for, so it cannot end');
}

const handlers = { post };
export type PaceLoad = typeof handlers;
serve(handlers);
