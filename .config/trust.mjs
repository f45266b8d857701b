// The trust suites: `npm run test:trust` as every commit runs them, `npm run test:long` with the large counts, which then
// writes the table of docs/trust.md from what was tried. A folder of e2e/trust may be named: `npm run test:trust -- crash`.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const RECORD = 'dist/trust.ndjson';
const PAGE = 'docs/trust.md';
const [BEGIN, END] = ['<!-- tried: begin -->', '<!-- tried: end -->'];
/** These start and kill servers and wait for them: they go side by side. What measures times has the machine to itself. */
const BESIDE = [['crash'], ['content', 'keep']];

const long = process.argv.includes('--long');
const named = process.argv.slice(2).filter((word) => word !== '--long');
rmSync(RECORD, { force: true });
const beside = named.length > 0 ? [] : BESIDE;
const others = named.length > 0 ? named : readdirSync('dist/e2e/trust').filter((folder) => folder !== 'kit' && !BESIDE.flat().includes(folder));
const runs = [...(await Promise.all(beside.map(run))), await run(others)];
const [specs, failures, pending] = [0, 1, 2].map((index) => runs.reduce((sum, { counts }) => sum + counts[index], 0));
console.log(`${specs} specs, ${failures} failures, ${pending} pending specs`);
if (long && named.length === 0 && existsSync(PAGE)) writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8')));
process.exitCode = Math.max(...runs.map(({ code }) => code));

/** The specs of these folders in one process: how it ended, and how many there were, failed and were left out. */
function run(folders) {
  const env = { ...process.env, ...(long && { HALLBOARD_LONG: 'on' }) };
  const specs = folders.map((folder) => `dist/e2e/trust/${folder}/**/*.spec.js`);
  const child = spawn('jasmine', ['--config=.config/jasmine.trust.json', ...specs], { stdio: ['ignore', 'pipe', 'inherit'], env });
  let tail = '';
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-1_000);
  });
  return new Promise((fulfil) => child.on('close', (code) => {
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
