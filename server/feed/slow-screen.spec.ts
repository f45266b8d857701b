import { event, issued, Server } from '../server.spec-kit.js';
import { connectionOf } from './frame.js';
import type { Screen } from './screen.js';
import { until, Watcher } from './watcher.spec-kit.js';
import { Wire } from './wire.spec-kit.js';

const BUDGET = 256 * 1024;
const TICKETS = 1_500;

describe('a screen that takes nothing off the wire', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('s');
    await server.post('s', Array.from({ length: TICKETS }, (_, index) => issued(`t${index}`)));
  });
  afterEach(() => server.end());

  /** A raw client that said hello, and the server's side of it. */
  async function stalled(): Promise<{ wire: Wire; screen: Screen }> {
    const { connected } = server.running.feeds.of('s')!;
    const before = new Set(connected);
    const wire = await Wire.open(server.url);
    await wire.enter('/live', { key: server.operatorKey });
    wire.stopReading();
    wire.say('42/live,["hello",{"protocol":1,"hallId":"s"}]');
    await until(() => connected.size > before.size);
    return { wire, screen: [...connected].find((screen) => !before.has(screen))! };
  }
  const waiting = (screen: Screen) => connectionOf(screen['socket'])?.writableLength ?? 0;

  /** Changes every ticket, so that the next delta is large; answers with the bytes of that delta, about. */
  async function largeDelta(round: number): Promise<void> {
    const type = round % 2 === 0 ? 'ticket.parked' : 'ticket.resumed';
    await server.post('s', Array.from({ length: TICKETS }, (_, index) => event(type, { ticketId: `t${index}` })));
    server.show('s');
  }

  it('is held in memory up to its budget and one frame, is cut off after ten seconds, and the others go on', async () => {
    const watcher = await Watcher.of({ url: server.url, hallId: 's', key: server.operatorKey });
    const frame = JSON.stringify(watcher.snapshots[0]).length;
    const { wire, screen } = await stalled();
    const { connected } = server.running.feeds.of('s')!;
    let most = 0;
    let rounds = 0;
    for (; rounds < 60 && !screen.lagging; rounds++) {
      await largeDelta(rounds);
      most = Math.max(most, waiting(screen));
      await until(() => watcher.deltas.length === rounds + 1);
    }
    expect(screen.lagging).withContext(`after ${rounds} deltas of about ${frame} bytes`).toBeTrue();
    for (let round = 0; round < 7; round++) {
      await largeDelta(rounds++);
      server.clock.pass(1_000);
      wire.say('42/live,["hello",{"protocol":1,"hallId":"s"}]'); // asking anew buys neither bytes nor time
      await until(() => watcher.deltas.length === rounds);
      most = Math.max(most, waiting(screen));
    }
    console.log(`slow screen: at most ${Math.round(most / 1024)} KB waited for it, frames of ${Math.round(frame / 1024)} KB`);
    expect(most).toBeLessThan(BUDGET + 2 * frame);
    expect(connected.size).toBe(2);
    server.clock.pass(3_000);
    expect(connected.size).toBe(1);
    await largeDelta(rounds++);
    await until(() => watcher.deltas.length === rounds);
    expect(watcher.hellosAgain).toBe(0);
    watcher.end();
    wire.end();
  }, 30_000);

  it('does not hold up the end of the server', async () => {
    const { wire, screen } = await stalled();
    for (let round = 0; round < 60 && !screen.lagging; round++) await largeDelta(round);
    const began = performance.now();
    await server.close();
    expect(performance.now() - began).toBeLessThan(4_000);
    wire.end();
  }, 30_000);

  it('and goes on asking is answered no more than a few times', async () => {
    const { wire, screen } = await stalled();
    for (let round = 0; round < 100; round++) wire.say(...Array.from({ length: 500 }, () => '42/live,["hello",{"protocol":1,"hallId":"nowhere"}]'));
    await until(() => (screen['socket'].conn as unknown as { request: { socket: { bytesRead: number } } }).request.socket.bytesRead > 2_000_000);
    expect((screen['socket'].conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length).toBeLessThan(40);
    wire.end();
  }, 20_000);
});
