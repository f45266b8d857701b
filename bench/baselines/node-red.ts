import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopProcess } from '../child.js';
import { freePort, waitFor } from '../net.js';

/**
 * Node-RED as a user would wire it: http in → http response, and the payload on a dashboard text. It stores nothing. Installed
 * from the registry into a folder of its own (kept between runs); when that fails the bench says so and leaves the row out.
 */
export const NODE_RED = 'node-red@5.0.7';
export const DASHBOARD = '@flowfuse/node-red-dashboard@1.31.0';
export const EVENTS_PATH = '/events';

export interface NodeRed {
  port: number;
  pid: number;
  stop(): Promise<void>;
}

/** Installs it where needed; undefined, and why, when that is not possible. */
export function installNodeRed(say: (line: string) => void): string | undefined {
  const prefix = join(tmpdir(), 'hallboard-bench-node-red');
  const main = join(prefix, 'node_modules/node-red/red.js');
  if (existsSync(main)) return main;
  mkdirSync(prefix, { recursive: true });
  say(`installing ${NODE_RED} and ${DASHBOARD} …`);
  const args = ['install', '--prefix', prefix, '--no-audit', '--no-fund', NODE_RED, DASHBOARD];
  const done = spawnSync('npm', args, { cwd: prefix, encoding: 'utf8', timeout: 120_000 });
  if (done.status === 0 && existsSync(main)) return main;
  say(`!!! Node-RED could not be installed, its row is left out:\n${done.stderr ?? String(done.error)}`);
  return undefined;
}

export async function startNodeRed(main: string, folder: string): Promise<NodeRed> {
  const port = await freePort();
  const user = join(folder, 'node-red');
  mkdirSync(user, { recursive: true });
  const settings = { uiPort: port, uiHost: '127.0.0.1', flowFile: 'flows.json', telemetry: { enabled: false }, logging: { console: { level: 'warn' } } };
  writeFileSync(join(user, 'settings.js'), `module.exports = ${JSON.stringify(settings)};`);
  writeFileSync(join(user, 'flows.json'), JSON.stringify(flow));
  // The dashboard lies beside Node-RED, where it looks for nodes only when told so.
  const args = [main, '--userDir', user, '--settings', join(user, 'settings.js')];
  const child = spawn(process.execPath, args, { cwd: user, stdio: ['ignore', 'ignore', 'inherit'] });
  await waitFor(`http://127.0.0.1:${port}/dashboard`, { child, withinMs: 60_000 });
  return { port, pid: child.pid ?? 0, stop: () => stopProcess(child, 'SIGTERM') };
}

const base = { id: 'base', type: 'ui-base', name: 'board', path: '/dashboard', includeClientData: true, acceptsClientConfig: [], showPathInSidebar: false };
const theme = { id: 'theme', type: 'ui-theme', name: 'plain', colors: {}, sizes: {} };
const page = { id: 'page', type: 'ui-page', name: 'hall', ui: 'base', path: '/hall', layout: 'grid', theme: 'theme', order: 1 };
const group = { id: 'group', type: 'ui-group', name: 'tickets', page: 'page', width: 6, height: 1, order: 1 };
const flow = [
  { id: 'tab', type: 'tab', label: 'hall' },
  { ...base },
  { ...theme },
  { ...page },
  { ...group },
  { id: 'in', type: 'http in', z: 'tab', url: EVENTS_PATH, method: 'post', upload: false, x: 1, y: 1, wires: [['out', 'text']] },
  { id: 'out', type: 'http response', z: 'tab', statusCode: '200', headers: {}, x: 2, y: 1, wires: [] },
  { id: 'text', type: 'ui-text', z: 'tab', group: 'group', order: 1, width: 0, height: 0, name: '', label: 'last event', format: '{{msg.payload}}', layout: 'row-spread', x: 2, y: 2, wires: [] },
];
