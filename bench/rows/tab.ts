import { resolve } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { closeBrowser, emptyPage } from '../../e2e/screens/browser.js';
import { NOW } from '../../e2e/walls/scenes.js';
import type { Bench, BenchRow } from '../bench.js';
import { BusyHall } from '../load/busy-hall.js';
import { serveLivePage, type LivePage } from '../load/live-page.js';
import { rowsOfMorning } from '../load/morning-rows.js';
import type { Line } from '../report.js';

/**
 * A wall's tab through a whole day of its hall at twenty times the pace: the page's own clock is a played one, so that every
 * tick, turn of the pages and timer of those 72 minutes happens, and each delta is shown before the next comes.
 */
const BUILT = resolve(import.meta.dirname, '../../client/browser');
const SPEED = 20;
const DELTA_MS = 250;
const DELTAS_AN_HOUR = 3_600_000 / (DELTA_MS * SPEED);
const PACE = { stepMs: DELTA_MS * SPEED, figuresEvery: 20 };
const COUNTERS = 60;

async function measure(bench: Bench): Promise<Line[]> {
  const hours = bench.quick ? 3 : 24;
  const hall = new BusyHall(await rowsOfMorning(COUNTERS, SPEED), NOW, PACE);
  const feed = bench.keep(await serveLivePage(BUILT, () => hall.snapshot()));
  bench.keep({ stop: closeBrowser });
  const { page, faults } = await emptyPage();
  await page.clock.install({ time: NOW });
  await page.goto(`${feed.url}/wall/tab`);
  const devtools = await page.context().newCDPSession(page);
  const held: number[] = [];
  for (let hour = 1; hour <= hours; hour++) {
    await playHour({ hall, feed, page }, `Hour ${hour}`);
    held.push(await heapMb(devtools));
    bench.say(`hour ${hour}: ${held.at(-1)!.toFixed(2)} MB, ${await page.locator('canvas').count()} canvases`);
  }
  if (faults.length > 0) throw new Error(faults.join('\n'));
  const note = `${held[0]!.toFixed(1)} MB after the first hour, at most ${Math.max(...held).toFixed(1)} MB; ${hours * DELTAS_AN_HOUR} deltas of a hall of ${COUNTERS} counters that never closes, ${(hours * 60) / SPEED} min of the page's own clock`;
  return [{ what: `heap after collection, after ${hours} h over after 1 h`, unit: 'MB', goal: { of: 'value', is: 'atMost', limit: 10 }, ours: [held.at(-1)! - held[0]!], note }];
}

async function playHour({ hall, feed, page }: { hall: BusyHall; feed: LivePage; page: Page }, name: string): Promise<void> {
  for (let n = 0; n < DELTAS_AN_HOUR; n++) {
    feed.say('delta', hall.next(name));
    if (n % 4 === 0) feed.say('beat', hall.beat());
    await page.clock.runFor(DELTA_MS);
  }
  const shown = (): Promise<string | null> => page.locator('hb-wall-header h1').textContent();
  for (let waited = 0; (await shown()) !== name; waited++) {
    if (waited > 100) throw new Error(`the page shows "${await shown()}" and not "${name}"`);
    await page.clock.runFor(DELTA_MS);
  }
}

async function heapMb(devtools: CDPSession): Promise<number> {
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6;
}

export const tab: BenchRow = { name: 'tab', title: 'A wall\'s tab after a day at twenty times the pace', measure };
