import { issued, Server } from '../server.spec-kit.js';
import { Watcher } from './watcher.spec-kit.js';

const TICKETS = 25_000; // more than are proven, and more than a megabyte

describe('A hall of very many tickets', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('a');
  });
  afterEach(() => server.end());

  const post = (name: string, tickets: number) => server.post('a', Array.from({ length: tickets }, (_, no) => issued(`${name}${no}`)));
  const count = (rows: object) => Object.keys(rows).length;

  it('is told whole to whoever asks, with all that was posted before', async () => {
    for (let part = 0; part < 5; part++) await post(`p${part}-`, TICKETS / 5);
    const asked = server.state('a');
    await post('meanwhile', 1);
    const told = await asked;
    expect(count(told.rows.tickets)).toBeGreaterThanOrEqual(TICKETS);
    const after = await server.state('a');
    expect([count(after.rows.tickets), after.seq >= told.seq, after.hallId]).toEqual([TICKETS + 1, true, 'a']);
    const watcher = await Watcher.of({ url: server.url, hallId: 'a', key: server.operatorKey });
    expect(watcher.rows).toEqual(after.rows);
    watcher.end();
  }, 30_000);

  it('is told to several at once, to each what was posted before they asked', async () => {
    await post('t', 3_000);
    const counts: number[] = [];
    for (let round = 1; round <= 4; round++) {
      const early = server.state('a');
      await post(`round${round}-`, 500);
      const [before, now] = await Promise.all([early, server.state('a')]);
      counts.push(count(now.rows.tickets));
      expect(count(before.rows.tickets)).toBeGreaterThanOrEqual(3_000 + 500 * (round - 1));
    }
    expect(counts).toEqual([3_500, 4_000, 4_500, 5_000]);
  }, 30_000);
});
