import { MINUTE, SECOND, ToldHall } from '../../../server/notify/told-hall.spec-kit.js';
import { tried } from '../kit/tried.js';
import { between, Collector } from './timetable.spec-kit.js';

const CLAUSE = { kind: 'ticket.wait', during: 'always', source: 'local' };

describe('F17 · Floods and flapping', () => {
  let hall: ToldHall;
  let collector: Collector;
  beforeEach(async () => {
    hall = await ToldHall.open();
    await hall.channel();
    collector = new Collector(hall);
  });
  afterEach(() => hall.end());

  const standard = (clause: object) => hall.say('PUT', '/standard', { name: 'wait', source: 'local', clauses: [{ id: 'wait', ...CLAUSE, breachAfter: 'PT10M', ...clause }] });
  const now = (count: number) => Array.from({ length: count }, () => hall.clock.now());
  const silence = (minutes: number) => hall.say('POST', '/silences', { until: new Date(hall.clock.now() + minutes * MINUTE).toISOString(), reason: 'drill' });

  it('a hall that stops is one message of all that wait, and one of all that are called again', async () => {
    await standard({});
    const tickets = await hall.queue(now(90));
    collector.wants(between(10, 10.5), 'raised', 90).wants(between(20, 20.5), 'resolved', 90);
    await collector.until(20);
    await Promise.all(tickets.map((ticket) => hall.call(ticket)));
    await collector.until(40);
    expect(collector.faults()).toEqual([]);
    tried({ promise: 'F17', how: 'a hall that stops: 90 breaches at once', cases: 90, outcome: 'one message of the beginning, one of the end' });
  });

  it('what flaps is told at first, then after 30 s, then every five minutes at most', async () => {
    await standard({ breachAfter: 'PT1M' });
    for (let round = 0; round < 30; round++) {
      const [ticket] = await hall.queue(now(1));
      await collector.until(round * 1.5 + 1.25);
      await hall.call(ticket!);
      await collector.until(round * 1.5 + 1.5);
    }
    const raised = hall.receiver.received.filter(({ body }) => body.includes('hallboard.alert.raised'));
    expect(raised.length).toBeGreaterThan(0);
    expect(raised.length).toBeLessThanOrEqual(2 + 45 / 5);
    tried({ promise: 'F17', how: 'an alert that begins and ends every 90 s for 45 minutes', cases: 30, outcome: `${raised.length} calls, ${hall.receiver.received.length} messages in all` });
  });

  it('an alert that nobody acknowledges is told again at its interval, to the minute, until somebody does', async () => {
    await standard({ escalateAfter: 'PT20M' });
    await hall.queue(now(1));
    collector.wants(between(10, 10.5), 'raised', 1).wants(between(30, 30.5), 'escalated', 1).wants(between(50, 50.5), 'escalated', 1);
    await collector.until(60);
    const [alert] = hall.server.running.halls.get('a')!.alerts.open();
    await hall.say('POST', `/alerts/${alert!.id}/acknowledge`);
    await collector.until(120);
    expect(collector.faults()).toEqual([]);
    tried({ promise: 'F17', how: 'the repeat interval of an alert that nobody acknowledges', cases: 3, outcome: 'at the minute it is due, and never after the acknowledgement' });
  });

  it('what a silence lay on is one message at its end', async () => {
    await standard({});
    await silence(30);
    await hall.queue(now(40));
    collector.wants(between(30, 30.5), 'raised', 40);
    await collector.until(90);
    expect(collector.faults()).toEqual([]);
    tried({ promise: 'F17', how: 'a silence over 40 breaches', cases: 40, outcome: 'nobody called under it, one message at its end' });
  });

  it('the net has teeth: a message too many, one too few and one too late are each caught', async () => {
    await standard({});
    await hall.queue(now(1));
    collector.wants(between(9, 9.5), 'raised', 1).wants(between(20, 21), 'escalated', 1);
    await collector.until(12);
    await hall.pass(SECOND);
    expect(collector.faults()).toEqual([
      'raised of 1 between 9 and 9.5 min is missing', 'escalated of 1 between 20 and 21 min is missing', jasmine.stringMatching(/^raised of 1 at 10\.\d+ min was not wanted$/),
    ]);
  });
});
