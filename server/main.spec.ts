/**
 * The real process, killed under load (SIGKILL) and started again on the same folder, over and over: what was answered for is
 * there, once; nobody's seqs have a gap; the chain holds; and clients that post again what they heard nothing of lose nothing.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { IntakeAnswer } from '../shared/events/cloud-event.js';
import { firstBroken } from './journal/chain.js';
import { linksOf } from './journal/journal.spec-kit.js';
import { BATCH, event, issued, LINES, ONE, type Posted } from './server.spec-kit.js';

const KILLS = 20;
const MAIN = fileURLToPath(new URL('./main.js', import.meta.url));
/** Each lane posts one after the other: so many events at once, in this way. */
const LANES: [type: string, most: number][] = [[ONE, 1], [ONE, 1], [ONE, 1], [BATCH, 5], [BATCH, 40], [LINES, 300]];

class Process {
  private constructor(
    readonly url: string,
    readonly key: string,
    private readonly child: ChildProcess,
  ) {}

  static async start(data: string): Promise<Process> {
    const env = { PATH: process.env['PATH'], HALLBOARD_DATA: data, HALLBOARD_DEMO: 'off', PORT: '0' };
    const child = spawn(process.execPath, [MAIN], { env, cwd: data, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    const url = await new Promise<string>((fulfil, reject) => {
      const hear = (bytes: Buffer) => {
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec((said += bytes.toString()));
        if (found) fulfil(found[0]);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', (code) => reject(new Error(`the server ended (${code}): ${said}`)));
    });
    return new Process(url, (await readFile(join(data, 'operator.key'), 'utf8')).trim(), child);
  }

  async kill(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }
}

/** The answer, or null when none came: the server died first. */
function say({ url, key }: Process, { path, method, type, body, agent }: { path: string; method: string; type?: string; body?: string; agent?: Agent }): Promise<string | null> {
  return new Promise((fulfil) => {
    const headers = { authorization: `Bearer ${key}`, ...(type ? { 'content-type': type } : {}) };
    const asked = request(`${url}/api/v1/halls/k${path}`, { method, headers, agent }, (response) => {
      let text = '';
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => fulfil(response.complete && response.statusCode! < 300 ? text : null));
      response.on('error', () => fulfil(null));
    });
    asked.on('error', () => fulfil(null));
    asked.end(body);
  });
}

describe(`the server, killed ${KILLS} times under ingest`, () => {
  let data: string;
  beforeAll(async () => (data = await mkdtemp(join(tmpdir(), 'hallboard-kill-'))));
  afterAll(() => rm(data, { recursive: true }));

  const acknowledged = new Set<string>();
  const sent = new Map<string, string>();
  let unheard: Posted[] = [];
  let [resent, duplicates] = [0, 0];
  let tickets = 0;

  function written(type: string, events: Posted[]): string {
    const texts = events.map((one) => JSON.stringify(one));
    return type === ONE ? texts[0]! : type === BATCH ? `[${texts.join(',')}]` : texts.join('\n');
  }

  /** Posts and keeps book: what was answered for, and what nothing was heard of. */
  async function post(server: Process, { type, events, agent }: { type: string; events: Posted[]; agent?: Agent }): Promise<IntakeAnswer | null> {
    for (const one of events) sent.set(one.id, JSON.stringify(one));
    const heard = await say(server, { path: '/events', method: 'POST', type, body: written(type, events), ...(agent ? { agent } : {}) });
    if (heard === null) {
      unheard.push(...events);
      return null;
    }
    const answer = JSON.parse(heard) as IntakeAnswer;
    expect(answer.accepted + answer.duplicates).toBe(events.length);
    for (const { id } of events) acknowledged.add(id);
    return answer;
  }

  async function load(server: Process, until: { killed: boolean }): Promise<void> {
    const agent = new Agent({ keepAlive: true });
    await Promise.all(LANES.map(async ([type, most]) => {
      while (!until.killed) {
        const count = 1 + Math.floor(Math.random() * most);
        const events = Array.from({ length: count }, () => (++tickets % 2 ? issued(`k${tickets}`) : event('device.heartbeat', { deviceId: 'd1' })));
        if (!(await post(server, { type, events, agent }))) return;
      }
    }));
    agent.destroy();
  }

  /** What nothing was heard of is posted again: it was stored, or it is now. */
  async function postAgain(server: Process): Promise<void> {
    const again = unheard;
    unheard = [];
    for (let from = 0; from < again.length; from += 1_000) {
      const answer = await post(server, { type: BATCH, events: again.slice(from, from + 1_000) });
      expect(answer).not.toBeNull();
      duplicates += answer?.duplicates ?? 0;
    }
    resent += again.length;
  }

  async function check(server: Process): Promise<number> {
    const text = (await say(server, { path: '/journal', method: 'GET' }))!;
    expect(firstBroken(linksOf(text))).withContext('chain, and seqs without a gap').toBeNull();
    const ids = text.split('\n').filter(Boolean).slice(1).map((line) => {
      const stored = (JSON.parse(line) as { event: Posted }).event;
      if (sent.get(stored.id) !== JSON.stringify(stored)) fail(`${stored.id} is not what was sent`);
      return stored.id;
    });
    const known = new Set(ids);
    expect(known.size).withContext('stored once').toBe(ids.length);
    expect([...acknowledged].filter((id) => !known.has(id))).withContext('acknowledged and lost').toEqual([]);
    return ids.length;
  }

  it('loses nothing that it answered for, stores nothing twice, and its clients can always catch up', async () => {
    let [stored, slowest] = [0, 0];
    let server = await Process.start(data);
    await say(server, { path: '', method: 'PUT', type: 'application/json', body: JSON.stringify({ name: 'k', services: [{ id: 'tax', name: '税务' }] }) });
    for (let kill = 0; kill < KILLS; kill++) {
      const state = { killed: false };
      const loaded = load(server, state);
      await wait(10 + Math.random() * 300);
      state.killed = true;
      await server.kill();
      await loaded;
      const began = performance.now();
      server = await Process.start(data);
      slowest = Math.max(slowest, performance.now() - began);
      if (kill === KILLS / 2) stored = await check(server);
      await postAgain(server);
    }
    stored = await check(server);
    expect(stored).toBe(sent.size);
    const state = JSON.parse((await say(server, { path: '/state', method: 'GET' }))!) as { rows: { figures: { hall: { tickets: { issued: number; carriedIn: number } } } } };
    const { issued: today, carriedIn } = state.rows.figures.hall.tickets;
    expect(today + carriedIn).toBe([...sent.values()].filter((text) => text.includes('ticket.issued')).length);
    await server.kill();
    console.log(`kill -9: ${KILLS} times; ${acknowledged.size} events acknowledged, ${stored} stored, lost 0, twice 0; ${resent} unheard of and sent again, ${duplicates} of them were stored; slowest start ${Math.round(slowest)} ms`);
  }, 240_000);
});
