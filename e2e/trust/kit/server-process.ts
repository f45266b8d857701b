/** The built server as a process of its own, so that a suite can kill it and stop it as a machine would. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Answering } from './answering.js';

const MAIN = fileURLToPath(new URL('../../../server/main.js', import.meta.url));

/** Levels at which a server does not say where it listens. */
const QUIET = ['fatal', 'error', 'warn'];

export interface StartOptions {
  /** Settings besides the data folder, a free port and no demo. */
  env?: Record<string, string>;
  /** Arguments of node itself. */
  node?: readonly string[];
}

export class ServerProcess extends Answering {
  /** It has ended, and all that it said was heard. */
  private readonly gone: Promise<unknown>;

  private constructor(
    readonly url: string,
    /** An administrator's key, as it lies in the data folder. */
    readonly operatorKey: string,
    readonly child: ChildProcess,
    private readonly hear: () => string,
  ) {
    super();
    this.gone = once(child, 'close');
  }

  /** Resolves once it says where it listens, or answers there where its log is quiet; rejects with all it said where it ends before. */
  static async start(data: string, { env = {}, node = [] }: StartOptions = {}): Promise<ServerProcess> {
    const quiet = QUIET.includes(env['HALLBOARD_LOG'] ?? '');
    const settings = { PATH: process.env['PATH'], HALLBOARD_DATA: data, HALLBOARD_DEMO: 'off', PORT: quiet ? await freePort() : '0', ...env };
    const child = spawn(process.execPath, [...node, MAIN], { env: settings, cwd: data, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const url = await new Promise<string>((fulfil, reject) => {
      const listen = (bytes: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec((said += bytes.toString()));
        if (found) fulfil(found[0]);
      };
      child.stdout.on('data', listen);
      child.stderr.on('data', listen);
      child.once('error', reject);
      child.once('exit', (code, signal) => reject(new Error(`the server ended (${String(signal ?? code)}): ${said}`)));
      if (quiet) void answering(`http://127.0.0.1:${settings.PORT}`, child).then(fulfil);
    });
    return new ServerProcess(url, (await readFile(join(data, 'operator.key'), 'utf8')).trim(), child, () => said);
  }

  /** All it has said so far, on both outputs. */
  get said(): string {
    return this.hear();
  }

  /** Ends it, or waits for the end it is already coming to; how it ended. */
  async end(signal: NodeJS.Signals | null = 'SIGTERM'): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
    if (signal && this.child.exitCode === null && this.child.signalCode === null) this.child.kill(signal);
    await this.gone;
    return { code: this.child.exitCode, signal: this.child.signalCode };
  }
}

async function freePort(): Promise<string> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await once(server.close(), 'close');
  return String(port);
}

/** Fulfils when it answers there; not asked any more once it has ended. */
async function answering(url: string, child: ChildProcess): Promise<string> {
  const alive = () => fetch(`${url}/healthz`).then(({ ok }) => ok, () => false);
  while (child.exitCode === null && child.signalCode === null && !(await alive())) await wait(20);
  return url;
}
