import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import { serve } from '../child.js';
import { clockMs, percentile } from '../stats.js';
import { Lane, requestBytes, type Target } from './lane.js';
import { cloudEventText, laneEvents, type TicketPlan } from './tickets.js';

/** The HTTP load: everything is built in `prepare`, `run` only sends and waits. Asked by the rows ingest, screens and start. */
export interface PostPlan {
  target: Target;
  tickets: TicketPlan;
  /** 1 sends a single event, more a JSON array of so many. */
  perRequest: number;
}

export interface PostResult {
  seconds: number;
  events: number;
  requests: number;
  p50: number;
  p99: number;
  /** Events that the answers call accepted; NaN for a server that says nothing of it. */
  accepted: number;
}

interface Work {
  lane: Lane;
  requests: Buffer[];
  next: number;
}

let work: Work[] = [];
let perRequest = 1;

async function prepare(plan: PostPlan): Promise<{ bytes: number }> {
  for (const { lane } of work) lane.close();
  perRequest = plan.perRequest;
  work = [];
  let bytes = 0;
  for (let n = 0; n < plan.tickets.lanes; n++) {
    const requests = [...bodies(plan, n)].map((body) => requestBytes(plan.target, body));
    for (const request of requests) bytes += request.length;
    work.push({ lane: await Lane.open(plan.target.port), requests, next: 0 });
  }
  return { bytes };
}

function* bodies(plan: PostPlan, lane: number): Generator<string> {
  let batch: string[] = [];
  for (const event of laneEvents(plan.tickets, lane)) {
    const text = cloudEventText(event);
    if (plan.perRequest === 1) {
      yield text;
      continue;
    }
    batch.push(text);
    if (batch.length === plan.perRequest) {
      yield `[${batch.join()}]`;
      batch = [];
    }
  }
  if (batch.length) yield `[${batch.join()}]`;
}

/** Sends until everything is sent or the time is over; what is left is sent by the next run. */
async function run({ seconds }: { seconds: number }): Promise<PostResult> {
  const latencies: number[] = [];
  const begin = clockMs();
  const until = begin + seconds * 1000;
  const accepted = await Promise.all(work.map((one) => drain(one, until, latencies)));
  return {
    seconds: (clockMs() - begin) / 1000,
    events: latencies.length * perRequest,
    requests: latencies.length,
    p50: percentile(latencies, 50),
    p99: percentile(latencies, 99),
    accepted: accepted.reduce((a, b) => a + b, 0),
  };
}

async function drain(one: Work, until: number, latencies: number[]): Promise<number> {
  let accepted = 0;
  for (let sent = clockMs(); one.next < one.requests.length && sent < until; ) {
    const { status, body } = await one.lane.ask(one.requests[one.next++]!);
    if (status !== 200) throw new Error(`the load was refused with ${status}: ${body.slice(0, 300)}`);
    accepted += (JSON.parse(body) as Partial<IntakeAnswer>).accepted ?? NaN;
    const now = clockMs();
    latencies.push(now - sent);
    sent = now;
  }
  return accepted;
}

/** The part of what was prepared that has been sent. */
function progress(_: null): number {
  const all = work.reduce((count, { requests }) => count + requests.length, 0);
  return work.reduce((count, { next }) => count + next, 0) / all;
}

const handlers = { prepare, run, progress };
export type PostLoad = typeof handlers;
serve(handlers);
