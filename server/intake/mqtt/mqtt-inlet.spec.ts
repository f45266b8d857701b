import type { MqttClient } from 'mqtt';
import type { IntakeAnswer } from '../../../shared/events/cloud-event.js';
import { issued, type Server, type ProblemBody } from '../../server.spec-kit.js';
import { Broker } from './broker.spec-kit.js';

describe('Events over MQTT', () => {
  let broker: Broker;
  let server: Server;
  let device: MqttClient;
  beforeEach(async () => {
    broker = await Broker.open();
    server = await broker.hearer();
    device = await broker.publisher('kiosk');
    await device.subscribeAsync('hallboard/a/problems');
  });
  afterEach(async () => {
    await server.end();
    await broker.end();
  });

  const publish = (payload: string | Buffer, qos: 0 | 1 | 2 = 1) => device.publishAsync('hallboard/a/events', payload, { qos });
  const problem = () => new Promise<IntakeAnswer & ProblemBody>((fulfil) => {
    device.once('message', (_topic, payload) => fulfil(JSON.parse(payload.toString()) as IntakeAnswer & ProblemBody));
  });
  async function shown(hall: string, connected: 0 | 1): Promise<void> {
    while (!(await server.say('/metrics')).text.includes(`hallboard_mqtt_connected{hall="${hall}"} ${connected}`));
  }
  const ids = async () => (await server.lines('a')).slice(1).map(({ event }) => event.id);

  it('come one, as an array or as lines, with any QoS', async () => {
    const events = Array.from({ length: 8 }, (_, index) => issued(`t${index}`));
    const [one, two, three, ...rest] = events.map((event) => JSON.stringify(event));
    await publish(one!, 0);
    await publish(two!, 2);
    await publish(JSON.stringify(events[2], null, 2));
    await publish(`[${rest.slice(0, 2).join(', ')}]`);
    await publish(rest.slice(2).join('\n'));
    await publish(three!); // once more
    expect((await server.stored('a', 8)).map(({ event }) => event.id).sort()).toEqual(events.map(({ id }) => id).sort());
    await shown('a', 1);
  });

  it('are refused as over HTTP, and what is refused is told on the hall\'s topic of problems', async () => {
    const [good, bad] = [issued('t1'), { ...issued('t2'), type: 'ticket.eaten' }];
    const told = problem();
    await publish(JSON.stringify([good, bad]));
    expect(await told).toEqual(jasmine.objectContaining({ accepted: 1, rejected: 1, problems: [{ index: 1, id: bad.id, code: 'unknownType', message: jasmine.any(String) }] }));
    for (const [payload, code] of [['{"half": ', 'notJson'], ['', 'notJson'], [Buffer.alloc(8 * 1024 * 1024 + 1, 'x'), 'tooLarge']] as const) {
      const refused = problem();
      await publish(payload);
      expect((await refused).code).toBe(code);
    }
    expect(await ids()).toEqual([good.id]);
  });

  it('come again when the broker does, and none of what it took meanwhile is missing', async () => {
    await broker.stop();
    const waiting = publish(JSON.stringify(issued('t1')));
    await shown('a', 0);
    await broker.back();
    await waiting;
    expect(await server.stored('a', 1)).toHaveSize(1);
    await shown('a', 1);
  });

  it('wait for a broker that is not there when the server starts, or does not let it in', async () => {
    await server.close();
    await broker.stop();
    await server.restart({ mqttUrl: broker.url.replace('//', '//hall%40a:p%3Aw%2F@') });
    await shown('a', 0);
    const refused = new Promise<[string | undefined, string]>((fulfil) => {
      broker.aedes.authenticate = (...[client, username, password, done]) => {
        if (client.id === 'kiosk') return done(null, true);
        fulfil([username, String(password)]);
        broker.aedes.authenticate = (...[, , , next]) => next(null, true);
        done(Object.assign(new Error('not yet'), { returnCode: 5 }), false);
      };
    });
    await broker.back();
    expect(await refused).toEqual(['hall@a', 'p:w/']);
    await shown('a', 1);
    await publish(JSON.stringify(issued('t1')));
    expect(await server.stored('a', 1)).toHaveSize(1);
  });

  it('are not heard where the broker does not let a hall subscribe, and that is to be seen', async () => {
    broker.aedes.authorizeSubscribe = (_client, _subscription, done) => done(null, null);
    const heard = broker.subscribed();
    await server.makeHall('b');
    await heard;
    await shown('b', 0);
    await shown('a', 1);
  });
});
