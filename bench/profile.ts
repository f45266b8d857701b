import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What a .cpuprofile (V8) says in a few lines: where the time itself was spent, by function and by file. `node dist/bench/profile.js FILE`. */
interface Profile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  samples: number[];
  timeDeltas: number[];
}

const IDLE = new Set(['(idle)', '(root)']);

export function summarise(file: string, top = 30): string {
  const profile = JSON.parse(readFileSync(file, 'utf8')) as Profile;
  const frames = new Map(profile.nodes.map(({ id, callFrame }) => [id, callFrame]));
  const [functions, files] = [new Map<string, number>(), new Map<string, number>()];
  let busy = 0;
  profile.samples.forEach((id, n) => {
    const frame = frames.get(id);
    const micros = profile.timeDeltas[n] ?? 0;
    if (!frame || IDLE.has(frame.functionName)) return;
    busy += micros;
    const where = shortPath(frame.url);
    const name = `${frame.functionName || '(anonymous)'} ${where}${frame.url ? `:${frame.lineNumber + 1}` : ''}`;
    functions.set(name, (functions.get(name) ?? 0) + micros);
    files.set(where || frame.functionName, (files.get(where || frame.functionName) ?? 0) + micros);
  });
  const total = profile.timeDeltas.reduce((a, b) => a + b, 0);
  const head = `${file}\nbusy ${(busy / 1e6).toFixed(2)} s of ${(total / 1e6).toFixed(2)} s`;
  return [head, '\nby function', ...heaviest(functions, busy, top), '\nby file', ...heaviest(files, busy, top / 2)].join('\n');
}

function heaviest(spent: Map<string, number>, busy: number, top: number): string[] {
  const order = [...spent].sort(([, a], [, b]) => b - a).slice(0, top);
  return order.map(([name, micros]) => `${((100 * micros) / busy).toFixed(1).padStart(5)} %  ${(micros / 1000).toFixed(0).padStart(7)} ms  ${name}`);
}

/** `…/node_modules/ws/lib/sender.js` → `ws/lib/sender.js`, `…/dist/server/live/x.js` → `server/live/x.js`. */
function shortPath(url: string): string {
  return url.replace(/^.*\/node_modules\//, '').replace(/^.*\/dist\//, '').replace(/^file:\/\//, '');
}

/** Every profile of a folder, the largest last: a server of several threads writes one for each. */
export function summariseFolder(folder: string): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.cpuprofile'));
  return files.map((name) => summarise(join(folder, name))).join('\n\n');
}

if (import.meta.filename === process.argv[1]) process.stdout.write(`${summarise(process.argv[2] ?? '')}\n`);
