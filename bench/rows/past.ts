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

interface Asked {
  server: Hallboard;
  keys: { device: string; reader: string };
}

async function measure(bench: Bench): Promise<Line[]> {
  const perDay = EVENTS / DAYS;
  let server = await startHallboard(bench);
  const { data } = server;
  await server.putHall(HALL, hallOf(shape, 'Etc/GMT'));
  const keys = { device: await server.key(HALL, 'device'), reader: await server.key(HALL, 'reader') };
  for (let day = 0; day < DAYS; day++) await post({ server, keys }, dayOf(day, perDay));
  const first = [await ask({ server, keys }, instantOf(15, 11))];
  const next = await askMany({ server, keys }, bench.quick ? 5 : 20);
  await server.stop();
  server = await startHallboard(bench, data);
  const restarted = await askMany({ server, keys }, 5);
  await post({ server, keys }, [cloudEventText({ id: 'late', source: '/kiosk/0', type: 'hall.opened', time: new Date(instantOf(9, 8)).toISOString(), data: '{}' })]);
  const late = [await ask({ server, keys }, instantOf(15, 11))];
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

async function post({ server, keys }: Asked, lines: string[]): Promise<void> {
  await server.ask(`${HALL}/events`, keys.device, { type: 'application/x-ndjson', body: lines.join('\n') });
}

async function askMany(asked: Asked, times: number): Promise<number[]> {
  const taken: number[] = [];
  for (let n = 0; n < times; n++) taken.push(await ask(asked, instantOf(8 + ((n * 5) % 14), 9 + ((n * 3) % 8))));
  return taken;
}

/** Ms to the whole of the answer. */
async function ask({ server, keys }: Asked, instant: number): Promise<number> {
  const begin = clockMs();
  const answer = await server.ask(`${HALL}/state?at=${new Date(instant).toISOString()}`, keys.reader);
  const text = await answer.text();
  if (text.length < 1_000) throw new Error(`the past was not told: ${text.slice(0, 200)}`);
  return clockMs() - begin;
}

export const past: BenchRow = { name: 'past', title: 'A hall as it stood', measure };
