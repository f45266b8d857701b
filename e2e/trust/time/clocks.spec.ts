import fc from 'fast-check';
import { formatInstant } from '../../../shared/instant.js';
import type { SourceRow } from '../../../shared/rows/rows.js';
import { event, Server } from '../../../server/server.spec-kit.js';
import { count, seed, tried } from '../kit/tried.js';

const [SECOND, MINUTE] = [1_000, 60_000];
const [LIMIT, YEAR] = [10 * MINUTE, 365.25 * 24 * 60 * MINUTE];
const [NEVER_SET, EARLY_MS, LATE_MS] = [Date.UTC(1990), 5 * SECOND, MINUTE];

/** What a device's clock shows at an instant; null: it has none. */
type DeviceClock = (at: number) => number | null;
const drawn: fc.Arbitrary<DeviceClock> = fc.oneof(
  fc.integer({ min: -4 * SECOND, max: 4 * SECOND }).map((off): DeviceClock => (at) => at + off),
  fc.double({ min: -10 * YEAR, max: 10 * YEAR, noNaN: true }).map((off): DeviceClock => (at) => at + Math.round(off)),
  fc.double({ min: -0.2, max: 0.2, noNaN: true }).map((drift): DeviceClock => (at) => Math.round(at + (at - Date.UTC(2026, 10, 23)) * drift)),
  fc.constant<DeviceClock>((at) => at - Date.UTC(2026, 10, 23)), // switched on in 1970
  fc.constant<DeviceClock>((at) => at - Date.UTC(2026, 10, 23) + Date.UTC(1980, 0, 6)), // the first day of GPS
  fc.constant<DeviceClock>((at) => at - Date.UTC(2026, 10, 23) + Date.UTC(2036, 1, 7)), // NTP's seconds begin anew
  fc.constant<DeviceClock>(() => null),
);

/** What the rules say of an event told so at that instant: where it stands and what it is flagged as. */
function expected(said: number | null, heardAt: number): { at: number; flags: string[] } {
  if (said === null || said < NEVER_SET) return { at: heardAt, flags: ['noTime'] };
  if (said > heardAt + EARLY_MS) return { at: heardAt, flags: ['early'] };
  return { at: said, flags: said < heardAt - LATE_MS ? ['late'] : [] };
}

const timeOf = (said: number | null) => ({ time: said === null ? undefined : formatInstant(said) });
const DEVICES = count(250, 500);

describe('[F12] A device whose clock is off', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('h', { services: [{ id: 'tax', name: '税务', waitLimit: 'PT10M' }] });
  });
  afterEach(() => server.end());

  const issue = (device: number, said: number | null) => event('ticket.issued', { ticketId: `t${device}`, number: `t${device}`, serviceId: 'tax' }, { source: `/kiosk/${device}`, ...timeOf(said) });
  const beat = (device: number, said: number | null) => event('device.heartbeat', { deviceId: `K${device}` }, { source: `/kiosk/${device}`, ...timeOf(said) });

  it('is taken and flagged, its tickets fall due by the server’s time where its own cannot be, and a screen can tell by how much it is off', async () => {
    const clocks = fc.sample(drawn, { numRuns: DEVICES, seed });
    const heardAt = server.clock.now();
    const said = clocks.map((clock) => clock(heardAt));
    const { accepted } = await server.post('h', said.flatMap((time, device) => [beat(device, time), issue(device, time)]));
    expect(accepted).toBe(2 * DEVICES);
    const rules = said.map((time) => expected(time, heardAt));
    const lines = (await server.lines('h')).slice(-2 * DEVICES);
    lines.forEach(({ quality }, index) => expect(quality.filter((flag) => flag !== 'outOfOrder')).withContext(`${said[index >> 1]}`).toEqual(rules[index >> 1]!.flags));
    const { rows } = await server.state('h');
    said.forEach((time, device) => {
      const lagMs = time === null ? null : heardAt - time;
      const told = [`/kiosk/${device}`, `device:K${device}`].map((id) => (rows.sources[id] as SourceRow).lagMs);
      expect(told).withContext(`${time}`).toEqual([lagMs, lagMs]);
    });
    const wrong = await breaches(rules.map(({ at }) => at + LIMIT));
    expect(wrong).toEqual([]);
    await mended();
    const flagged = rules.filter(({ flags }) => flags.length > 0).length;
    tried({ promise: 'F12', how: 'devices with clocks up to ten years off, adrift, of 1970, 1980, 2036 or none', cases: DEVICES, outcome: `all taken, ${flagged} flagged, each source tells how far its clock is off; every wait due at the server's instant where the device's is not believed; none held against a mended clock` });
  }, 120_000);

  /** Lets the waits fall due, each at its instant; what is wrong with the breaches. One told as days old is a past that is not judged any more (A2). */
  async function breaches(dues: number[]): Promise<string[]> {
    const from = server.clock.now();
    server.clock.pass(LIMIT + EARLY_MS + SECOND); // a clock ahead by less than that is believed
    for (let settled = 0; settled < 3; settled++) {
      await server.running.halls.get('h')!.judged();
      server.clock.pass(SECOND);
    }
    const raised = new Map((await server.lines('h')).flatMap(({ event: { type, data } }) => {
      const { subject, severity, dueAt } = data as { subject: { id: string }; severity: string; dueAt: number };
      return type === 'alert.raised' && severity === 'breach' ? [[subject.id, dueAt] as const] : [];
    }));
    return dues.flatMap((due, device) => {
      const found = raised.get(`t${device}`);
      const judged = due >= from - 24 * 60 * MINUTE;
      return found === due || (!judged && found === undefined) ? [] : [`t${device}: due ${due - from}, raised ${found === undefined ? 'never' : found - from}`];
    });
  }

  async function mended(): Promise<void> {
    const now = server.clock.now();
    await server.post('h', Array.from({ length: DEVICES }, (_, device) => beat(device, now)));
    expect((await server.lines('h')).slice(-DEVICES).every(({ quality }) => quality.length === 0)).toBeTrue();
    const { sources } = (await server.state('h')).rows;
    expect(Object.values(sources).every(({ lagMs, state }) => lagMs === 0 && state === 'live')).toBeTrue();
  }

  it('the net has teeth: a deadline reckoned from a time that is not believed is another', () => {
    const heardAt = server.clock.now();
    const clocks = fc.sample(drawn, { numRuns: DEVICES, seed });
    expect(clocks.filter((clock) => clock(heardAt) !== null && expected(clock(heardAt), heardAt).at !== clock(heardAt)).length).toBeGreaterThan(DEVICES / 10);
  });
});
