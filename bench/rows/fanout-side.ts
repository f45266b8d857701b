import type { Bench } from '../bench.js';
import type { BroadcastBaseline, BroadcastPlan } from '../baselines/broadcast.js';
import { startChild, type Child } from '../child.js';
import { afternoon, hallOf } from '../day.js';
import { startHallboard } from '../hallboard.js';
import type { ScreensLoad } from '../load/screens.js';

/** One server that broadcasts, ours or bare, and the process that holds its screens. */
export interface Side {
  name: 'ours' | 'ws' | 'socket.io';
  pid: number;
  port: number;
  dialect: 'live' | 'bare';
  /** Keys by hall; a bare side asks for none. */
  devices: Record<string, string>;
  walls: Record<string, string>;
  screens: Child<ScreensLoad>;
}

export async function ourSide(bench: Bench, hallIds: string[]): Promise<Side> {
  const server = await startHallboard(bench);
  const side: Side = { name: 'ours', pid: server.pid, port: server.port, dialect: 'live', devices: {}, walls: {}, screens: screensOf(bench) };
  const settings = hallOf({ lanes: 1, countersPerLane: 30, services: 8 }, afternoon().timezone);
  for (const hallId of hallIds) {
    await server.putHall(hallId, settings);
    side.devices[hallId] = await server.key(hallId, 'device');
    side.walls[hallId] = await server.key(hallId, 'wall');
  }
  return side;
}

export async function bareSide(bench: Bench, plan: BroadcastPlan): Promise<Side> {
  const child = bench.keep(startChild<BroadcastBaseline>(import.meta.url, '../baselines/broadcast.js'));
  const { port } = await child.ask('start', plan);
  const dialect = plan.kind === 'ws' ? 'bare' : 'live';
  return { name: plan.kind, pid: child.pid, port, dialect, devices: {}, walls: {}, screens: screensOf(bench) };
}

const screensOf = (bench: Bench): Child<ScreensLoad> => bench.keep(startChild<ScreensLoad>(import.meta.url, '../load/screens.js'));

/** So many screens for each hall. */
export async function seat(side: Side, hallIds: string[], screens: number): Promise<void> {
  for (const hallId of hallIds) {
    const { dialect, port } = side;
    await side.screens.ask('connect', { dialect, port, key: side.walls[hallId] ?? '', halls: Array<string>(screens).fill(hallId) });
  }
}
