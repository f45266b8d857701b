/** Malformed requests, bodies and packets at the server as a process: it refuses, lives, forgets them, and serves whoever is well-behaved. */
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../../kit/server-process.js';
import { count, seed, tried } from '../../kit/tried.js';
import { Dice } from './dice.js';
import { knownRequests } from './http-requests.js';
import { knownPackets } from './packets.js';
import { inLanes, PACKETS, throwBody, throwBytes, throwGrown, throwPackets, throwRequest } from './throwers.js';

const MB = 1024 * 1024;
/** What malformed input may leave behind: a heap that has not been swept yet, not what was thrown. */
const MORE = 96 * MB;
const bounds = (perCommit: number, long: number) => ({ wanted: count(perCommit, long), withinMs: count(60_000, 80_000) });
const LINE = { specversion: '1.0', id: 'e1', source: '/kiosk/1', type: 'ticket.issued', time: '2026-11-23T09:30:00+08:00', data: { ticketId: 't', number: 'A1', serviceId: 'S1' } };

describe('Malformed input', () => {
  let data: string;
  let server: ServerProcess;
  let safe: string;
  let readers = 0;

  /** By a key of its own: whoever throws has asked too often by now. */
  async function journal(hallId: string): Promise<string> {
    const made = await server.ask(`halls/${hallId}/keys`, { method: 'POST', body: JSON.stringify({ role: 'reader', name: `reader ${++readers}` }) });
    return (await server.ask(`halls/${hallId}/journal`, { key: ((await made.json()) as { key: string }).key })).text();
  }
  const memory = async () => Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) * 1024;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-fuzz-'));
    server = await ServerProcess.start(data, { env: { HALLBOARD_ADMIN_PASSWORD: 'four words of my own' } });
    for (const id of ['a', 'safe']) await server.ask(`halls/${id}`, { method: 'PUT', body: JSON.stringify({ name: id, public: true, services: [{ id: 'S1', name: 'x' }] }) });
    await server.ask('halls/safe/events', { method: 'POST', type: 'application/cloudevents+json', body: JSON.stringify(LINE) });
    safe = await journal('safe');
  });

  afterEach(async () => {
    expect(server.child.exitCode).withContext('the server lives').toBeNull();
    expect(await journal('safe')).withContext('the journal beside').toBe(safe);
    expect((await server.ask('halls/safe/state')).status).withContext('a good client').toBe(200);
  });

  afterAll(async () => {
    expect((await server.end()).code).toBe(0);
    await rm(data, { recursive: true, force: true });
  });

  it('as requests that broken servers before are refused, each', async () => {
    for (const [name, bytes] of Object.entries(knownRequests)) expect(await throwBytes(server.url, bytes)).withContext(name).toBeNull();
    tried({ promise: 'F26', how: 'known hostile requests: smuggling, lengths, heads', cases: Object.keys(knownRequests).length, outcome: '0 answers of 5xx, 0 hung' });
  });

  it('as packets that broke servers before is dropped or ends its socket', async () => {
    for (const [name, packets] of Object.entries(knownPackets)) expect(await throwPackets(server.url, packets)).withContext(name).toBeNull();
    tried({ promise: 'F26', how: 'known hostile packets: attachments, names, sizes', cases: Object.values(knownPackets).flat().length, outcome: '0 exits, 0 hung' });
  });

  /** Half of what is tried: the first warms the server up, the second may leave no more than the first. */
  async function half(dice: Dice): Promise<{ cases: number; wrong: string[] }> {
    const requests = await inLanes(bounds(1_500, 100_000), () => throwRequest(server.url, dice));
    const bodies = await inLanes(bounds(2_000, 250_000), () => throwBody(server.url, server.operatorKey, dice));
    const packets = await inLanes({ ...bounds(2_000, 150_000), of: PACKETS }, () => throwGrown(server.url, dice));
    return { cases: requests.cases + bodies.cases + packets.cases, wrong: [...requests.wrong, ...bodies.wrong, ...packets.wrong] };
  }

  it('as grown requests, bodies and packets fails nothing and leaves nothing', async () => {
    const dice = new Dice(seed);
    const first = await half(dice);
    const warm = await memory();
    const second = await half(dice);
    const more = (await memory()) - warm;
    expect([...first.wrong, ...second.wrong]).toEqual([]);
    const lines = (await journal('a')).trim().split('\n').map((line) => JSON.parse(line) as { seq: number });
    expect(lines.map(({ seq }) => seq)).toEqual(lines.map((_, index) => index + 1));
    expect(more).toBeLessThan(MORE);
    tried({
      promise: 'F26', how: 'grown and mutated requests, bodies and packets', cases: first.cases + second.cases,
      outcome: `0 answers of 5xx, 0 exits, the other journal unchanged, memory of the second half ${Math.round(more / MB)} MB more`,
    });
  });

  it('that dribbles or never begins is ended in its time, while others are served', async () => {
    const port = Number(new URL(server.url).port);
    const heads = ['', 'G', 'GET / HTTP/1.1\r\nHost: x\r\nX-A: ', 'POST /api/v1/session HTTP/1.1\r\n', 'GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'];
    const sockets = Array.from({ length: 250 }, (_, index) => {
      const socket = connect(port, '127.0.0.1').on('error', () => undefined).resume();
      socket.write(heads[index % heads.length]!);
      return socket;
    });
    const closed = Promise.all(sockets.map((socket) => once(socket, 'close')));
    let served = 0;
    let open = true;
    void closed.then(() => (open = false));
    const begun = performance.now();
    while (open && performance.now() - begun < 60_000) {
      expect((await server.ask('halls/safe/state')).status).toBe(200);
      served++;
      await new Promise((fulfil) => setImmediate(fulfil));
    }
    expect(open).withContext('a socket was left open').toBeFalse();
    tried({ promise: 'F26', how: 'slow heads, silent sockets, upgrades that say nothing', cases: sockets.length, outcome: `all ended within ${Math.round((performance.now() - begun) / 1000)} s, ${served.toLocaleString('en')} other requests served meanwhile` });
  });

  it('the net has teeth: a server that fails at one odd byte is caught', async () => {
    const careless = createServer((request, response) => {
      const failed = /[^\x20-\x7e]|%$/.test(request.url!) || request.headers['content-type'] === ';;;';
      request.resume();
      response.writeHead(failed ? 500 : 200).end();
    });
    careless.listen(0, '127.0.0.1');
    await once(careless, 'listening');
    const url = `http://127.0.0.1:${(careless.address() as AddressInfo).port}`;
    const dice = new Dice(seed);
    expect((await inLanes({ wanted: 1_000, withinMs: 30_000 }, () => throwRequest(url, dice))).wrong.length).toBeGreaterThan(0);
    careless.closeAllConnections();
    careless.close();
  });
});
