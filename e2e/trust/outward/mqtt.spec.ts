import type { MqttClient } from 'mqtt';
import { issued, type Server, type Posted } from '../../../server/server.spec-kit.js';
import { Broker } from '../../../server/intake/mqtt/broker.spec-kit.js';
import { seeded } from '../../../server/domain/golden/seeded.js';
import { count, seed, tried } from '../kit/tried.js';

const RESTARTS = count(6, 20);
const EVENTS = 20;

describe('F27 · An MQTT broker that comes and goes', () => {
  let broker: Broker;
  let server: Server;
  beforeEach(async () => {
    broker = await Broker.open();
    server = await broker.hearer();
  });
  afterEach(async () => {
    await server.end();
    await broker.end();
  });

  it('costs no event of those who publish with QoS 1 or 2 and try again, and counts what comes twice once', async () => {
    const draw = seeded(String(seed));
    const devices = [await broker.publisher('one'), await broker.publisher('two')] as [MqttClient, MqttClient];
    const promised: Promise<unknown>[] = [];
    const ids: string[] = [];
    const publish = (event: Posted, dup: boolean) => {
      const qos = draw.chance(0.5) ? 1 : 2;
      promised.push(devices[qos - 1]!.publishAsync('hallboard/a/events', JSON.stringify(event), { qos, dup }));
    };
    for (let restarts = 0; restarts < RESTARTS; restarts++) {
      const heard = broker.subscribed();
      const stopsAt = Math.floor(draw.between(0, EVENTS));
      for (let made = 0; made < EVENTS; made++) {
        const event = issued(`t${ids.length}`);
        ids.push(event.id);
        publish(event, false);
        if (draw.chance(0.2)) publish(event, true);
        if (made === stopsAt) await broker.stop();
      }
      await broker.back();
      await heard;
    }
    await Promise.all(promised);
    const stored = await server.stored('a', ids.length);
    expect(stored.map(({ event }) => event.id).sort()).toEqual([...ids].sort());
    tried({ promise: 'F27', how: 'a broker gone and back while devices publish with QoS 1 and 2, some of it twice (DUP)', cases: RESTARTS, outcome: `${ids.length} events of ${promised.length} messages stored, each once` });
  });
});
