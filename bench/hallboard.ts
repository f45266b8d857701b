import { spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HallSettings, KeyRole } from '../shared/commands/hall.js';
import type { Bench } from './bench.js';
import { stopProcess } from './child.js';
import { freePort, waitFor } from './net.js';

/** As `npm start` does. */
const AS_STARTED = ['--max-semi-space-size=64'];

/**
 * The built server itself, as a child process on a data folder of its own: everything the bench knows of it, it knows through
 * the public contract. The operator key in the data folder makes the bench an administrator.
 */
export interface Hallboard {
  readonly port: number;
  readonly pid: number;
  readonly data: string;
  /** From the start of the process to the first 200 of /readyz, ms. */
  readonly readyMs: number;
  putHall(hallId: string, settings: Partial<HallSettings> & { name: string }): Promise<void>;
  putStandard(hallId: string, clauses: Record<string, unknown>[]): Promise<void>;
  key(hallId: string, role: KeyRole): Promise<string>;
  /** A request below the halls' path by a key of its own, a GET where nothing is posted; throws what was said where it is refused. */
  ask(path: string, key: string, post?: Post): Promise<Response>;
  stop(signal?: NodeJS.Signals): Promise<void>;
}

export interface Post {
  type: 'application/json' | 'application/cloudevents-batch+json' | 'application/x-ndjson';
  body: string;
}

const READY_WITHIN_MS = 90_000;

/** Starts it on a new data folder, or again on one that it filled before. */
export async function startHallboard(bench: Bench, data = join(bench.folder, `data-${bench.nextNumber()}`)): Promise<Hallboard> {
  const port = await freePort();
  mkdirSync(data, { recursive: true });
  const log = openSync(bench.logFile, 'a');
  const profiling = bench.profiles ? ['--cpu-prof', '--cpu-prof-dir', bench.profiles] : [];
  const settings = { PORT: String(port), HOST: '127.0.0.1', HALLBOARD_DATA: data, HALLBOARD_DEMO: 'off', HALLBOARD_RATE: '0', HALLBOARD_ADMIN_PASSWORD: 'bench-bench' };
  const child = spawn(process.execPath, [...AS_STARTED, ...profiling, bench.server], { env: { ...process.env, ...settings }, stdio: ['ignore', log, log] });
  const started = { stop: (signal: NodeJS.Signals = 'SIGTERM') => stopProcess(child, signal) };
  bench.keep(started);
  const readyMs = await waitFor(`http://127.0.0.1:${port}/readyz`, { child, withinMs: READY_WITHIN_MS });
  return { ...started, ...caller(port, data), port, data, readyMs, pid: child.pid ?? 0 };
}

function caller(port: number, data: string): Pick<Hallboard, 'putHall' | 'putStandard' | 'key' | 'ask'> {
  const operatorKey = readFileSync(join(data, 'operator.key'), 'utf8').trim();
  const request = async (path: string, key: string, { method, type, body }: { method: string } & Partial<Post>): Promise<Response> => {
    const headers = { authorization: `Bearer ${key}`, ...(type && { 'content-type': type }) };
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/halls/${path}`, { method, headers, ...(body && { body }) });
    if (!answer.ok) throw new Error(`${method} ${path} was refused with ${answer.status}: ${await answer.text()}`);
    return answer;
  };
  const send = async (method: string, path: string, body: unknown): Promise<unknown> => {
    const answer = await request(path, operatorKey, { method, type: 'application/json', body: JSON.stringify(body) });
    return answer.status === 204 ? undefined : answer.json().catch(() => undefined);
  };
  return {
    ask: (path, key, post) => request(path, key, { method: post ? 'POST' : 'GET', ...post }),
    putHall: async (hallId, settings) => void (await send('PUT', hallId, settings)),
    putStandard: async (hallId, clauses) => void (await send('PUT', `${hallId}/standard`, { name: 'Bench', source: 'bench', clauses })),
    key: async (hallId, role) => ((await send('POST', `${hallId}/keys`, { role })) as { key: string }).key,
  };
}
