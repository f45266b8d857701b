import type { Bench, BenchRow } from '../bench.js';
import { startChild, type Child } from '../child.js';
import { residentMb } from '../cpu.js';
import { afternoon, hallOf, partOf } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import type { PostLoad } from '../load/post.js';
import { EVENTS_PER_TICKET } from '../load/tickets.js';
import type { Line } from '../report.js';
import { sleep } from '../stats.js';

/**
 * How long a hall is dark: from the start of the process to /readyz, with a journal that the public intake filled; after an
 * orderly stop, and after a kill in the middle of ingest. An empty data folder shows what of it is the framework's.
 */
const shape = { lanes: 32, countersPerLane: 3, services: 8 };
const HALL = 'hall-0';
const PARTS = 10;
const PER_REQUEST = 1000;

async function measure(bench: Bench): Promise<Line[]> {
  const journal = bench.quick ? 100_000 : 1_000_000;
  const day = afternoon();
  const load = bench.keep(startChild<PostLoad>(import.meta.url, '../load/post.js'));
  let server = await startHallboard(bench);
  const { data } = server;
  await server.putHall(HALL, hallOf(shape, day.timezone));
  const fill = { load, day, events: journal / PARTS };
  for (let part = 0; part < PARTS; part++) await post(server, { ...fill, part });
  const filledMb = Math.round(residentMb(server.pid));
  bench.say(`${journal} events are in the journal, the server holds ${filledMb} MB`);

  const [orderly, killed, empty]: [number[], number[], number[]] = [[], [], []];
  for (let n = 0; n < bench.repetitions; n++) {
    await server.stop();
    server = await startHallboard(bench, data);
    orderly.push(server.readyMs / 1000);
    empty.push(await emptyStart(bench));
  }
  for (let n = 0; n < bench.repetitions; n++) {
    await killDuringIngest(server, { ...fill, part: PARTS + n });
    server = await startHallboard(bench, data);
    killed.push(server.readyMs / 1000);
  }
  const startedMb = Math.round(residentMb(server.pid));
  const note = `the server holds ${filledMb} MB after the filling, ${startedMb} MB after the last start`;
  return linesOf(journal, { orderly, killed, empty }, note);
}

async function emptyStart(bench: Bench): Promise<number> {
  const server = await startHallboard(bench);
  await server.stop();
  return server.readyMs / 1000;
}

interface Fill {
  load: Child<PostLoad>;
  day: { from: number; to: number };
  events: number;
  part: number;
}

/** A new set of so many events, after those of the part before. */
async function prepare(server: Hallboard, { load, day, events, part }: Fill): Promise<void> {
  const ticketsPerLane = Math.ceil(events / shape.lanes / EVENTS_PER_TICKET);
  const tickets = { ...shape, seed: `f${part}`, ticketsPerLane, ...partOf(day, part, PARTS + 5) };
  const token = await server.key(HALL, 'device');
  const target = { port: server.port, path: `/api/v1/halls/${HALL}/events`, token, contentType: 'application/cloudevents-batch+json' };
  await load.ask('prepare', { target, tickets, perRequest: PER_REQUEST });
}

async function post(server: Hallboard, fill: Fill): Promise<void> {
  await prepare(server, fill);
  const { events, accepted } = await fill.load.ask('run', { seconds: 60 });
  if (accepted < fill.events) throw new Error(`of ${events} events posted only ${accepted} were accepted`);
}

/** SIGKILL when about half of a part is in: the load then loses its connections, which is what is meant to happen. */
async function killDuringIngest(server: Hallboard, fill: Fill): Promise<void> {
  await prepare(server, fill);
  const cut = fill.load.ask('run', { seconds: 60 }).then(
    () => 'all was sent before the kill',
    () => 'cut',
  );
  while ((await fill.load.ask('progress', null)) < 0.4) await sleep(5);
  await server.stop('SIGKILL');
  const outcome = await cut;
  if (outcome !== 'cut') throw new Error(outcome);
}

function linesOf(journal: number, seconds: Record<'orderly' | 'killed' | 'empty', number[]>, note: string): Line[] {
  const line = (what: string, ours: number[], rest: Partial<Line> = {}): Line => ({ what, unit: 's', ours, ...rest });
  const goal = { of: 'value', is: 'atMost', limit: 3 } as const;
  const empty = { name: 'empty folder', values: seconds.empty };
  return [
    line(`${journal.toLocaleString('en-GB')} events, after SIGTERM`, seconds.orderly, { goal, baseline: empty, note }),
    line('the same, after kill -9 during ingest', seconds.killed, { goal }),
  ];
}

export const start: BenchRow = { name: 'start', title: 'Start with a full journal', measure };
