/** F24: what is large to take in or to give out, while somebody else asks a small thing again and again. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { makeHall } from '../kit/ingest.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';

/** Of a loaded machine; what is seen on a quiet one stands in the outcome. */
const PATIENCE_MS = count(2_000, 1_000);
const DAYS = 20;
const EIGHT_MB = 8 * 1024 * 1024 - 2;

describe('[F24] What is large', () => {
  let data: string;
  let server: ServerProcess;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-large-'));
    server = await ServerProcess.start(data, { env: { HALLBOARD_RATE: '0' } });
    for (const hallId of ['large', 'small']) await makeHall(server, hallId);
  });
  afterAll(async () => {
    await server.end();
    await rm(data, { recursive: true });
  });

  /** The longest that a small question waited for its answer while `work` went on. */
  async function longestBeside(work: () => Promise<unknown>): Promise<{ ms: number; asked: number }> {
    const seen = { ms: 0, asked: 0 };
    let going = true;
    const done = work().finally(() => (going = false));
    do {
      const began = performance.now();
      await (await server.ask('halls/small/state')).text();
      seen.ms = Math.max(seen.ms, performance.now() - began);
      seen.asked++;
      await delay(5); // a caller, not a flood
    } while (going);
    await done;
    return seen;
  }

  /** Tickets of some days, as many as a body takes. */
  function fullBody(): string {
    const events: string[] = [];
    for (let bytes = 0, n = 0; bytes < EIGHT_MB - 300; n++) {
      const time = new Date(Date.now() - (n % DAYS) * 86_400_000 - 3_600_000).toISOString();
      const event = JSON.stringify({ specversion: '1.0', source: '/kiosk/1', id: `n${n}`, type: n % 2 ? 'ticket.called' : 'ticket.issued', time, data: { ticketId: `t${n >> 1}`, number: `A${n >> 1}`, ...(n % 2 ? { counterId: 'c1' } : { serviceId: 'tax' }) } });
      events.push(event);
      bytes += Buffer.byteLength(event) + 1;
    }
    return `[${events.join(',')}]`;
  }

  it('is taken in and given out beside small questions, which are answered all the while', async () => {
    const read = async (path: string) => (await server.ask(path)).arrayBuffer();
    const day = (back: number) => new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    const works: Record<string, () => Promise<unknown>> = {
      'a body of 8 MB': async () => expect((await server.ask('halls/large/events', { method: 'POST', type: 'application/cloudevents-batch+json', body: fullBody() })).status).toBe(200),
      'the journal': async () => expect((await read('halls/large/journal')).byteLength).toBeGreaterThan(EIGHT_MB),
      'a workbook of a range': () => read(`halls/large/daily/files?from=${day(DAYS)}&to=${day(1)}&format=xlsx`),
      'a body that is refused for its depth': async () => expect((await server.ask('halls/large', { method: 'PUT', body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` })).status).toBe(400),
    };
    for (const [what, work] of Object.entries(works)) {
      const { ms, asked } = await longestBeside(work);
      expect(ms).withContext(what).toBeLessThan(PATIENCE_MS);
      tried({ promise: 'F24', how: `${what}, beside small questions`, cases: asked, outcome: `the slowest was answered in ${Math.round(ms)} ms` });
    }
  }, 120_000);

  it('the net has teeth: a server that stands still is seen', async () => {
    const { ms } = await longestBeside(async () => {
      server.child.kill('SIGSTOP');
      await delay(PATIENCE_MS + 200);
      server.child.kill('SIGCONT');
    });
    expect(ms).toBeGreaterThan(PATIENCE_MS);
  }, 20_000);
});
