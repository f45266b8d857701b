import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { closeBrowser, emptyPage } from '../../e2e/screens/browser.js';
import { NOW } from '../../e2e/walls/scenes.js';
import type { Rows } from '../../shared/rows/rows.js';
import type { Bench, BenchRow } from '../bench.js';
import { BusyHall } from '../load/busy-hall.js';
import { serveLivePage, type LivePage } from '../load/live-page.js';
import { rowsOfMorning } from '../load/morning-rows.js';
import type { Goal, Line } from '../report.js';
import { clockMs, percentile, sleep, sum } from '../stats.js';

/** A hall of 300 counters in its rush, on both pages of its wall, beside a page that draws the same with plain canvas. */
const BUILT = resolve(import.meta.dirname, '../../client/browser');
const SOURCES = resolve(import.meta.dirname, '../../../bench');
const CANVAS = '/canvas-wall.html';
/** Four rows each: twenty rows a second. With every fifth everything that the charts show. */
const DELTA_MS = 200;
const PACE = { stepMs: DELTA_MS, figuresEvery: 5 };
const WARM_UP_MS = 4_000;
const pages = [1, 2] as const;
const sides = ['ours', 'canvas'] as const;
type Side = (typeof sides)[number];

/** What the page's probe tells, and how long the page's own thread was busy. */
interface Told {
  frames: number[];
  tiles: number[];
  charts: number[];
  missed: number;
  busy: number;
}

async function measure(bench: Bench): Promise<Line[]> {
  const rows = await rowsOfMorning(300, 1);
  bench.keep({ stop: closeBrowser });
  const [rounds, ms] = bench.quick ? [1, { ours: 7_000, canvas: 7_000 }] : [2, { ours: 75_000, canvas: 15_000 }];
  const told = { ours: { 1: [] as Told[], 2: [] as Told[] }, canvas: { 1: [] as Told[], 2: [] as Told[] } };
  for (let round = 0; round < rounds; round++) {
    for (const page of pages) {
      for (const side of sides) {
        const one = await watch(bench, { side, page, rows: structuredClone(rows), ms: ms[side] });
        told[side][page].push(one);
        bench.say(`page ${page}, ${side}: ${one.frames.length} frames, p99 ${percentile(one.frames, 99).toFixed(1)} ms, busy ${one.busy.toFixed(3)}, tiles ${one.tiles.length}, charts ${one.charts.length}, missed ${one.missed}`);
      }
    }
  }
  return [...pages.flatMap((page) => frameLines(page, told.ours[page], told.canvas[page])), ...shownLines(told.ours, told.canvas)];
}

async function watch(bench: Bench, { side, page: number, rows, ms }: { side: Side; page: number; rows: Rows; ms: number }): Promise<Told> {
  const hall = new BusyHall(rows, NOW, PACE);
  const feed = bench.keep(await serveLivePage(BUILT, () => hall.snapshot(), { [CANVAS]: `${SOURCES}/baselines${CANVAS}` }));
  const { page, faults } = await emptyPage();
  await page.addInitScript({ path: `${SOURCES}/page/probe.js` });
  await page.goto(side === 'ours' ? `${feed.url}/wall/rush?page=${number}` : `${feed.url}${CANVAS}?page=${number}`);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  const speaking = speak(hall, feed);
  await sleep(WARM_UP_MS);
  await tell(page);
  const [from, busyBefore] = [clockMs(), await busySeconds(devtools)];
  await sleep(ms);
  const busy = ((await busySeconds(devtools)) - busyBefore) / ((clockMs() - from) / 1000);
  const told = await tell(page);
  speaking.end();
  await page.close();
  await feed.stop();
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { ...told, busy };
}

/** Deltas at their pace and a beat a second, by one clock: a timer that came late is made up for. */
function speak(hall: BusyHall, feed: LivePage): { end(): void } {
  const began = clockMs();
  let said = 0;
  const timer = setInterval(() => {
    for (; said < (clockMs() - began) / DELTA_MS; said++) {
      feed.say('delta', hall.next('Rush'));
      if (said % 5 === 0) feed.say('beat', hall.beat());
    }
  }, 10);
  return { end: () => clearInterval(timer) };
}

const tell = (page: Page): Promise<Omit<Told, 'busy'>> => page.evaluate('tellProbe()');

async function busySeconds(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN;
}

const atMost = (limit: number): Goal => ({ of: 'value', is: 'atMost', limit });
const LATE_FRAME_MS = 33;

function frameLines(page: number, ours: readonly Told[], canvas: readonly Told[]): Line[] {
  const values = (of: (told: Told) => number): Pick<Line, 'ours' | 'baseline'> => (
    { ours: ours.map(of), baseline: { name: 'plain canvas', values: canvas.map(of) } });
  const late = ({ frames }: Told): number => (100 * frames.filter((ms) => ms > LATE_FRAME_MS).length) / frames.length;
  const seconds = Math.round(sum(ours.flatMap(({ frames }) => frames)) / 1000);
  return [
    { what: `page ${page}, frame p95`, unit: 'ms', goal: atMost(17), ...values(({ frames }) => percentile(frames, 95)), note: `${seconds} s of ours` },
    { what: `page ${page}, frame p99`, unit: 'ms', goal: atMost(34), ...values(({ frames }) => percentile(frames, 99)) },
    { what: `page ${page}, frames over 33 ms`, unit: '%', goal: atMost(1), ...values(late) },
    { what: `page ${page}, the page's own thread is busy`, unit: '%', ...values(({ busy }) => busy * 100) },
  ];
}

type ByPage = Record<(typeof pages)[number], Told[]>;

/** A change is shown when the page's part of its frame is done: what the compositor then takes is the same for both sides. */
function shownLines(ours: ByPage, canvas: ByPage): Line[] {
  const line = (what: string, goal: Goal, of: (told: Told) => number): ((page: 1 | 2) => Line) => (page) => (
    { what: `page ${page}, ${what}`, unit: 'ms', goal, ours: ours[page].map(of), baseline: { name: 'plain canvas', values: canvas[page].map(of) } });
  const lost = (page: 1 | 2): Line => ({ what: `page ${page}, changes not shown within 1 s`, unit: '', goal: atMost(0), ours: ours[page].map(({ missed }) => missed) });
  const tiles = line('delta heard → its tile painted, p95', atMost(50), (told) => percentile(told.tiles, 95));
  const charts = line('delta heard → each of its charts painted, max', atMost(200), (told) => percentile(told.charts, 100));
  return [tiles(1), charts(1), lost(1), charts(2), lost(2)];
}

export const wall: BenchRow = { name: 'wall', title: 'A hall of 300 counters in its rush', measure };
