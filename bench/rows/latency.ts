import type { Bench, BenchRow } from '../bench.js';
import { startChild, type Child } from '../child.js';
import { hallOf, afternoon } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import { pacedTicket, type PaceLoad, type PacePlan, type PaceTarget, type Posted } from '../load/pace.js';
import type { Arrivals, ScreensLoad } from '../load/screens.js';
import type { Line } from '../report.js';
import { percentile, sleep } from '../stats.js';

/**
 * From the moment an event's request is written to the moment a delta that shows it reaches a screen's socket. At rest: halls
 * whose last delta is long past. Under load: 300 counters, 200 events a second, deltas merged.
 */
const REST_HALLS = 4;
const REST_PER_SECOND = REST_HALLS * 2;
const COUNTERS = 300;
const LOAD_PER_SECOND = 200;
const WARM_UP_SECONDS = 6;

const rank: Record<string, number> = { waiting: 0, called: 1, serving: 2, gone: 3 };
const rankOfEvent: Record<string, number> = { 'ticket.issued': 0, 'ticket.called': 1, 'service.started': 2, 'service.ended': 3 };

interface Players {
  server: Hallboard;
  pace: Child<PaceLoad>;
  screens: Child<ScreensLoad>;
}

async function measure(bench: Bench): Promise<Line[]> {
  const players: Players = {
    server: await startHallboard(bench),
    pace: bench.keep(startChild<PaceLoad>(import.meta.url, '../load/pace.js')),
    screens: bench.keep(startChild<ScreensLoad>(import.meta.url, '../load/screens.js')),
  };
  const [rest, load]: [number[][], number[][]] = [[], []];
  const restOnce = await prepareRest(players, bench.quick ? 5 : 20);
  const loadOnce = await prepareLoad(players, bench.quick ? 6 : 12);
  for (let n = 0; n <= bench.repetitions; n++) {
    const [atRest, underLoad] = [await restOnce(n), await loadOnce(n)];
    bench.say(`${n ? '' : 'warm-up: '}at rest p50 ${at(50, atRest)}, p99 ${at(99, atRest)} ms (${atRest.length}); under load p50 ${at(50, underLoad)}, p99 ${at(99, underLoad)} ms (${underLoad.length})`);
    if (n === 0) continue;
    rest.push(atRest);
    load.push(underLoad);
  }
  return linesOf(rest, load);
}

const at = (percent: number, values: number[]): string => percentile(values, percent).toFixed(1);

async function prepareRest({ server, pace, screens }: Players, seconds: number): Promise<(n: number) => Promise<number[]>> {
  const halls = Array.from({ length: REST_HALLS }, (_, n) => `rest-${n}`);
  for (const hall of halls) await server.putHall(hall, hallOf({ lanes: 1, countersPerLane: 30, services: 8 }, afternoon().timezone));
  return async (n) => {
    await watch(screens, server, halls);
    await screens.ask('listen', { watch: 'paced' });
    const first = n * 10_000;
    const posted = await post({ server, pace }, halls, { perSecond: REST_PER_SECOND, seconds: n === 0 ? WARM_UP_SECONDS : seconds, story: 'issue', first });
    const arrivals = await screens.ask('collect', null);
    await screens.ask('disconnect', null);
    return joinFirst(posted, arrivals);
  };
}

async function prepareLoad({ server, pace, screens }: Players, seconds: number): Promise<(n: number) => Promise<number[]>> {
  const halls = ['busy'];
  await server.putHall('busy', hallOf({ lanes: 1, countersPerLane: COUNTERS, services: 8 }, afternoon().timezone));
  return async (n) => {
    await watch(screens, server, halls);
    await screens.ask('listen', { watch: 'states' });
    const story = { counters: COUNTERS };
    const posted = await post({ server, pace }, halls, { perSecond: LOAD_PER_SECOND, seconds: n === 0 ? WARM_UP_SECONDS : seconds, story, first: n });
    const arrivals = await screens.ask('collect', null);
    await screens.ask('disconnect', null);
    return joinStates(posted, arrivals);
  };
}

async function watch(screens: Child<ScreensLoad>, server: Hallboard, halls: string[]): Promise<void> {
  for (const hall of halls) {
    await screens.ask('connect', { dialect: 'live', port: server.port, key: await server.key(hall, 'reader'), halls: [hall] });
  }
  await sleep(1000); // a hall that has just greeted a screen is not at rest
}

async function post({ server, pace }: Pick<Players, 'server' | 'pace'>, halls: string[], plan: Omit<PacePlan, 'targets'>): Promise<Posted[]> {
  const targets: PaceTarget[] = [];
  for (const hallId of halls) targets.push({ port: server.port, hallId, deviceKey: await server.key(hallId, 'device') });
  return pace.ask('post', { ...plan, targets });
}

/** Each posted ticket's delta names it; a ticket that never reached the screen is an error, not a gap. */
function joinFirst(posted: Posted[], arrivals: Arrivals): number[] {
  const came = new Map<string, number>();
  arrivals.tickets.forEach((ticket, n) => came.set(pacedTicket(ticket), came.get(pacedTicket(ticket)) ?? arrivals.times[n]!));
  return posted.map(({ ticketId, at: left }) => {
    const time = came.get(ticketId);
    if (time === undefined) throw new Error(`ticket ${ticketId} was posted but no delta showed it`);
    return time - left;
  });
}

/** The first delta after the post in which the ticket stands at least where the event put it. */
function joinStates(posted: Posted[], { seen }: Arrivals): number[] {
  const sightings = new Map<string, { at: number; rank: number }[]>();
  for (const { at: time, states } of seen) {
    for (const [ticketId, state] of states) {
      const list = sightings.get(ticketId) ?? [];
      sightings.set(ticketId, list);
      list.push({ at: time, rank: rank[state] ?? 0 });
    }
  }
  return posted.map(({ ticketId, type, at: left }) => {
    const needed = rankOfEvent[type] ?? 0;
    const seenAt = sightings.get(ticketId)?.find((one) => one.at > left && one.rank >= needed)?.at;
    if (seenAt === undefined) throw new Error(`${type} of ${ticketId} was posted but no delta showed it`);
    return seenAt - left;
  });
}

function linesOf(rest: number[][], load: number[][]): Line[] {
  const line = (what: string, values: number[][], rule: { percent: number; limit: number }): Line => ({
    what: `${what}, p${rule.percent}`,
    unit: 'ms',
    goal: { of: 'value', is: 'atMost', limit: rule.limit },
    ours: values.map((some) => percentile(some, rule.percent)),
    note: `${values.map((some) => some.length).join(' + ')} events`,
  });
  const busy = `${COUNTERS} counters, ${LOAD_PER_SECOND} events/s, merged`;
  return [
    line('hall at rest', rest, { percent: 50, limit: 3 }),
    line('hall at rest', rest, { percent: 99, limit: 15 }),
    line(busy, load, { percent: 99, limit: 300 }),
  ];
}

export const latency: BenchRow = { name: 'latency', title: 'From the post to the screen', measure };
