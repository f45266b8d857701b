import { once } from 'node:events';
import { count, seed, tried } from '../kit/tried.js';
import { seeded } from '../../../server/domain/golden/seeded.js';
import { KilledServer } from './killed.spec-kit.js';
import { faultsOf } from './told.spec-kit.js';

/** Three alerts each: 500 deliveries are listed. */
const KILLS = count(20, 80);
const AT_ONCE = 3;

describe('F18, F27, G5 · A server that is killed', () => {
  let killed: KilledServer;
  beforeEach(async () => {
    killed = await KilledServer.open();
  });
  afterEach(() => killed.end());

  /** While messages are on their way in: the broker has them, and hears of some that they are stored. */
  async function killAtTheInlet(draw: () => number): Promise<void> {
    const { aedes } = killed.broker;
    const acks = Math.floor(draw() * (AT_ONCE + 1));
    let heard = 0;
    let reached = () => undefined as void;
    const enough = new Promise<void>((fulfil) => (reached = fulfil));
    const hear = () => ++heard === acks && reached();
    aedes.on('ack', hear);
    killed.publish(AT_ONCE);
    await (acks === 0 ? once(aedes, 'publish') : enough);
    aedes.off('ack', hear);
    await killed.kill();
  }

  /** While messages are on their way out: some were answered, and the last may have been. */
  async function killAtTheOutlet(draw: () => number): Promise<void> {
    const { hearer } = killed;
    const last = hearer.heard.length + 1 + Math.floor(draw() * AT_ONCE);
    const lastIsAnswered = draw() < 0.5;
    hearer.answers = () => hearer.heard.length < last || lastIsAnswered;
    killed.publish(AT_ONCE);
    await hearer.receiver.has(last);
    await killed.kill();
  }

  it('loses no event that a broker has, tells each alert, and none under two ids', async () => {
    const chance = seeded(String(seed));
    const draw = () => chance.next();
    for (let kills = 0; kills < KILLS; kills++) {
      await killed.start();
      await (draw() < 0.5 ? killAtTheInlet(draw) : killAtTheOutlet(draw));
      killed.passRetries();
    }
    killed.hearer.answers = () => true;
    const { stored, alertIds, deliveries } = await killed.settle();
    expect([...stored].sort()).toEqual([...killed.published].sort());
    expect(alertIds.length).toBe(killed.published.length);
    expect(faultsOf(killed.hearer, { alertIds, deliveries })).toEqual([]);
    const { heard, taken } = killed.hearer;
    const sentAgain = heard.length - new Set(heard.map(({ id }) => id)).size;
    tried({ promise: 'F27', how: 'SIGKILL between publish and PUBACK, QoS 1, the broker keeping the session', cases: KILLS, outcome: `${stored.length} of ${killed.published.length} published ratings stored, each once` });
    tried({ promise: 'F18', how: 'SIGKILL while webhooks are being sent', cases: KILLS, outcome: `${alertIds.length} alerts, ${new Set(taken.map(({ id }) => id)).size} ids taken, none missed, none extra; ${sentAgain} sent again under their id` });
  });

  it('the net has teeth: an outbox that forgets what became of a try is caught', async () => {
    await killed.start();
    killed.hearer.answers = () => false;
    killed.publish(1);
    await killed.hearer.receiver.has(1);
    await killed.kill();
    killed.passRetries(`UPDATE delivery SET state = 'sent'`);
    killed.hearer.answers = () => true;
    expect(faultsOf(killed.hearer, await killed.settle())).toContain(jasmine.stringMatching('was not taken'));
  });

  it('the net has teeth: a broker that keeps nothing for a subscriber is caught', async () => {
    killed.broker.aedes.authorizeSubscribe = (_client, subscription, done) => done(null, Object.assign(subscription, { qos: 0 }));
    await killed.start();
    await killed.kill();
    killed.publish(1);
    await killed.start();
    killed.publish(1);
    await once(killed.broker.aedes, 'publish');
    await killed.kill();
    await killed.start();
    expect((await killed.stored()).length).toBeLessThan(killed.published.length);
  });
});
