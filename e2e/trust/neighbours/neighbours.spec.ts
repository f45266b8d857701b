import { count, tried } from '../kit/tried.js';
import { quantile, TwoHalls, type Felt } from './halls.js';
import type { Loud } from './floods.js';
import { HELD } from './loop.js';

const POSTS = count(15, 60);
/** For a loaded machine; what is felt on a quiet one stands in the outcome. */
const JUDGED = { share: count(0.8, 0.99), mostMs: 1_200 };
const worst = (felt: Felt) => Math.max(...[felt.acks, felt.deltas].map((times) => quantile(times, JUDGED.share)));

const floods: Loud['does'][] = [
  '1,000 bad events a second', 'bodies that are no JSON, half a megabyte each', 'batches of 10,000 events', 'NDJSON streams of 20,000 lines',
  '200 sockets that come and go', 'its whole journal read again and again',
];

describe('F23 a noisy neighbour', () => {
  it('leaves the others’ answers and screens as quick as they were', async () => {
    const halls = await TwoHalls.start();
    const calm = await halls.feel(POSTS);
    const told = (felt: Felt) => [felt.acks, felt.deltas].map((times) => `${quantile(times, 0.5).toFixed(0)}/${quantile(times, 0.99).toFixed(0)}`).join(' and ');
    const outcome = [`calm ${told(calm)}`];
    for (const does of floods) {
      const felt = await halls.feel(POSTS, does);
      outcome.push(`${does}: ${told(felt)}`);
      expect(worst(felt)).withContext(does).toBeLessThan(JUDGED.mostMs);
    }
    tried({ promise: 'F23', how: 'one hall floods, another is measured: ack and delta, p50/p99 ms', cases: POSTS * floods.length, outcome: outcome.join('; ') });
    await halls.end();
  }, count(120_000, 900_000));

  it('the net has teeth: a server that works on without letting others have their turn is felt', async () => {
    const halls = await TwoHalls.start({ node: HELD });
    halls.server.child.kill('SIGUSR2'); // from now on
    expect(worst(await halls.feel(3))).toBeGreaterThan(JUDGED.mostMs);
    await halls.end('SIGKILL');
  }, 60_000);
});
