// The trust suites: `npm run test:trust` as every commit runs them, `npm run test:long` with the large counts, which then
// writes the table of docs/trust.md from what was tried. A folder of e2e/trust may be named: `npm run test:trust -- crash`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';

const RECORD = 'dist/trust.ndjson';
const PAGE = 'docs/trust.md';
const [BEGIN, END] = ['<!-- tried: begin -->', '<!-- tried: end -->'];

const long = process.argv.includes('--long');
const folders = process.argv.slice(2).filter((word) => word !== '--long');
rmSync(RECORD, { force: true });
const specs = folders.map((folder) => `dist/e2e/trust/${folder}/**/*.spec.js`);
const env = { ...process.env, ...(long && { HALLBOARD_LONG: 'on' }) };
const { status } = spawnSync('jasmine', ['--config=.config/jasmine.trust.json', ...specs], { stdio: 'inherit', env });
if (long && folders.length === 0 && existsSync(PAGE)) writeFileSync(PAGE, withTable(readFileSync(PAGE, 'utf8')));
process.exitCode = status ?? 1;

function withTable(page) {
  const rows = readFileSync(RECORD, 'utf8').trim().split('\n').map((line) => JSON.parse(line));
  const number = ({ promise }) => Number(/\d+/.exec(promise)?.[0] ?? 0);
  const lines = rows.sort((a, b) => a.promise[0].localeCompare(b.promise[0]) || number(a) - number(b)).map(({ promise, how, cases, outcome, skipped, seed }) => (
    skipped ? `| ${promise} | not tried: ${skipped} | – | – | – |` : `| ${promise} | ${how} | ${cases.toLocaleString('en')} | ${seed} | ${outcome} |`));
  const table = ['| promise | how tried | how many | seed | outcome |', '|---|---|---:|---:|---|', ...lines].join('\n');
  return page.replace(new RegExp(`${BEGIN}[^]*${END}`), `${BEGIN}\n${table}\n${END}`);
}
