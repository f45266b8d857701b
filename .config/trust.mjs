// The trust suites: `npm run test:trust` as every commit runs them, `npm run test:long` with the large counts, which then
// writes the table of docs/trust.md from what was tried. A folder of e2e/trust, or a file, may be named: `npm run test:trust -- crash`.
import { spawn } from 'node:child_process';
import { existsSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const SPECS = 'dist/e2e/trust/';
const RECORD = 'dist/trust.ndjson';
const PAGE = 'docs/trust.md';
const [BEGIN, END] = ['<!-- tried: begin -->', '<!-- tried: end -->'];
/** What measures times or memory has the machine to itself; all else starts and kills servers and waits for them, and goes side by side. */
const ALONE = /^(neighbours|doors\/(log-in|sockets)|time\/(deadlines|down|set-process)|wall\/(bad-network|old-data|stalled|storm))/;

const long = process.argv.includes('--long');
const LANES = long ? 3 : 2;
const named = process.argv.slice(2).filter((word) => word !== '--long');
rmSync(RECORD, { force: true });
const files = globSync(`${SPECS}**/*.spec.js`).map((file) => file.slice(SPECS.length)).filter((file) => named.length === 0 || named.some((start) => file.startsWith(start)));
const alone = files.filter((file) => ALONE.test(file));
const beside = files.filter((file) => !alone.includes(file));
const runs = (await Promise.all(Array.from({ length: LANES }, lane))).flat();
if (alone.length > 0) runs.push(await run(alone));
const [specs, failures, pending] = [0, 1, 2].map((index) => runs.reduce((sum, { counts }) => sum + counts[index], 0));
console.log(`${specs} specs, ${failures} failures, ${pending} pending specs`);
if (long && named.length === 0 && existsSync(PAGE)) writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8')));
process.exitCode = Math.max(...runs.map(({ code }) => code));

/** One file after the other, until none is left. */
async function lane() {
  const ended = [];
  for (let file = beside.shift(); file; file = beside.shift()) ended.push(await run([file]));
  return ended;
}

/** The specs of these files in one process: how it ended, and how many there were, failed and were left out. */
function run(chosen) {
  const env = { ...process.env, ...(long && { HALLBOARD_LONG: 'on' }) };
  const specs = chosen.map((file) => SPECS + file);
  const child = spawn('jasmine', ['--config=.config/jasmine.trust.json', ...specs], { stdio: ['ignore', 'pipe', 'inherit'], env });
  let tail = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-1_000);
  });
  const beganAt = performance.now();
  return new Promise((fulfil) => child.on('close', (code) => {
    console.log(`── ${chosen.length === 1 ? chosen[0] : 'alone'}: ${((performance.now() - beganAt) / 1_000).toFixed(0)} s`);
    const said = /(\d+) specs?, (\d+) failures?(?:, (\d+) pending specs?)?/.exec(tail);
    fulfil({ code: code ?? 1, counts: said ? said.slice(1).map((digits) => Number(digits ?? 0)) : [0, 1, 0] });
  }));
}

function withTable(page) {
  const rows = readFileSync(RECORD, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const number = ({ promise }) => Number(/\d+/.exec(promise)?.[0] ?? 0);
  const lines = rows.sort((a, b) => a.promise[0].localeCompare(b.promise[0]) || number(a) - number(b)).map(({ promise, how, cases, outcome, skipped, seed }) => (
    skipped ? `| ${promise} | not tried: ${skipped} | – | – | – |` : `| ${promise} | ${how} | ${cases.toLocaleString('en')} | ${seed} | ${outcome} |`));
  const table = ['| promise | how tried | how many | seed | outcome |', '|---|---|---:|---:|---|', ...lines].join('\n');
  return page.replace(new RegExp(`${BEGIN}[^]*${END}`), `${BEGIN}\n${table}\n${END}`);
}
