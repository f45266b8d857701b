/** F28: a stop in order under load, a second start on the same folder, a port that somebody has. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { audit } from './audit.spec-kit.js';
import { Book, HALL } from './book.spec-kit.js';

const STOPS = count(3, 25);
const STARTS = count(2, 25);
/** As the contract says, and what a busy machine takes besides. */
const DRAIN_MS = 5_000 + 2_000;

describe('a stop and a start', () => {
  let data: string;
  beforeEach(async () => (data = await mkdtemp(join(tmpdir(), 'hallboard-stop-'))));
  afterEach(() => rm(data, { recursive: true }));

  /** A stream of events that goes on for ever. */
  function neverEnding({ url, operatorKey }: ServerProcess): void {
    const { hostname, port } = new URL(url);
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(`POST /api/v1/${HALL}/events HTTP/1.1\r\nhost: x\r\nauthorization: Bearer ${operatorKey}\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n`);
  }

  it('stops within five seconds of being told, whatever is going on, and keeps what it answered for', async () => {
    const book = new Book();
    let [server, slowest] = [await ServerProcess.start(data), 0];
    await Book.openHall(server);
    for (let stops = 0; stops < STOPS; stops++) {
      const stopped = new AbortController();
      const loaded = book.load(server, stopped.signal);
      if (stops % 2) neverEnding(server);
      await wait(10 + book.draw.next() * 300);
      const began = performance.now();
      const ended = await server.end();
      slowest = Math.max(slowest, performance.now() - began);
      stopped.abort();
      await loaded;
      expect(ended).toEqual({ code: 0, signal: null });
      server = await ServerProcess.start(data);
      await book.postAgain(server);
    }
    expect((await audit(server, book)).faults).toEqual([]);
    await server.end();
    expect(slowest).toBeLessThan(DRAIN_MS);
    tried({ promise: 'F28', how: 'SIGTERM under load, every other time with a stream that never ends', cases: STOPS, outcome: `ended with code 0 in ${Math.round(slowest)} ms at most; 0 lost of ${book.acknowledged.size.toLocaleString('en')} acknowledged` });
  });

  it('refuses a second start on the same folder, and the first goes on', async () => {
    const first = await ServerProcess.start(data);
    const second = () => expectAsync(ServerProcess.start(data)).toBeRejectedWithError(/ended \(1\).*journal\.sqlite is in use by another Hallboard: one data folder serves one process/s);
    for (let starts = 0; starts < STARTS; starts += 2) await Promise.all([second(), second()]);
    expect((await first.ask('halls')).status).withContext('its key still holds').toBe(200);
    expect((await first.end()).code).toBe(0);
    tried({ promise: 'F28', how: 'a second start on the same folder', cases: STARTS, outcome: 'refused in a sentence with code 1; the first goes on' });
  });

  it('says that a port is taken', async () => {
    const other = createServer();
    await once(other.listen(0, '127.0.0.1'), 'listening');
    const { port } = other.address() as AddressInfo;
    for (let starts = 0; starts < STARTS; starts++) {
      const sentence = new RegExp(`ended \\(1\\).*127\\.0\\.0\\.1:${port} is taken by another program: stop that one, or set PORT to another number`, 's');
      await expectAsync(ServerProcess.start(data, { env: { PORT: String(port) } })).toBeRejectedWithError(sentence);
    }
    other.close();
    tried({ promise: 'F28', how: 'a start on a port that is taken', cases: STARTS, outcome: 'refused in a sentence with code 1' });
  });
});
