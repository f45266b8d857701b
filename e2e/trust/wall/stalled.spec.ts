import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Watcher } from '../../../server/feed/watcher.spec-kit.js';
import { Wire } from '../../../server/feed/wire.spec-kit.js';
import { event, issued } from '../../../server/server.spec-kit.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, skip, tried } from '../kit/tried.js';

const HALL = 'centre';
const TICKETS = 600;
const CALM_ROUNDS = 32;
const MB = 1_048_576;
/** The sharp figure is the long run's: on a loaded machine garbage waits longer for its collector. */
const MOST_MB = count(96, 64);

describe('[F21] screens that take nothing off the wire', () => {
  let data: string;
  let server: ServerProcess;
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-stalled-'));
    server = await ServerProcess.start(data);
    const settings = { name: HALL, timezone: 'Asia/Shanghai', services: [{ id: 'tax', name: '税务' }] };
    await server.ask(`halls/${HALL}`, { method: 'PUT', body: JSON.stringify(settings) });
    await post(Array.from({ length: TICKETS }, (_, n) => issued(`t${n}`)));
  });
  afterAll(async () => {
    await server.end();
    await rm(data, { recursive: true });
  });

  async function post(events: object[]): Promise<void> {
    const time = new Date().toISOString();
    const answer = await server.ask(`halls/${HALL}/events`, { method: 'POST', type: 'application/cloudevents-batch+json', body: JSON.stringify(events.map((one) => ({ ...one, time }))) });
    expect(answer.status).toBe(200);
    await answer.text();
  }

  /** Every ticket changes four times a second, for as long as it is told to; the most memory that the server held meanwhile. */
  async function load(goesOn: (told: Told) => boolean): Promise<number> {
    let most = 0;
    for (let round = 0; ; round++) {
      await post(Array.from({ length: TICKETS }, (_, n) => event(round % 2 ? 'ticket.resumed' : 'ticket.parked', { ticketId: `t${n}` })));
      const told = await metrics();
      most = Math.max(most, told.memory);
      if (!goesOn(told)) return most;
      await wait(250);
    }
  }

  interface Told {
    memory: number;
    connected: number;
    lagging: number;
  }
  async function metrics(): Promise<Told> {
    const text = await (await fetch(`${server.url}/metrics`, { headers: { authorization: `Bearer ${server.operatorKey}` } })).text();
    const read = (name: string): number => Number(new RegExp(`^${name}.* (\\d+)$`, 'm').exec(text)?.[1]);
    return { memory: read('process_resident_memory_bytes'), connected: read('hallboard_screens_connected'), lagging: read('hallboard_screens_lagging') };
  }

  async function stall(): Promise<Wire> {
    const wire = await Wire.open(server.url);
    await wire.enter('/live', { key: server.operatorKey });
    wire.stopReading();
    wire.say(`42/live,["hello",{"protocol":1,"hallId":"${HALL}"}]`);
    return wire;
  }

  it('cost the server little, are cut off within fifteen seconds, and hold nobody up', async () => {
    const [screens, rounds] = [count(100, 1_000), count(1, 8)];
    const watcher = await Watcher.of({ url: server.url, hallId: HALL, key: server.operatorKey });
    let left = CALM_ROUNDS;
    const calm = await load(() => --left > 0);
    if (Number.isNaN(calm)) skip('F21', 'this system does not tell how much memory a process holds');
    let [most, slowest] = [0, 0];
    for (let round = 0; round < rounds; round++) {
      const stalled = await Promise.all(Array.from({ length: screens }, stall));
      let laggingAt = 0;
      most = Math.max(most, await load(({ connected, lagging }) => {
        if (lagging === screens) laggingAt ||= performance.now();
        return connected > 1 || laggingAt === 0;
      }));
      slowest = Math.max(slowest, performance.now() - laggingAt);
      for (const wire of stalled) wire.end();
    }
    expect((most - calm) / MB).withContext('MB more').toBeLessThan(MOST_MB);
    expect(slowest).withContext('ms from the last one full to the last one cut').toBeLessThan(15_000);
    expect([watcher.hellosAgain, watcher.refusals.length, watcher.socket.connected]).toEqual([0, 0, true]);
    watcher.end();
    tried({ promise: 'F21', how: `${screens} screens at a time that read nothing, while every ticket of their hall changes four times a second`, cases: screens * rounds,
      outcome: `all cut off, at most ${Math.round(slowest / 1_000)} s after the last was full; ${Math.max(0, Math.round((most - calm) / MB))} MB more than without them; a screen that reads misses nothing` });
  });
});
