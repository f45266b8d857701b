import { startAlertmanager, unpackAlertmanager } from '../baselines/alertmanager.js';
import type { Bench, BenchRow } from '../bench.js';
import { startChild } from '../child.js';
import { afternoon, hallOf } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import type { ScreensLoad } from '../load/screens.js';
import { postWaits, type Wait } from '../load/waits.js';
import type { Line } from '../report.js';
import { median, sleep } from '../stats.js';

/** The same waits over the same limit, told by both at once: by ours in a socket, by Prometheus and Alertmanager to a webhook. */
const HALL = 'side-by-side';
const shape = { lanes: 1, countersPerLane: 20, services: 4 };
const LIMIT_MS = 30 * 60_000;
/** No multiple of a second: each falls due at another moment of theirs. */
const [EVERY_MS, BEFORE_MS] = [1_130, 5_000];

async function measure(bench: Bench): Promise<Line[]> {
  const bin = unpackAlertmanager(bench.say);
  if (!bin) throw new Error('skipped: there is nothing to set ours beside');
  const screens = bench.keep(startChild<ScreensLoad>(import.meta.url, '../load/screens.js'));
  const theirs = bench.keep(await startAlertmanager(bin, bench.folder, LIMIT_MS));
  const server = await startHallboard(bench);
  const deviceKey = await open(server);
  await screens.ask('connect', { dialect: 'live', port: server.port, key: await server.key(HALL, 'reader'), halls: [HALL] });
  const [ourMs, theirMs]: [number[], number[]] = [[], []];
  for (let run = 0; run < bench.repetitions; run++) {
    const first = Date.now() + BEFORE_MS - LIMIT_MS;
    const waits = Array.from({ length: bench.quick ? 5 : 15 }, (_, n): Wait => ({ ticketId: `W${run}-${n}`, issuedAt: first + n * EVERY_MS }));
    await screens.ask('listen', { watch: 'alerts' });
    theirs.watch(waits);
    await postWaits({ server, hallId: HALL, deviceKey, services: shape.services }, waits);
    await sleep(BEFORE_MS + waits.length * EVERY_MS + 4_000);
    const { alerts } = await screens.ask('collect', null);
    const dueAt = new Map(waits.map(({ ticketId, issuedAt }) => [ticketId, issuedAt + LIMIT_MS]));
    const told = theirs.alerts.filter(({ ticketId }) => dueAt.has(ticketId));
    if (alerts.length !== waits.length || told.length !== waits.length) throw new Error(`of ${waits.length} waits ours told ${alerts.length} and theirs ${told.length}`);
    ourMs.push(median(alerts.map((alert) => alert.arrivedAt - alert.dueAt)));
    theirMs.push(median(told.map(({ ticketId, arrivedAt }) => arrivedAt - dueAt.get(ticketId)!)));
  }
  return [lineOf({ ourMs, theirMs }, theirs.versions)];
}

async function open(server: Hallboard): Promise<string> {
  await server.putHall(HALL, hallOf(shape, afternoon().timezone));
  await server.putStandard(HALL, [{ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT30M', during: 'always', source: 'bench' }]);
  return server.key(HALL, 'device');
}

/** How many times sooner: their median over ours. */
function lineOf({ ourMs, theirMs }: { ourMs: number[]; theirMs: number[] }, versions: string): Line {
  const both = ourMs.map((ms, n) => `ours ${ms.toFixed(1)}, theirs ${theirMs[n]!.toFixed(0)} ms`).join('; ');
  return {
    what: 'due → told, median', unit: '× sooner', goal: { of: 'value', is: 'atLeast', limit: 200 }, ours: ourMs.map((ms, n) => theirMs[n]! / ms),
    note: `${both}; ${versions}, scrape and evaluation 1 s, group_wait 0`,
  };
}

export const alertmanager: BenchRow = { name: 'alertmanager', title: 'Sooner than Prometheus and Alertmanager', measure };
