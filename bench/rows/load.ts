import { closeBrowser, emptyPage } from '../../e2e/screens/browser.js';
import { firstLoad, type FirstLoad, type Packing } from '../../e2e/screens/first-load.js';
import type { Bench, BenchRow } from '../bench.js';
import { afternoon, hallOf } from '../day.js';
import { startHallboard, type Hallboard } from '../hallboard.js';
import type { Goal, Line } from '../report.js';

/** A wall's first load from the real server: what goes over the wire, and how soon it can be read. */
const shape = { lanes: 60, countersPerLane: 5, services: 12 };
const WAYS: { packing: Packing; over: string }[] = [
  { packing: 'br', over: 'https or the same machine (brotli)' },
  { packing: 'gzip', over: 'plain http (gzip)' },
];

async function measure(bench: Bench): Promise<Line[]> {
  const server = await startHallboard(bench);
  await server.putHall('load', { ...hallOf(shape, afternoon().timezone), public: true });
  bench.keep({ stop: closeBrowser });
  const lines: Line[] = [];
  for (const way of WAYS) lines.push(...linesOf(way, await loads(bench, server, way.packing)));
  return lines;
}

async function loads(bench: Bench, server: Hallboard, packing: Packing): Promise<FirstLoad[]> {
  const all: FirstLoad[] = [];
  for (let n = 0; n < bench.repetitions; n++) {
    const { page } = await emptyPage();
    all.push(await firstLoad(page, `http://127.0.0.1:${server.port}/wall/load`, packing));
    await page.close();
  }
  bench.say(JSON.stringify(all[0]));
  return all;
}

const atMost = (limit: number): Goal => ({ of: 'value', is: 'atMost', limit });

function linesOf({ packing, over }: (typeof WAYS)[number], all: readonly FirstLoad[]): Line[] {
  const fonts = all.map(({ fontBytes }) => Math.round(fontBytes / 1000)).sort((a, b) => a - b);
  const bytes: Line = { what: `first load over ${over}, before fonts`, unit: 'kB', goal: atMost(350), ours: all.map((load) => load.bytes / 1000), note: `fonts: ${fonts.join(', ')} kB` };
  if (packing === 'gzip') return [{ ...bytes, note: `${bytes.note}; half of the rest is ECharts, then come Angular and the list of the font's slices` }];
  return [bytes, { what: 'the same, until it can be read', unit: 's', goal: atMost(1.5), ours: all.map(({ readableMs }) => readableMs / 1000) }];
}

export const load: BenchRow = { name: 'load', title: 'The first load of a wall', measure };
