import type { Bench, BenchRow } from '../bench.js';
import { startChild } from '../child.js';
import { afternoon, hallOf } from '../day.js';
import { startHallboard } from '../hallboard.js';
import type { PaceLoad } from '../load/pace.js';
import type { ScreensLoad, SeenAlert } from '../load/screens.js';
import { postWaits, type Wait } from '../load/waits.js';
import type { Line } from '../report.js';
import { percentile, sleep } from '../stats.js';

/**
 * From the instant at which a wait is due, with no event, to the alert in a supervisor's socket, which comes only after its commit.
 * Ten thousand other waits are armed, and a thousand events a second are posted one by one meanwhile.
 */
const HALL = 'due';
const shape = { lanes: 1, countersPerLane: 300, services: 8 };
const LIMIT_MS = 30 * 60_000;
const [ARMED, PER_SECOND, EVERY_MS, BEFORE_MS] = [10_000, 1_000, 47, 5_000];

async function measure(bench: Bench): Promise<Line[]> {
  const pace = bench.keep(startChild<PaceLoad>(import.meta.url, '../load/pace.js'));
  const screens = bench.keep(startChild<ScreensLoad>(import.meta.url, '../load/screens.js'));
  const seconds = bench.quick ? 10 : 25;
  const server = await startHallboard(bench);
  await server.putHall(HALL, hallOf(shape, afternoon().timezone));
  await server.putStandard(HALL, [{ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT30M', during: 'always', source: 'bench' }]);
  const deviceKey = await server.key(HALL, 'device');
  const target = { server, hallId: HALL, deviceKey, services: shape.services };
  await postWaits(target, armed(Date.now()));
  await screens.ask('connect', { dialect: 'live', port: server.port, key: await server.key(HALL, 'reader'), halls: [HALL] });
  const runs: SeenAlert[][] = [];
  for (let n = 0; n < bench.repetitions; n++) {
    const waits = dueIn(n, seconds);
    await postWaits(target, waits);
    await screens.ask('listen', { watch: 'alerts' });
    const targets = [{ port: server.port, hallId: HALL, deviceKey }];
    await pace.ask('post', { targets, perSecond: PER_SECOND, seconds: seconds + BEFORE_MS / 1000, story: { counters: shape.countersPerLane }, first: 1_000_000 * (n + 1) });
    await sleep(500);
    const { alerts } = await screens.ask('collect', null);
    if (alerts.length !== waits.length) throw new Error(`of ${waits.length} waits that fell due ${alerts.length} reached the socket`);
    runs.push(alerts);
  }
  return linesOf(runs);
}

/** Waits that fall due one after another while the load runs. */
function dueIn(run: number, seconds: number): Wait[] {
  const first = Date.now() + BEFORE_MS - LIMIT_MS;
  const count = Math.floor((seconds * 1000) / EVERY_MS);
  return Array.from({ length: count }, (_, n) => ({ ticketId: `due-${run}-${n}`, issuedAt: first + n * EVERY_MS }));
}

/** Waits that fall due after the row, in no order. */
function armed(now: number): Wait[] {
  return Array.from({ length: ARMED }, (_, n) => ({ ticketId: `armed-${n}`, issuedAt: now - ((n * 7919) % ARMED) * 60 }));
}

function linesOf(runs: SeenAlert[][]): Line[] {
  const late = runs.map((alerts) => alerts.map(({ dueAt, arrivedAt }) => arrivedAt - dueAt));
  const line = (what: string, limit: number, of: (values: number[]) => number): Line => (
    { what, unit: 'ms', goal: { of: 'value', is: 'atMost', limit }, ours: late.map(of) });
  const early = runs.flat().filter(({ dueAt, raisedAt, arrivedAt }) => raisedAt < dueAt || arrivedAt < dueAt).length;
  return [
    { ...line('due → in the socket, p50', 2, (values) => percentile(values, 50)), note: `${runs.map(({ length }) => length).join(' + ')} alerts` },
    line('the same, p99', 10, (values) => percentile(values, 99)),
    line('the same, longest', 250, (values) => Math.max(...values)),
    { what: 'alerts before they were due', unit: '', goal: { of: 'value', is: 'atMost', limit: 0 }, ours: [early] },
  ];
}

export const due: BenchRow = { name: 'due', title: 'From the due instant to the supervisor', measure };
