import fc from 'fast-check';
import { hashRows } from '../../shared/messages/hash.js';
import type { Rows } from '../../shared/rows/rows.js';
import { event, issued, Server, type Posted } from '../server.spec-kit.js';
import { until, Watcher } from './watcher.spec-kit.js';

const ROUNDS = 400;
const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000_000);

const tickets = fc.integer({ min: 1, max: 25 }).map((number) => `t${number}`);
const counters = fc.integer({ min: 1, max: 6 }).map((number) => `c${number}`);
const services = fc.constantFrom('tax', 'land', 'unlisted');
/** Mostly in the order of the day, at times late, early, of another day, or without a time. */
const whens = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -2_000, max: 0 }) }, { weight: 1, arbitrary: fc.integer({ min: -7_200_000, max: 60_000 }) }, { weight: 1, arbitrary: fc.constantFrom(-864e5, null) });
const ticketTypes = ['ticket.called', 'ticket.recalled', 'service.started', 'ticket.noShow', 'ticket.abandoned', 'ticket.removed', 'ticket.parked', 'ticket.resumed'];

type Made = [type: string, data: object];
const made: fc.Arbitrary<Made> = fc.oneof(
  fc.tuple(tickets, services).map(([ticketId, serviceId]): Made => ['ticket.issued', { ticketId, number: ticketId, serviceId }]),
  fc.tuple(fc.constantFrom(...ticketTypes), tickets, counters).map(([type, ticketId, counterId]): Made => [type, { ticketId, counterId, staffId: `s-${counterId}` }]),
  fc.tuple(tickets, counters).map(([ticketId, counterId]): Made => ['service.ended', { ticketId, counterId, outcome: 'completed' }]),
  fc.tuple(tickets, services).map(([ticketId, toServiceId]): Made => ['ticket.transferred', { ticketId, toServiceId }]),
  fc.tuple(fc.constantFrom('counter.opened', 'counter.closed', 'counter.paused', 'counter.resumed'), counters).map(([type, counterId]): Made => [type, { counterId }]),
  fc.tuple(counters, fc.integer({ min: 1, max: 5 })).map(([counterId, level]): Made => ['rating.given', { counterId, level }]),
  fc.tuple(services, fc.nat(50)).map(([serviceId, waiting]): Made => ['queue.observed', { serviceId, waiting }]),
  fc.constantFrom('device.heartbeat', 'device.fault').map((type): Made => [type, { deviceId: 'd1' }]),
);
const round = fc.record({
  events: fc.array(fc.tuple(made, whens), { minLength: 1, maxLength: 5 }),
  passes: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 2_000 }) }, { weight: 1, arbitrary: fc.integer({ min: 60_000, max: 3_600_000 }) }),
  cuts: fc.nat(20),
});

describe('[L2] over a real socket', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
    await server.makeHall('l', { services: [{ id: 'tax', name: '税务', waitLimit: 'PT10M' }, { id: 'land', name: '不动产' }] });
  });
  afterAll(() => server.end());

  const eventsOf = (events: [Made, number | null][]): Posted[] => events.map(([[type, data], when]) => (
    type === 'ticket.issued' && when === 0 ? issued('t1') : event(type, data, when === null ? { time: undefined } : { time: new Date(server.clock.now() + when).toISOString() })));

  it('a screen that was cut off now and then holds what the server holds, row by row and by the hash; one that misses a delta is found out', async () => {
    const keys = { desk: server.operatorKey, wall: (await server.makeKey('l', 'wall')).key };
    const open = (key: string, more: object = {}) => Watcher.of({ url: server.url, hallId: 'l', key, ...more });
    const screens = [await open(keys.desk), await open(keys.wall), await open(keys.desk)];
    const deaf = await open(keys.desk, { deafToEach: 5 });
    let [posted, cuts] = [0, 0];
    const done: Watcher[] = [];
    for (const { events, passes, cuts: cut } of fc.sample(round, { numRuns: ROUNDS, seed })) {
      posted += (await server.post('l', eventsOf(events))).accepted;
      if (passes > 2_000) server.clock.set(server.clock.now() + passes); // a machine that slept
      server.clock.pass(Math.min(passes, 2_000));
      if (cut >= screens.length) continue;
      const before = screens[cut]!;
      before.end();
      cuts++;
      screens[cut] = await open(cut === 1 ? keys.wall : keys.desk, { held: before });
      done.push(before);
    }
    for (let second = 0; second < 12; second++) {
      server.clock.pass(1_000);
      await server.running.halls.get('l')!.judged();
    }
    const { seq } = await server.state('l');
    await until(() => [...screens, deaf].every((screen) => screen.seq === seq && screen.beats.at(-1)?.seq === seq));
    // nothing changes any more: a hash that was begun before the last change is followed by one that was not
    for (let second = 0; second < 12 && [...screens, deaf].some(({ lastHash }) => lastHash?.seq !== seq); second++) {
      const beats = deaf.beats.length;
      server.clock.pass(1_000);
      await until(() => deaf.beats.length > beats);
    }
    const snapshots = [...screens, ...done].reduce((sum, screen) => sum + screen.snapshots.length, 0);
    console.log(`[L2] ${posted} events, ${seq} deltas, ${cuts} cuts, ${snapshots} snapshots, seed ${seed}`);
    expect(snapshots).withContext('every other reconnection got the missed deltas only').toBe(3);
    for (const [index, screen] of screens.entries()) {
      const key = index === 1 ? keys.wall : keys.desk;
      expect(sorted(screen.rows)).withContext(`screen ${index}`).toEqual(sorted((await server.state('l', key)).rows));
      expect(hashRows(screen.rows)).withContext(`screen ${index}`).toBe(screen.lastHash!.hash!);
    }
    expect(hashRows(deaf.rows)).not.toBe(deaf.lastHash!.hash!);
    for (const screen of [...screens, deaf]) screen.end();
  }, 30_000);
});

function sorted(rows: Rows): unknown {
  return JSON.parse(JSON.stringify(rows));
}
