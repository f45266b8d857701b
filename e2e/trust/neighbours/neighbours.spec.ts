import { setTimeout as wait } from 'node:timers/promises';
import { io } from 'socket.io-client';
import { count, tried } from '../kit/tried.js';
import { issued, quantile, TwoHalls, type Felt } from './halls.js';

const POSTS = count(10, 800);
/** On every commit that nobody starves, for a loaded machine tells no more; in the long run the tail as it is felt. */
const JUDGED = { share: count(0.5, 0.99), mostMs: count(2_500, 250) };
const BAD_A_POST = 100;
const PER_SECOND = 10;

describe('F23 a noisy neighbour', () => {
  let halls: TwoHalls;
  beforeAll(async () => (halls = await TwoHalls.start()));
  afterAll(() => halls.end());

  const bad = () => JSON.stringify(Array.from({ length: BAD_A_POST }, () => ({ ...issued(), type: 'ticket.isued' })));
  const good = (events: number) => JSON.stringify(Array.from({ length: events }, () => issued()));

  async function pouring(goOn: () => boolean, pour: () => Promise<unknown>): Promise<void> {
    while (goOn()) await Promise.all([pour().catch(() => undefined), wait(1000 / PER_SECOND)]);
  }
  async function drained(answer: Promise<Response>): Promise<void> {
    await (await answer).arrayBuffer();
  }

  const neighbours: [does: string, how: (goOn: () => boolean) => Promise<void>][] = [
    ['1,000 bad events a second', (goOn) => pouring(goOn, () => drained(halls.post('loud', bad())))],
    ['bodies that are no JSON, half a megabyte each', (goOn) => pouring(goOn, () => drained(halls.post('loud', `[${'{"a":'.repeat(100_000)}`)))],
    ['batches of 10,000 events', (goOn) => pouring(goOn, () => drained(halls.post('loud', good(10_000))))],
    ['NDJSON streams of 20,000 lines', (goOn) => pouring(goOn, () => drained(halls.post('loud', Array.from({ length: 20_000 }, () => JSON.stringify(issued())).join('\n'), 'application/x-ndjson')))],
    ['200 sockets that come and go', (goOn) => pouring(goOn, async () => {
      const sockets = Array.from({ length: 200 / PER_SECOND }, () => io(`${halls.server.url}/live`, { transports: ['websocket'], forceNew: true, reconnection: false, auth: { key: halls.server.operatorKey } }));
      for (const socket of sockets) socket.emit('hello', { hallId: 'loud', protocol: 1 });
      await wait(1000 / PER_SECOND);
      for (const socket of sockets) socket.close();
    })],
    ['its whole journal read again and again', (goOn) => pouring(goOn, () => drained(halls.server.ask('halls/loud/journal')))],
  ];

  it('leaves the others’ answers and screens as quick as they were', async () => {
    const calm = await halls.feel(POSTS, () => Promise.resolve());
    const told = (felt: Felt) => [felt.acks, felt.deltas].map((times) => `${quantile(times, 0.5).toFixed(0)}/${quantile(times, 0.99).toFixed(0)}`).join(' and ');
    const outcome = [`calm ${told(calm)}`];
    for (const [does, how] of neighbours) {
      const felt = await halls.feel(POSTS, how);
      outcome.push(`${does}: ${told(felt)}`);
      for (const times of [felt.acks, felt.deltas]) expect(quantile(times, JUDGED.share)).withContext(does).toBeLessThan(JUDGED.mostMs);
    }
    tried({ promise: 'F23', how: 'one hall floods, another is measured: ack and delta, p50/p99 ms', cases: POSTS * neighbours.length, outcome: outcome.join('; ') });
  }, count(120_000, 900_000));
});
