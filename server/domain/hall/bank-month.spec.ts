import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { dayOf } from '../calendar/day.js';
import { advance } from './advance.js';
import { hallFigures, serviceFigures } from './figure-rows.js';
import { foldEvent } from './fold-event.js';
import { newHall } from './hall.js';
import { settingsForSpec } from './hall.spec-kit.js';

const FILE = new URL('../../../../shared/data/bank-1999-01.events.ndjson.gz', import.meta.url);
const FROM_BUILD = new URL('../../../../../shared/data/bank-1999-01.events.ndjson.gz', import.meta.url);
const ZONE = 'Asia/Jerusalem';

interface Call {
  serviceId: string;
  issuedAt: number;
  calledAt?: number;
  startedAt?: number;
  endedAt?: number;
  leftAt?: number;
}

/** The month's calls, gathered plainly: one record each, no state machine. */
function callsOf(events: PostedEvent[]): Call[] {
  const calls = new Map<string, Call>();
  for (const { type, time, data } of events) {
    const at = Date.parse(time!);
    const { ticketId } = data as { ticketId: string };
    if (type === 'ticket.issued') calls.set(ticketId, { serviceId: data.serviceId, issuedAt: at });
    const call = calls.get(ticketId)!;
    if (type === 'ticket.called') call.calledAt = at;
    if (type === 'service.started') call.startedAt = at;
    if (type === 'service.ended') call.endedAt = at;
    if (type === 'ticket.abandoned') call.leftAt = at;
  }
  return [...calls.values()];
}

function spread(values: number[]): Figures['waitMs'] {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (p: number) => {
    const h = (sorted.length - 1) * p;
    return sorted[Math.floor(h)]! + (h % 1) * (sorted[Math.ceil(h)]! - sorted[Math.floor(h)]!);
  };
  if (sorted.length === 0) return { count: 0, mean: null, p50: null, p90: null, p95: null, max: null };
  const sum = values.reduce((total, value) => total + value, 0);
  return { count: sorted.length, mean: sum / sorted.length, p50: quantile(0.5), p90: quantile(0.9), p95: quantile(0.95), max: sorted.at(-1)! };
}

/** The same figures by definition, from the gathered calls alone. */
function plainFigures(calls: Call[], { startAt, endAt }: { startAt: number; endAt: number }) {
  const today = (at: number | undefined): at is number => at !== undefined && at >= startAt && at < endAt;
  const open = (call: Call, at: number) => call.issuedAt < at && !((call.endedAt ?? call.leftAt ?? Infinity) < at);
  const [called, started, ended, left] = (['calledAt', 'startedAt', 'endedAt', 'leftAt'] as const).map((key) => calls.filter((call) => today(call[key])));
  const atEnd = calls.filter((call) => open(call, endAt));
  return {
    issued: calls.filter((call) => today(call.issuedAt)).length,
    carriedIn: calls.filter((call) => open(call, startAt)).length,
    called: called!.length, served: ended!.length, abandoned: left!.length,
    stillWaiting: atEnd.filter(({ startedAt = Infinity }) => startedAt >= endAt).length,
    inService: atEnd.filter(({ startedAt = Infinity }) => startedAt < endAt).length,
    waitMs: spread(called!.map((call) => call.calledAt! - call.issuedAt)),
    waitToServiceMs: spread(started!.map((call) => call.startedAt! - call.issuedAt)),
    walkMs: spread(started!.map((call) => call.startedAt! - call.calledAt!)),
    serviceMs: spread(ended!.map((call) => call.endedAt! - call.startedAt!)),
    abandonMs: spread(left!.map((call) => call.leftAt! - call.issuedAt)),
  };
}

function shown({ tickets, waitMs, waitToServiceMs, walkMs, serviceMs, abandonMs }: Figures): ReturnType<typeof plainFigures> {
  const { issued, carriedIn, called, served, abandoned, stillWaiting, inService } = tickets;
  return { issued, carriedIn, called, served, abandoned, stillWaiting, inService, waitMs, waitToServiceMs, walkMs, serviceMs, abandonMs };
}

describe('A bank’s month, as it happened', () => {
  it('[F6] gives every day of the hall and of its services the figures that a plain count gives', () => {
    const file = [FILE, FROM_BUILD].find((url) => existsSync(url));
    if (!file) return pending('the recorded month is not at ../shared/data: nothing was compared');
    const events = gunzipSync(readFileSync(file)).toString().trimEnd().split('\n').map((line) => JSON.parse(line) as PostedEvent);
    const calls = callsOf(events);
    const serviceIds = [...new Set(calls.map(({ serviceId }) => serviceId))];
    const hall = newHall('bank', settingsForSpec({ timezone: ZONE, services: [], counters: [] }), Date.parse(events[0]!.time!));
    const totals = { issued: 0, called: 0, served: 0, abandoned: 0 };
    let compared = 0;
    let next = 0;
    for (let day = dayOf('1999-01-01', ZONE); day.date < '1999-02-02'; day = dayOf(new Date(day.endAt + 12 * 3_600_000).toISOString().slice(0, 10), ZONE)) {
      for (; next < events.length && Date.parse(events[next]!.time!) < day.endAt; next++) {
        foldEvent(hall, { seq: next + 1, loggedAt: Date.parse(events[next]!.time!), event: events[next]! });
      }
      advance(hall, day.endAt - 1);
      const figures = shown(hallFigures(hall));
      expect(figures).withContext(day.date).toEqual(plainFigures(calls, day));
      for (const id of serviceIds) {
        if (!hall.services.has(id)) continue;
        expect(shown(serviceFigures(hall, id))).withContext(`${day.date} ${id}`).toEqual(plainFigures(calls.filter(({ serviceId }) => serviceId === id), day));
        compared++;
      }
      for (const key of Object.keys(totals) as (keyof typeof totals)[]) totals[key] += figures[key];
    }
    expect(next).toBe(114_442);
    expect(totals).toEqual({ issued: 30_161, called: 27_060, served: 27_060, abandoned: 3_101 });
    console.log(`bank month: ${next} events folded live, 32 days of the hall and ${compared} of its services compared with a plain count`);
  });
});
