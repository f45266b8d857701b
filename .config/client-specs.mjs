// `npm run test:client`: builds the client's specs into one page and runs them in a headless Chromium at 1920×1080, under
// the content policy that the server sends. Fails on a failed spec, on an unlisted one, and on anything the policy blocked.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { dirname, extname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from './chromium.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const SOURCES = join(ROOT, 'client/src');
const BUILT = join(ROOT, 'dist/client-specs');
const JASMINE = join(dirname(createRequire(import.meta.url).resolve('jasmine-core')), 'jasmine-core/jasmine.js');
const MAX_RUN_MS = 240_000;
// TestBed compiles its module in the page; the product needs no eval, and a flow in the browser sees to that.
const POLICY = "default-src 'self'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self' ws: wss:";
const TYPES = { '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8', '.map': 'application/json' };
const PAGE = `<!doctype html><html lang="zh-CN"><head><title>specs</title><link rel="stylesheet" href="/styles.css">
<script src="/jasmine.js"></script><script type="module" src="/main.js"></script></head><body></body></html>`;

const unlisted = () => {
  const listed = readFileSync(join(SOURCES, 'test-main.ts'), 'utf8');
  const specs = readdirSync(SOURCES, { recursive: true }).filter((name) => name.endsWith('.spec.ts'));
  return specs.map((name) => `./${relative('.', name).replaceAll('\\', '/').slice(0, -3)}`).filter((name) => !listed.includes(`'${name}'`));
};

const build = () => new Promise((resolve, reject) => {
  const ng = spawn('ng', ['run', 'client:specs'], { cwd: join(ROOT, 'client'), env: { ...process.env, NG_CLI_ANALYTICS: 'false' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [ng.stdout, ng.stderr]) stream.on('data', (chunk) => { said += chunk; });
  ng.on('error', reject);
  ng.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`the client's specs do not build:\n${said}`))));
});

const answerOf = (path) => {
  if (path === '/') return { body: PAGE, type: TYPES['.html'] };
  const file = path === '/jasmine.js' ? JASMINE : join(BUILT, normalize(path));
  return { body: readFileSync(file), type: TYPES[extname(file)] ?? 'application/octet-stream' };
};

const serve = () => new Promise((resolve) => {
  const server = createServer((request, response) => {
    try {
      const { body, type } = answerOf(new URL(request.url, 'http://localhost').pathname);
      response.writeHead(200, { 'content-type': type, 'content-security-policy': POLICY }).end(body);
    } catch {
      response.writeHead(404).end(); // no such file
    }
  });
  server.listen(0, '127.0.0.1', () => resolve(server));
});

/** Runs in the page: every spec, told one by one to `tell`. */
const runAll = () => new Promise((resolve) => {
  const env = jasmine.getEnv();
  const counts = { passed: 0, failed: 0, pending: 0 };
  env.configure({ random: true, forbidDuplicateNames: true });
  const failures = (result) => result.failedExpectations.map((one) => `${one.message}\n${one.stack ?? ''}`).join('\n');
  env.addReporter({
    specDone: (result) => {
      if (result.status in counts) counts[result.status] += 1;
      if (result.status === 'failed') window.tell(`✗ ${result.fullName}\n${failures(result)}`);
    },
    suiteDone: (result) => { if (result.failedExpectations.length) { counts.failed += 1; window.tell(`✗ ${result.fullName}\n${failures(result)}`); } },
    jasmineDone: (result) => {
      if (result.overallStatus === 'incomplete') { counts.failed += 1; window.tell(`✗ ${result.incompleteReason}`); }
      for (const one of result.failedExpectations) { counts.failed += 1; window.tell(`✗ ${one.message}`); }
      resolve({ ...counts, seed: result.order.seed });
    },
  });
  env.execute();
});

const runPage = async (address) => {
  const browser = await chromium.launch({ executablePath: await chromiumPath(), args: chromiumArgs });
  try {
    const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
    const faults = [];
    page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
    page.on('console', (message) => { if (/Content Security Policy/.test(message.text())) faults.push(message.text()); });
    await page.exposeFunction('tell', (line) => console.log(line));
    await page.goto(address);
    const timeout = new Promise((_, reject) => { setTimeout(() => reject(new Error(`the specs did not end in ${MAX_RUN_MS / 1000} s`)), MAX_RUN_MS).unref(); });
    return { ...(await Promise.race([page.evaluate(runAll), timeout])), faults };
  } finally {
    await browser.close();
  }
};

const forgotten = unlisted();
for (const name of forgotten) console.log(`✗ ${name} is not listed in client/src/test-main.ts`);
await build();
const server = await serve();
const { passed, failed, pending, seed, faults } = await runPage(`http://127.0.0.1:${server.address().port}/`);
server.close();
for (const fault of faults) console.log(`✗ ${fault}`);
const failures = failed + faults.length + forgotten.length;
console.log(`${passed + failures + pending} specs, ${failures} failures, ${pending} pending specs (seed ${seed})`);
console.log(`${passed} passed, ${failures} failed`);
process.exitCode = failures > 0 ? 1 : 0;
