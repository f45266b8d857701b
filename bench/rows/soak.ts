import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { closeBrowser, openPage } from '../../e2e/screens/browser.js';
import type { Rows, StateAnswer } from '../../shared/rows/rows.js';
import type { Bench, BenchRow } from '../bench.js';
import { afternoon, hallOf } from '../day.js';
import { startHallboard } from '../hallboard.js';
import { BusyHall } from '../load/busy-hall.js';
import { serveLivePage, type LivePage } from '../load/live-page.js';
import type { Line } from '../report.js';

/** The wall for days: so many deltas through the real page in a browser, and what it then still holds. */
const shape = { lanes: 20, countersPerLane: 3, services: 4 };
const BATCH = 250;
const PAGES = resolve(import.meta.dirname, '../../client/browser');

interface Held {
  deltas: number;
  heapBytes: number;
  nodes: number;
  listeners: number;
  charts: number;
}

interface Stage {
  hall: BusyHall;
  feed: LivePage;
  page: Page;
  devtools: CDPSession;
}

async function measure(bench: Bench): Promise<Line[]> {
  const [deltas, samples] = bench.quick ? [10_000, 5] : [100_000, 20];
  const now = Date.now();
  const hall = new BusyHall(await rowsOfHall(bench), now);
  const feed = bench.keep(await serveLivePage(PAGES, () => hall.snapshot()));
  bench.keep({ stop: closeBrowser });
  const { page, faults } = await openPage(`${feed.url}/wall/soak`);
  const devtools = await page.context().newCDPSession(page);
  const beating = setInterval(() => feed.say('beat', hall.beat()), 1000);
  try {
    await page.waitForSelector('hb-wall-header h1:not(:empty)');
    const stage = { hall, feed, page, devtools };
    const held: Held[] = [];
    for (let n = 1; n <= samples; n++) {
      await play(stage, deltas / samples);
      held.push(await weigh(stage, (deltas / samples) * n));
      bench.say(JSON.stringify(held.at(-1)));
    }
    if (faults.length > 0) throw new Error(faults.join('\n'));
    return linesOf(held.slice(Math.floor(samples / 5))); // the first fifth fills rings and compiles code
  } finally {
    clearInterval(beating);
  }
}

/** Rows as the server itself makes them of a hall's settings. */
async function rowsOfHall(bench: Bench): Promise<Rows> {
  const server = await startHallboard(bench);
  await server.putHall('soak', { ...hallOf(shape, afternoon().timezone), name: 'Soak' });
  const answer = await server.ask('soak/state', await server.key('soak', 'reader'));
  const { rows } = (await answer.json()) as StateAnswer;
  await server.stop();
  return rows;
}

/** Batch by batch, each waited for: the page has taken it when the hall's name stands in its header. */
async function play({ hall, feed, page }: Stage, deltas: number): Promise<void> {
  for (let n = 0; n < deltas; n += BATCH) {
    let name = '';
    for (let i = 0; i < BATCH; i++) {
      const delta = hall.next(`Soak ${hall.beat().seq}`);
      name = Object.values(delta.put.hall ?? {})[0]?.name ?? name;
      feed.say('delta', delta);
    }
    await page.waitForSelector(`hb-wall-header h1:text-is("${name}")`);
  }
}

async function weigh({ page, devtools }: Stage, deltas: number): Promise<Held> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters');
  return { deltas, heapBytes: usedSize, nodes, listeners: jsEventListeners, charts: await page.locator('canvas').count() };
}

function linesOf(held: Held[]): Line[] {
  const [earlier, later] = [held.slice(0, held.length / 2), held.slice(held.length / 2)];
  const highest = (of: keyof Held, among: Held[]): number => Math.max(...among.map((one) => one[of]));
  const growth = (of: keyof Held): number => highest(of, later) - highest(of, earlier); // a tile in another state has other nodes
  const flat = (what: string, of: keyof Held, limit: number): Line => (
    { what, unit: '', goal: { of: 'value', is: 'atMost', limit }, ours: [growth(of)], note: `at most ${highest(of, held)}` });
  const mb = (held.at(-1)!.heapBytes / 1e6).toFixed(1);
  const span = held.at(-1)!.deltas - held[0]!.deltas;
  return [
    { what: `heap after collection, slope over ${span} deltas`, unit: 'B a delta', goal: { of: 'value', is: 'atMost', limit: 50 }, ours: [slopeOf(held)], note: `at last ${mb} MB` },
    flat('more DOM nodes', 'nodes', 200),
    flat('more listeners', 'listeners', 20),
    flat('more charts', 'charts', 0),
  ];
}

/** Least squares: one sample that met a half-filled ring decides nothing. */
function slopeOf(held: readonly Held[]): number {
  const mean = (values: number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const [x, y] = [mean(held.map(({ deltas }) => deltas)), mean(held.map(({ heapBytes }) => heapBytes))];
  const above = held.map(({ deltas, heapBytes }) => (deltas - x) * (heapBytes - y));
  return mean(above) / mean(held.map(({ deltas }) => (deltas - x) ** 2));
}

export const soak: BenchRow = { name: 'soak', title: 'A wall for days', measure };
