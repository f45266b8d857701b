// `npm run build`, and the first half of `npm start`: builds the server and the client, both at once, and skips a part
// whose sources have not changed. What "unchanged" means is a hash over names and contents, kept in dist/.built-<part>.json:
// the times of sources say nothing after a clone or a change of branch. The time of what was built is kept beside it, so
// that a compiler run by hand in between does not pass for ours.
import { createHash } from 'node:crypto';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';

const SKIPPED = new Set(['node_modules', 'dist', '.angular']);
const EVERY_PART = ['shared', 'package.json', 'package-lock.json', '.config/build.mjs'];
const COMPILED = ['shared', 'server', 'e2e', 'bench'];
const PACKED = /\.(js|css|html|json|svg)$/;
const PACKERS = [['br', promisify(brotliCompress)], ['gz', promisify(gzip)]];
const parts = {
  server: {
    sources: [...EVERY_PART, 'server', 'e2e', 'bench', 'tsconfig.json', 'nest-cli.json'],
    output: 'dist/server/main.js',
    touched: 'dist/.tsbuildinfo',
  },
  client: {
    sources: [...EVERY_PART, 'client'],
    output: 'dist/client/browser/index.html',
    touched: 'dist/client/browser/index.html',
  },
};

const filesUnder = (path) => {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).filter((name) => !SKIPPED.has(name)).sort().flatMap((name) => filesUnder(`${path}/${name}`));
};

const hashOf = (sources) => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap(filesUnder)) hash.update(`${file}\0`).update(readFileSync(file)).update('\0');
  return hash.digest('hex');
};

/** What a build prints matters only when it fails or warns. */
const run = (script) => new Promise((resolve) => {
  const child = spawn('npm', ['run', '--silent', script], { env: { ...process.env, NG_CLI_ANALYTICS: 'false' }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said += chunk; });
  child.on('close', (code) => resolve({ failed: code !== 0, said }));
});

/** The compiler never removes what it once wrote; without this a deleted spec would go on passing. */
const pruneCompiled = () => {
  for (const file of COMPILED.flatMap((folder) => filesUnder(`dist/${folder}`))) {
    if (!existsSync(file.replace(/^dist\//, '').replace(/\.js(\.map)?$/, '.ts'))) rmSync(file);
  }
};

/** Packed once and as well as can be, beside each text of the pages: brotli goes to https and localhost, gzip to everyone. */
const packPages = () => Promise.all(filesUnder('dist/client/browser').filter((file) => PACKED.test(file)).flatMap((file) => {
  const text = readFileSync(file);
  return PACKERS.map(async ([ending, pack]) => writeFileSync(`${file}.${ending}`, await pack(text)));
}));

const build = async (name) => {
  const { sources, output, touched } = parts[name];
  const stamp = `dist/.built-${name}.json`;
  const hash = hashOf(sources);
  const state = () => JSON.stringify({ hash, builtAt: existsSync(touched) ? statSync(touched).mtimeMs : 0 });
  if (existsSync(stamp) && existsSync(output) && readFileSync(stamp, 'utf8') === state()) return true;
  const started = performance.now();
  console.log(`building the ${name} …`);
  rmSync(stamp, { force: true });
  // The compiler's memory of what it emitted is worthless once the output is gone.
  if (!existsSync(output)) rmSync(touched, { force: true });
  const { failed, said } = await run(`build:${name}`);
  if (failed || /warning/i.test(said)) process.stderr.write(said);
  if (failed) return false;
  if (name === 'server') pruneCompiled();
  else await packPages();
  writeFileSync(stamp, state());
  console.log(`built the ${name} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  return true;
};

const asked = process.argv.slice(2);
const results = await Promise.all((asked.length > 0 ? asked : Object.keys(parts)).map(build));
process.exitCode = results.every(Boolean) ? 0 : 1;
