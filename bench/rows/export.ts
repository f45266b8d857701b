import type { Bench, BenchRow } from '../bench.js';
import { residentMb } from '../cpu.js';
import { afternoon, hallOf } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import { fillDays } from '../load/year.js';
import type { Line } from '../report.js';
import { clockMs, sleep } from '../stats.js';

/** What a year of one hall in one file costs the server that goes on serving: memory above idle, time, and the longest it kept anyone waiting. */
const HALL = 'hall-0';
const SETTLE_MS = 3_000;
const ASK_EVERY_MS = 10;
const MOST_MB = 200;
const MOST_HELD_MS = 50;

interface Measured {
  seconds: number;
  aboveMb: number;
  heldMs: number;
  /** The longest wait of that caller just before, while nothing was exported: the machine's own share of it. */
  idleHeldMs: number;
}

async function measure(bench: Bench): Promise<Line[]> {
  const days = bench.quick ? 60 : 365;
  let server = await startHallboard(bench);
  const { data } = server;
  await server.putHall(HALL, hallOf({ lanes: 12, countersPerLane: 3, services: 9 }, afternoon().timezone));
  await server.stop();
  const { from, to } = fillDays(data, HALL, days);
  const lines: Line[] = [];
  for (const format of ['csv', 'xlsx']) {
    const all: Measured[] = [];
    for (let n = 0; n < bench.repetitions; n++) {
      server = await startHallboard(bench, data);
      all.push(await exportOnce(server, `files?from=${from}&to=${to}&format=${format}`));
      await server.stop();
    }
    const line = (what: string, unit: string, ours: number[]): Line => ({ what: `${days} days as ${format}: ${what}`, unit, ours });
    lines.push(
      { ...line('memory above idle', 'MB', all.map(({ aboveMb }) => aboveMb)), goal: { of: 'value', is: 'atMost', limit: MOST_MB } },
      { ...line('longest wait of another caller', 'ms', all.map(({ heldMs }) => heldMs)), goal: { of: 'value', is: 'atMost', limit: MOST_HELD_MS }, baseline: { name: 'no export', values: all.map(({ idleHeldMs }) => idleHeldMs) } },
      line('time', 's', all.map(({ seconds }) => seconds)),
    );
  }
  return lines;
}

async function exportOnce(server: Hallboard, path: string): Promise<Measured> {
  const key = await server.key(HALL, 'reader');
  const idle = watchServer(server);
  await sleep(SETTLE_MS);
  const { heldMs: idleHeldMs } = await idle.end();
  const idleMb = residentMb(server.pid);
  const [began, watch] = [clockMs(), watchServer(server)];
  const answer = await server.ask(`${HALL}/daily/${path}`, key);
  for await (const chunk of answer.body!) void chunk;
  const seconds = (clockMs() - began) / 1000;
  const { heldMs, mostMb } = await watch.end();
  return { seconds, aboveMb: mostMb - idleMb, heldMs, idleHeldMs };
}

/** Asks the server how it is again and again, as another caller would, until it is told to end. */
function watchServer({ port, pid }: Hallboard): { end(): Promise<{ heldMs: number; mostMb: number }> } {
  const seen = { heldMs: 0, mostMb: 0 };
  let running = true;
  const watching = (async () => {
    while (running) {
      const asked = clockMs();
      await (await fetch(`http://127.0.0.1:${port}/healthz`)).text();
      seen.heldMs = Math.max(seen.heldMs, clockMs() - asked);
      seen.mostMb = Math.max(seen.mostMb, residentMb(pid));
      await sleep(ASK_EVERY_MS);
    }
    return seen;
  })();
  return {
    end: () => {
      running = false;
      return watching;
    },
  };
}

export const exporting: BenchRow = { name: 'export', title: 'A year of days in one file', measure };
