import fc from 'fast-check';
import { io, type Socket } from 'socket.io-client';
import type { IntakeAnswer, PostedEvent } from '../../../shared/events/cloud-event.js';
import { dayEvents, shuffled } from '../../../server/domain/hall/arbitrary-events.spec-kit.js';
import { settingsForSpec } from '../../../server/domain/hall/hall.spec-kit.js';
import { BATCH, LINES, ONE, Server } from '../../../server/server.spec-kit.js';
import { count, seed, tried } from '../kit/tried.js';

const HEARD = Date.parse('2026-03-02T23:00:00+08:00');
/** So many deliveries, of two halls each, go to one server side by side. */
const TOGETHER = 50;

type Door = 'one' | 'batch' | 'lines' | 'socket';
interface Delivery {
  events: PostedEvent[];
  order: number;
  /** Each post: by which door, how many events, and whether one that is none is among them. */
  posts: { door: Door; size: number; broken: boolean }[];
  /** So many events are sent a second time, somewhere. */
  again: number;
}

const delivery: fc.Arbitrary<Delivery> = fc.record({
  events: dayEvents,
  order: fc.nat(1_000_000),
  posts: fc.array(fc.record({ door: fc.constantFrom<Door>('one', 'batch', 'lines', 'socket'), size: fc.integer({ min: 1, max: 12 }), broken: fc.boolean() }), { minLength: 1, maxLength: 6 }),
  again: fc.nat(10),
});

class Intake {
  private constructor(
    private readonly server: Server,
    private readonly socket: Socket,
  ) {}

  static async open(): Promise<Intake> {
    const server = await Server.start();
    server.clock.set(HEARD);
    return new Intake(server, io(`${server.url}/feed`, { transports: ['websocket'], forceNew: true, auth: { key: server.operatorKey } }));
  }

  async close(): Promise<void> {
    this.socket.disconnect();
    await this.server.end();
  }

  makeHall(id: string): Promise<void> {
    const { services, counters } = settingsForSpec();
    return this.server.makeHall(id, { name: 'one and the same', services: services.map((service) => ({ ...service, ...(service.waitLimit ? { waitLimit: 'PT20M' } : {}) })), counters });
  }

  async say(hallId: string, door: Door, events: unknown[]): Promise<IntakeAnswer> {
    if (door === 'socket') return (await this.socket.timeout(5_000).emitWithAck('events', { hallId, events })) as IntakeAnswer;
    if (door === 'lines') return (await this.server.send(hallId, { type: LINES, body: events.map((event) => JSON.stringify(event)).join('\n') })).json;
    if (door === 'one' && events.length === 1) return (await this.server.send(hallId, { type: ONE, body: JSON.stringify(events[0]) })).json;
    return (await this.server.send(hallId, { type: BATCH, body: JSON.stringify(events) })).json;
  }

  /** What was told of the past is judged a second later. */
  async settle(): Promise<void> {
    this.server.clock.pass(1_000);
    await Promise.all(this.server.running.halls.all().map((hall) => hall.judged()));
  }

  /** Everything a screen may see of the hall but where the events came from. */
  async seen(hallId: string): Promise<string> {
    const { rows } = await this.server.state(hallId);
    const { quality, ...hall } = rows.hall[hallId]!;
    void quality;
    const alerts = Object.values(rows.alerts).map(({ raisedAt, late, ...alert }) => (void raisedAt, void late, JSON.stringify(alert))).sort();
    const figures = JSON.stringify(rows.figures, (name, value: unknown) => (name === 'countedAt' ? undefined : value));
    return JSON.stringify({ ...rows, hall, alerts, figures: JSON.parse(figures) as object, sources: null }, (_, value: unknown) => sorted(value));
  }

