// Runs npm scripts one after another for `npm run check` and `npm test`: streams what they say, times them, counts.
// A step that runs jasmine counts its specs, any other step counts as one. A step may need an earlier one.
import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

const TAIL = 64 * 1024;

/** Runs one script through to its end and keeps the end of what it printed. */
const run = (script) => new Promise((resolve) => {
  let tail = '';
  const child = spawn('npm', ['run', '--silent', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const keep = (chunk, to) => {
    to.write(chunk);
    tail = (tail + chunk.toString()).slice(-TAIL);
  };
  child.stdout.on('data', (chunk) => keep(chunk, process.stdout));
  child.stderr.on('data', (chunk) => keep(chunk, process.stderr));
  child.on('close', (code) => resolve({ code: code ?? 1, tail: stripVTControlCharacters(tail) }));
});

/** "12 specs, 1 failure, 2 pending specs" → counts; a run that ended badly without saying so has failed once. */
const count = ({ code, tail }, specs) => {
  if (!specs) return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const said = [...tail.matchAll(/(\d+) specs?, (\d+) failures?(?:, (\d+) pending specs?)?/g)].at(-1);
  const [total, failures, pending] = said ? said.slice(1).map((digits) => Number(digits ?? 0)) : [0, 0, 0];
  const endedBadly = failures === 0 && (code !== 0 || total === 0);
  return { passed: total - failures - pending, failed: endedBadly ? 1 : failures };
};

/** @param steps [{name, script, specs?: boolean, needs?: name of an earlier step}] */
export const runSteps = async (steps) => {
  const sum = { passed: 0, failed: 0 };
  const fallen = new Set();
  for (const { name, script, specs, needs } of steps) {
    const started = performance.now();
    console.log(`\n── ${name}`);
    const result = fallen.has(needs)
      ? (console.log(`not run: it needs "${needs}", which failed`), { passed: 0, failed: 1 })
      : count(await run(script), specs);
    if (result.failed > 0) fallen.add(name);
    sum.passed += result.passed;
    sum.failed += result.failed;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`── ${name}: ${result.failed > 0 ? 'FAILED' : 'ok'} in ${seconds} s`);
  }
  if (fallen.size > 0) console.log(`\nfailed: ${[...fallen].join(', ')}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 ? 1 : 0;
};
