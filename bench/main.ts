import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Bench, type BenchRow } from './bench.js';
import { circumstances, othersShare } from './machine.js';
import { summariseFolder } from './profile.js';
import { section, withSection } from './report.js';
import { alertmanager } from './rows/alertmanager.js';
import { backtest } from './rows/backtest.js';
import { daily } from './rows/daily.js';
import { deadlines } from './rows/deadlines.js';
import { due } from './rows/due.js';
import { exporting } from './rows/export.js';
import { fanout } from './rows/fanout.js';
import { ingest } from './rows/ingest.js';
import { latency } from './rows/latency.js';
import { load } from './rows/load.js';
import { past } from './rows/past.js';
import { screens } from './rows/screens.js';
import { soak } from './rows/soak.js';
import { start } from './rows/start.js';
import { tab } from './rows/tab.js';
import { wall } from './rows/wall.js';

/**
 * `npm run bench [-- row…] [--quick] [--profile]`: measures the rows against their baselines in one run, prints each as it comes
 * and keeps it in bench/results.md. A quick or profiled run only prints: its figures are not to be compared.
 */
const rows: BenchRow[] = [ingest, screens, latency, fanout, start, load, due, alertmanager, deadlines, backtest, daily, past, exporting, wall, tab, soak];
const ROW_MAY_TAKE_MS = 480_000;
const NEW_RESULTS = '# What `npm run bench` measured\n\nEach ratio was measured within one run: trust the ratios, not the rates.\n';

const root = resolve(import.meta.dirname, '../..');
const { values: given, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    quick: { type: 'boolean', default: false },
    profile: { type: 'boolean', default: false },
    server: { type: 'string', default: join(root, 'dist/server/main.js') },
  },
});
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function measureRow(row: BenchRow): Promise<boolean> {
  const others = await othersShare();
  const profiles = given.profile ? mkdtempSync(join(tmpdir(), `hallboard-profile-${row.name}-`)) : undefined;
  const bench = new Bench({ quick: given.quick, repetitions: given.quick ? 1 : 3, server: resolve(given.server), profiles }, say);
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the row took longer than ${ROW_MAY_TAKE_MS / 1000} s`)), ROW_MAY_TAKE_MS);
  });
  say(`\n=== ${row.name}: ${row.title}`);
  try {
    const lines = await Promise.race([row.measure(bench), tooLong]);
    const text = section(row.title, circumstances(others), lines);
    say(text);
    if (!given.quick && !given.profile) keep(row.title, text);
    return true;
  } catch (error) {
    say(`!!! ${row.name} was not measured: ${(error as Error).stack ?? String(error)}\nThe server's log ends:\n${bench.serverLog().slice(-3000)}`);
    return false;
  } finally {
    clearTimeout(timer);
    await bench.stopAll();
    bench.removeFolder();
    if (profiles) say(`profiles in ${profiles}\n${summariseFolder(profiles)}`);
  }
}

function keep(title: string, text: string): void {
  const file = join(root, 'bench/results.md');
  const before = existsSync(file) ? readFileSync(file, 'utf8') : NEW_RESULTS;
  writeFileSync(file, withSection(before, title, text));
}

const unknown = positionals.filter((name) => !rows.some((row) => row.name === name));
if (unknown.length) {
  say(`no such row: ${unknown.join(', ')}; there are ${rows.map(({ name }) => name).join(', ')}`);
  process.exit(2);
}
let measured = true;
for (const row of rows) {
  if (positionals.length && !positionals.includes(row.name)) continue;
  measured = (await measureRow(row)) && measured;
}
process.exit(measured ? 0 : 1);
