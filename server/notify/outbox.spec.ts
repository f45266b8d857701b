import { Webhook } from 'standardwebhooks';
import type { AlertEntry } from '../../shared/commands/alert.js';
import { answer } from './receiver.spec-kit.js';
import { MINUTE, SECOND, SECRET, ToldHall } from './told-hall.spec-kit.js';

interface Told {
  id: string;
  type: string;
  data: { count: number; alerts: AlertEntry[]; link: string };
}

describe('The outbox', () => {
  let hall: ToldHall;
  beforeEach(async () => {
    hall = await ToldHall.open();
  });
  afterEach(() => hall.end());

  const told = (): Told[] => hall.receiver.received.map(({ body }) => JSON.parse(body) as Told);
  const allSent = (count: number) => hall.until((deliveries) => deliveries.length === count && deliveries.every(({ state }) => state === 'sent'));

  it('tells a breach once, and its end to whoever was told of it', async () => {
    await hall.channel();
    const [ticket] = await hall.breach();
    await hall.pass(SECOND);
    await hall.receiver.has(1);
    await allSent(1);
    await hall.call(ticket!);
    await hall.pass(SECOND);
    await hall.receiver.has(2);
    expect(told().map(({ type, data }) => [type, data.count, data.alerts[0]!.label, data.alerts[0]!.resolvedAt !== null])).toEqual([
      ['hallboard.alert.raised', 1, 'T1', false], ['hallboard.alert.resolved', 1, 'T1', true],
    ]);
    expect(told()[0]!.data.link).toBe(`https://hall.example.org/desk/a?alert=${told()[0]!.data.alerts[0]!.id}`);
    const { headers, body } = hall.receiver.received[0]!;
    const signed = headers as Record<string, string>;
    jasmine.clock().withMock(() => {
      jasmine.clock().mockDate(new Date(hall.clock.now()));
      expect(new Webhook(SECRET).verify(body, signed)).toEqual(JSON.parse(body));
      expect(() => new Webhook(SECRET).verify(`${body} `, signed)).toThrow();
    });
    expect(headers['webhook-id']).toBe(told()[0]!.id);
  });

  it('says neither the beginning nor the end of what ended before it was told', async () => {
    await hall.channel();
    const [ticket] = await hall.breach();
    await hall.call(ticket!);
    await hall.pass(MINUTE);
    expect(hall.states(await hall.deliveries())).toEqual(['raised dropped 1']);
    expect(hall.receiver.received).toEqual([]);
  });

  it('does not call to what has ended, where the call did not arrive before', async () => {
    await hall.channel();
    hall.receiver.manner = answer(503);
    const [ticket] = await hall.breach();
    await hall.pass(SECOND);
    await hall.until(([one]) => one?.lastError === 'it answered 503');
    hall.receiver.manner = answer(200);
    await hall.call(ticket!);
    await hall.pass(SECOND);
    await hall.until((all) => all.some(({ state }) => state === 'sent'));
    await hall.pass(MINUTE);
    await hall.settle();
    expect(hall.states(await hall.deliveries())).toEqual(['resolved sent 1', 'raised dropped 1']);
    expect(told().map(({ type }) => type)).toEqual(['hallboard.alert.raised', 'hallboard.alert.resolved']);
  });

  it('makes a storm of 80 in ten minutes a handful of messages', async () => {
    await hall.channel();
    const apart = (10 * MINUTE) / 80;
    await hall.queue(Array.from({ length: 80 }, (_, index) => hall.clock.now() - index * apart));
    for (let step = 0; step <= 80; step++) await hall.pass(apart);
    await hall.pass(5 * MINUTE);
    const deliveries = await hall.until((all) => all.length > 0 && all.every(({ state }) => state === 'sent'));
    expect(new Set(deliveries.flatMap(({ alertIds }) => alertIds)).size).toBe(80);
    expect(deliveries.length).toBeLessThanOrEqual(6);
    console.log(`      80 alerts in 10 minutes: ${deliveries.length} messages of ${deliveries.map(({ alertIds }) => alertIds.length).reverse().join(', ')}`);
  });

  it('takes a flood at once, and each of its alerts once', async () => {
    await hall.channel({ kind: 'dingtalk', url: hall.receiver.url });
    await hall.queue(Array.from({ length: 1_000 }, () => hall.clock.now()));
    await hall.pass(8 * MINUTE);
    hall.clock.pass(2 * MINUTE);
    await hall.judge();
    const startedAt = performance.now();
    hall.clock.settle();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    await hall.pass(SECOND);
    const deliveries = await hall.until((all) => all.length > 0 && all.every(({ state }) => state === 'sent'));
    expect(deliveries.map(({ alertIds }) => alertIds.length)).toEqual(Array.from({ length: 10 }, () => 100));
    expect(new Set(deliveries.flatMap(({ alertIds }) => alertIds)).size).toBe(1_000);
    expect(hall.receiver.received).toHaveSize(1);
    expect(hall.receiver.received[0]!.body).toContain('1000 条告警');
  });

  it('calls nobody to what is acknowledged or silenced', async () => {
    await hall.channel();
    hall.receiver.manner = answer(503);
    await hall.breach(2);
    await hall.pass(SECOND);
    await hall.until(([one]) => one?.lastError === 'it answered 503');
    const [first, second] = hall.server.running.halls.get('a')!.alerts.open().filter(({ severity }) => severity === 'breach');
    await hall.say('POST', `/alerts/${first!.id}/acknowledge`);
    await hall.settle();
    expect(hall.states(await hall.deliveries())).toEqual(['raised pending 1']);
    const until = new Date(hall.clock.now() + 60 * MINUTE).toISOString();
    await hall.say('POST', `/alerts/${second!.id}/silence`, { until, reason: 'known' });
    await hall.settle();
    expect((await hall.deliveries()).map(({ state, dueAt }) => [state, dueAt])).toEqual([['pending', hall.clock.now() + 60 * MINUTE]]);
    hall.receiver.manner = answer(200);
    await hall.pass(59 * MINUTE);
    expect(hall.receiver.received).toHaveSize(1);
  });

  const silence = async (minutes: number, more: object = {}) => {
    const until = new Date(hall.clock.now() + minutes * MINUTE).toISOString();
    return (await hall.say('POST', '/silences', { until, reason: 'drill', ...more })).json as unknown as { id: string };
  };

  it('tells once, when a silence has ended, what was raised under it and still stands', async () => {
    await hall.channel();
    await silence(30);
    const [first] = await hall.breach(3);
    await hall.pass(10 * MINUTE);
    await hall.call(first!);
    expect(hall.receiver.received).toEqual([]);
    await hall.pass(10 * MINUTE);
    await hall.receiver.has(1);
    await allSent(1);
    expect(told().map(({ data }) => data.alerts.map(({ label }) => label))).toEqual([['T2', 'T3']]);
    await hall.pass(60 * MINUTE);
    expect(await hall.deliveries()).toHaveSize(1);
  });

  it('tells at once what a silence is lifted from, and goes on without what it still lies on', async () => {
    await hall.channel();
    hall.receiver.manner = answer(503);
    await hall.breach(2);
    await hall.pass(SECOND);
    await hall.until(([one]) => one?.lastError === 'it answered 503');
    const { id } = await silence(600);
    const [one] = hall.server.running.halls.get('a')!.alerts.open().filter(({ severity }) => severity === 'breach');
    await hall.say('POST', `/alerts/${one!.id}/silence`, { until: new Date(hall.clock.now() + 60 * MINUTE).toISOString(), reason: 'known' });
    await hall.settle();
    hall.receiver.manner = answer(200);
    await hall.say('DELETE', `/silences/${id}`);
    await hall.pass(SECOND);
    await hall.receiver.has(2);
    await hall.until((all) => all.some(({ state }) => state === 'sent'));
    await hall.pass(60 * MINUTE);
    await hall.receiver.has(3);
    await allSent(2);
    expect(told().map(({ data }) => data.count)).toEqual([2, 1, 1]);
    expect(told()[2]!.data.alerts[0]!.id).toBe(one!.id);
    expect(new Set(told().map((message) => message.id)).size).toBe(2);
  });

  it('tells each severity to the channels that asked for it, and a new channel nothing of the past', async () => {
    const warned = await hall.channel(undefined, { name: 'warnings', severities: ['warning'] });
    await hall.queue([hall.clock.now()]);
    await hall.pass(8 * MINUTE);
    await hall.pass(SECOND);
    await allSent(1);
    await hall.channel(undefined, { severities: ['warning'] });
    await hall.pass(2 * MINUTE);
    await hall.pass(MINUTE);
    const deliveries = await allSent(2);
    expect(deliveries.map(({ channelId, event }) => [channelId, event])).toEqual([[warned.id, 'resolved'], [warned.id, 'raised']]);
  });

  it('loses and doubles nothing when it is killed after the journal took a breach and before the outbox did', async () => {
    await hall.channel();
    await hall.queue([hall.clock.now()]);
    await hall.pass(8 * MINUTE);
    hall.clock.pass(2 * MINUTE);
    await hall.judge();
    expect(await hall.deliveries()).toEqual([]);
    for (let kills = 0; kills < 3; kills++) {
      await hall.killHere();
      expect(hall.states(await hall.deliveries())).toEqual(['raised pending 1']);
    }
    await hall.pass(SECOND);
    await allSent(1);
    await hall.killHere();
    await hall.pass(MINUTE);
    expect(told().map(({ id }) => id)).toEqual([(await hall.deliveries())[0]!.id]);
  });

  it('sends again, under the same id, what was on its way when it was killed', async () => {
    await hall.channel();
    await hall.breach();
    hall.receiver.manner = () => undefined; // takes it and says nothing
    await hall.pass(SECOND);
    await hall.receiver.has(1);
    await hall.killHere();
    hall.receiver.manner = answer(200);
    await hall.pass(MINUTE);
    await hall.receiver.has(2);
    await allSent(1);
    const [first, second] = told();
    expect(second!.id).toBe(first!.id);
    expect(second!.data).toEqual(first!.data);
  });
});
