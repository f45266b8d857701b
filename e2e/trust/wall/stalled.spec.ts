import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Watcher } from '../../../server/feed/watcher.spec-kit.js';
import { Wire } from '../../../server/feed/wire.spec-kit.js';
import { event } from '../../../server/server.spec-kit.js';
import { makeHall } from '../kit/ingest.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, skip, tried } from '../kit/tried.js';

const HALL = 'centre';
const TICKETS = 600;
const CALM_ROUNDS = 12;
const MB = 1_048_576;
/** When so much was written to a screen that reads nothing, its wire is full, and the server knows of it. */
const FULL_BYTES = 8 * MB;
const UNBOUNDED = fileURLToPath(new URL('./unbounded.spec-kit.js', import.meta.url));
/** The sharp figure is the long run's: on a loaded machine garbage waits longer for its collector. */
const MOST_MB = count(96, 64);

describe('[F21] screens that take nothing off the wire', () => {
  let data: string;
  let server: ServerProcess;
  let ids: string[] = [];
  beforeEach(async () => (data = await mkdtemp(join(tmpdir(), 'hallboard-stalled-'))));
  afterEach(async () => {
    await server.end('SIGKILL');
    await rm(data, { recursive: true });
  });

  /** Numbers as long as that; the bytes of what is sent when every ticket has changed, about. */
  async function open({ tickets, long = '', node = [] }: { tickets: number; long?: string; node?: string[] }): Promise<number> {
    server = await ServerProcess.start(data, { node });
    await makeHall(server, HALL);
    ids = Array.from({ length: tickets }, (_, n) => `t${n}`);
    await post(ids.map((ticketId) => event('ticket.issued', { ticketId, number: ticketId + long, serviceId: 'tax' })));
    return (await (await server.ask(`halls/${HALL}/state`)).text()).length;
  }

  async function post(events: object[]): Promise<void> {
    const time = new Date().toISOString();
    const answer = await server.ask(`halls/${HALL}/events`, { method: 'POST', type: 'application/cloudevents-batch+json', body: JSON.stringify(events.map((one) => ({ ...one, time }))) });
    expect(answer.status).toBe(200);
    await answer.text();
  }

  /** Every ticket changes four times a second, for as long as it is told to; the most memory that the server held meanwhile. */
  async function load(goesOn: (told: Told, rounds: number) => boolean): Promise<number> {
    let most = 0;
    for (let round = 0; ; round++) {
      await post(ids.map((ticketId) => event(round % 2 ? 'ticket.resumed' : 'ticket.parked', { ticketId })));
      const told = await metrics();
      most = Math.max(most, told.memory);
      if (!goesOn(told, round)) return most;
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
    const bytes = await open({ tickets: TICKETS });
    const [screens, rounds] = [count(100, 1_000), count(1, 4)];
    const watcher = await Watcher.of({ url: server.url, hallId: HALL, key: server.operatorKey });
    const calm = await load((_, round) => round < CALM_ROUNDS);
    if (Number.isNaN(calm)) skip('F21', 'this system does not tell how much memory a process holds');
    let [most, slowest, fullIn] = [0, 0, 0];
    for (let round = 0; round < rounds; round++) {
      const stalled = await Promise.all(Array.from({ length: screens }, stall));
      let laggingAt = 0;
      most = Math.max(most, await load(({ connected, lagging }, rounds) => {
        if (lagging === screens) laggingAt ||= performance.now();
        if (laggingAt === 0) fullIn = Math.max(fullIn, rounds);
        return connected > 1 || laggingAt === 0;
      }));
      slowest = Math.max(slowest, performance.now() - laggingAt);
      for (const wire of stalled) wire.end();
    }
    expect((most - calm) / MB).withContext('MB more').toBeLessThan(MOST_MB);
    expect(fullIn * bytes).withContext('bytes written until all were known to be full').toBeLessThan(FULL_BYTES);
    expect(slowest).withContext('ms from the last one full to the last one cut').toBeLessThan(15_000);
    expect([watcher.hellosAgain, watcher.refusals.length, watcher.socket.connected]).toEqual([0, 0, true]);
    watcher.end();
    tried({ promise: 'F21', how: `${screens} screens at a time that read nothing, while every ticket of their hall changes four times a second`, cases: screens * rounds,
      outcome: `all cut off, at most ${Math.round(slowest / 1_000)} s after the last was full; ${Math.max(0, Math.round((most - calm) / MB))} MB more than without them; a screen that reads misses nothing` });
  });

  it('the net has teeth: a server that writes on, however much is waiting, is caught', async () => {
    const bytes = await open({ tickets: 2_000, long: 'x'.repeat(180), node: ['--import', UNBOUNDED] });
    const wire = await stall();
    let full = 0;
    await load(({ lagging }, round) => {
      full = Math.max(full, lagging);
      return round * bytes < FULL_BYTES && full === 0;
    });
    wire.end();
    expect(full).toBe(0);
  });
});