  journal(hallId: string) {
    return this.server.lines(hallId);
  }
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Events as they are given: at instants of their own, for what comes at one instant has the order of its coming. */
const given = (events: PostedEvent[]) => events.map((event, index) => ({ ...event, time: new Date(Date.parse(event.time!) + index).toISOString() }));

/** Sends everything by the doors in turn; what was accepted and found to be known. */
async function deliver(intake: Intake, hallId: string, { events, order, posts, again }: Delivery): Promise<[accepted: number, duplicates: number, rejected: number]> {
  const queue = shuffled([...given(events), ...shuffled(given(events), order).slice(0, again)], order);
  const sums: [number, number, number] = [0, 0, 0];
  for (let turn = 0; queue.length > 0; turn++) {
    const { door, size, broken } = posts[turn % posts.length]!;
    const some: unknown[] = queue.splice(0, door === 'one' ? 1 : size);
    if (broken && door !== 'one') some.splice(1, 0, { specversion: '1.0', id: 'broken', source: '/a', type: 'ticket.isued', data: {} });
    const { accepted, duplicates, rejected } = await intake.say(hallId, door, some);
    [accepted, duplicates, rejected].forEach((one, index) => (sums[index] = sums[index]! + one));
  }
  return sums;
}

describe('[F9] The same events', () => {
  let intake: Intake;
  beforeEach(async () => void (intake = await Intake.open()));
  afterEach(() => intake.close());

  async function told(name: string, one: Delivery, expected: PostedEvent[]): Promise<string | null> {
    await Promise.all([intake.makeHall(`p${name}`), intake.makeHall(`m${name}`)]);
    await intake.say(`p${name}`, 'batch', expected);
    const [accepted, duplicates] = await deliver(intake, `m${name}`, one);
    const [news, again] = [one.events.length, Math.min(one.again, one.events.length)];
    return accepted === news && duplicates === again ? null : `${accepted} accepted, ${duplicates} duplicates of ${news} + ${again}`;
  }

  /** For each delivery what differs between a hall that was told everything at once and one that was told it in pieces; null when nothing does. */
  async function differences(some: Delivery[], expected = (one: Delivery) => given(one.events)): Promise<(string | null)[]> {
    const counted = await Promise.all(some.map((one, index) => told(`${index}`, one, expected(one))));
    await intake.settle();
    return Promise.all(counted.map(async (wrong, index) => {
      const [left, right] = [await intake.seen(`p${index}`), await intake.seen(`m${index}`)];
      return wrong ?? (left === right ? null : `${left}\n≠\n${right}`);
    }));
  }

  it('come to the same rows and alerts in whatever order, pieces and doors they come, some of them twice', async () => {
    const cases = fc.sample(delivery, { numRuns: count(400, 10_000), seed });
    for (let first = 0; first < cases.length; first += TOGETHER) {
      const some = cases.slice(first, first + TOGETHER);
      const found = await differences(some);
      found.forEach((one, index) => expect(one).withContext(JSON.stringify(some[index])).toBeNull());
      await intake.close();
      intake = await Intake.open();
    }
    const events = cases.reduce((sum, one) => sum + one.events.length + one.again, 0);
    tried({ promise: 'F9', how: 'days delivered shuffled, doubled and in pieces by single posts, batches, lines and the socket, broken events among them', cases: cases.length, outcome: `rows and alerts as if told at once, for ${events.toLocaleString('en')} events` });
  }, 1_800_000);

  it('the net has teeth: one event that is left out is seen', async () => {
    const some = fc.sample(delivery.filter(({ events }) => events[0]!.type === 'ticket.issued'), { numRuns: 1, seed });
    expect(await differences(some, (one) => given(one.events).slice(1))).not.toEqual([null]);
  });

  it('[F10] of which one comes again with another body: that is a conflict, by name, and the first stays', async () => {
    await intake.makeHall('c');
    const cases = fc.sample(fc.tuple(fc.constantFrom<Door>('batch', 'lines', 'socket'), fc.constantFrom<Door>('batch', 'lines', 'socket'), dayEvents), { numRuns: count(40, 1_000), seed });
    let conflicts = 0;
    for (const [index, [first, second, [event]]] of cases.entries()) {
      const told = { ...event!, id: `c${index}` };
      const other = { ...told, time: new Date(Date.parse(told.time!) + 1).toISOString() };
      await intake.say('c', first, [told]);
      const { accepted, problems } = await intake.say('c', second, [other, { ...told, id: `d${index}` }]);
      expect([accepted, problems.map(({ index: at, id, code }) => [at, id, code])]).toEqual([1, [[0, `c${index}`, 'conflict']]]);
      conflicts += problems.length;
    }
    const stored = new Map((await intake.journal('c')).map(({ event }) => [event.id, event]));
    expect(cases.every(([, , [event]], index) => stored.get(`c${index}`)!['time'] === event!.time)).toBeTrue();
    tried({ promise: 'F10', how: 'the id of a stored event with another body, by any two doors', cases: cases.length, outcome: `${conflicts} conflicts told by id, the first stayed in all, the rest of the post was taken` });
  }, 120_000);
});
