import type { Bench, BenchRow } from '../bench.js';
import { hallOf } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import { cloudEventText, EVENTS_PER_TICKET, laneEvents } from '../load/tickets.js';
import type { Line } from '../report.js';
import { clockMs } from '../stats.js';

/**
 * How long an instant of the past takes to read, in the middle of a month that the public intake took in: the first that anyone
 * asks for, when no day's start is kept, and those after it; after a restart; and after a word that came late for the 10th.
 */
const HALL = 'hall-0';
const DAYS = 30;
const EVENTS = 100_000;
const HOUR_MS = 3_600_000;
const MONTH = Date.UTC(2026, 2, 1);
const shape = { lanes: 4, countersPerLane: 4, services: 8 };
const GOAL = { of: 'value', is: 'atMost', limit: 200 } as const;

async function measure(bench: Bench): Promise<Line[]> {
  const perDay = EVENTS / DAYS;
  let server = await startHallboard(bench);
  const { data } = server;
  await server.putHall(HALL, hallOf(shape, 'Etc/GMT'));
  for (let day = 0; day < DAYS; day++) await post(server, dayOf(day, perDay));
  const first = [await ask(server, instantOf(15, 11))];
  const next = await askMany(server, bench.quick ? 5 : 20);
  await server.stop();
  server = await startHallboard(bench, data);
  const restarted = await askMany(server, 5);
  await post(server, [cloudEventText({ id: 'late', source: '/kiosk/0', type: 'hall.opened', time: new Date(instantOf(9, 8)).toISOString(), data: '{}' })]);
  const late = [await ask(server, instantOf(15, 11))];
  const line = (what: string, ours: number[], rest: Partial<Line> = {}): Line => ({ what, unit: 'ms', ours, ...rest });
  return [
    line('an instant in the middle of a month', next, { goal: GOAL, note: `${Math.round(perDay * DAYS).toLocaleString('en-GB')} events; each time another day and hour` }),
    line('the same, after a restart', restarted, { goal: GOAL }),
    line('the first that is asked, right after the month was posted', first, { note: 'while nobody asks, a quiet hall is made ready within half a minute' }),
    line('the first after a word that came late, for the 10th', late),
  ];
}

const instantOf = (day: number, hour: number): number => MONTH + (day * 24 + hour) * HOUR_MS;

/** The lanes' events of a day from eight to six, in the order in which they happened. */
function dayOf(day: number, events: number): string[] {
  const ticketsPerLane = Math.ceil(events / shape.lanes / EVENTS_PER_TICKET);
  const plan = { ...shape, seed: `d${day}`, ticketsPerLane, from: instantOf(day, 8), to: instantOf(day, 18) };
  const all = Array.from({ length: shape.lanes }, (_, lane) => [...laneEvents(plan, lane)]).flat();
  return all.sort((a, b) => (a.time < b.time ? -1 : 1)).map(cloudEventText);
}

async function post(server: Hallboard, lines: string[]): Promise<void> {
  const headers = { authorization: `Bearer ${await server.key(HALL, 'device')}`, 'content-type': 'application/x-ndjson' };
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/halls/${HALL}/events`, { method: 'POST', headers, body: lines.join('\n') });
  if (!answer.ok) throw new Error(`the day was refused: ${await answer.text()}`);
}

async function askMany(server: Hallboard, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) taken.push(await ask(server, instantOf(8 + ((n * 5) % 14), 9 + ((n * 3) % 8))));
  return taken;
}

/** Ms to the whole of the answer. */
async function ask(server: Hallboard, instant: number): Promise<number> {
  const headers = { authorization: `Bearer ${await server.key(HALL, 'reader')}` };
  const begin = clockMs();
  const answer = await fetch(`http://127.0.0.1:${server.port}/api/v1/halls/${HALL}/state?at=${new Date(instant).toISOString()}`, { headers });
  const text = await answer.text();
  if (!answer.ok || text.length < 1_000) throw new Error(`the past was not told: ${text.slice(0, 200)}`);
  return clockMs() - begin;
}

export const past: BenchRow = { name: 'past', title: 'A hall as it stood', measure };
