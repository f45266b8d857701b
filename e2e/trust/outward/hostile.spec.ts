import { join } from 'node:path';
import Database from 'better-sqlite3';
import { MINUTE, SECOND, SECRET, ToldHall } from '../../../server/notify/told-hall.spec-kit.js';
import { tried } from '../kit/tried.js';
import { HostileReceivers, modes, retryAfterMs, type Fate } from './hostile.spec-kit.js';

const HOUR = 60 * MINUTE;

interface Try {
  name: string;
  state: string;
  attempts: number;
  failures: number;
  attemptedAt: number;
  dueAt: number;
  disabledAt: number | null;
}

describe('F18 · A hostile receiver', () => {
  let hall: ToldHall;
  let hostile: HostileReceivers;
  let db: Database.Database;
  beforeEach(async () => {
    [hall, hostile] = await Promise.all([ToldHall.open(), HostileReceivers.open()]);
    db = new Database(join(hall.server.data, 'notify.sqlite'), { readonly: true });
  });
  afterEach(async () => {
    db.close();
    await hall.end();
    await hostile.close();
  });

  const tries = () => db.prepare(`SELECT name, state, attempts, failures, attemptedAt, dueAt, disabledAt FROM delivery JOIN channel ON channel.id = channelId
    WHERE channelId IN (SELECT id FROM channel WHERE name <> 'well')`).all() as Try[];

  /** What was begun has ended. */
  async function ended(): Promise<Try[]> {
    for (;;) {
      const all = tries();
      if (all.every(({ state, attempts, failures }) => state !== 'pending' || failures === attempts)) return all;
      await hall.deliveries(); // the receivers live in this process: let them
    }
  }

  /** Tries until nothing is pending; the waits of each receiver between its tries. */
  async function untilGivenUp(): Promise<Map<string, number[]>> {
    const waits = new Map<string, number[]>(Object.keys(modes).map((name) => [name, []]));
    let seen = new Map<string, number>();
    for (let all = await ended(); ; all = await ended()) {
      for (const { name, state, attempts, attemptedAt, dueAt } of all) if (state === 'pending' && seen.get(name) !== attempts) waits.get(name)!.push(dueAt - attemptedAt);
      seen = new Map(all.map(({ name, attempts }) => [name, attempts]));
      const next = Math.min(...all.filter(({ state }) => state === 'pending').map(({ dueAt }) => dueAt));
      if (next === Infinity) return waits;
      hall.clock.pass(next - hall.clock.now());
    }
  }

  const fateOf = ({ state, disabledAt }: Try): Fate => (state === 'sent' ? 'sent' : disabledAt === null ? 'dead' : 'off');

  it('is tried for a day, ever later, and holds up nobody; what was given up can be seen', async () => {
    for (const name of Object.keys(modes)) await hall.channel({ kind: 'webhook', url: hostile.address(name), secret: SECRET }, { name });
    await hall.channel(undefined, { name: 'well' });
    await hall.breach();
    const startedAt = hall.clock.now();
    await hall.pass(SECOND);
    await hall.receiver.has(1);
    const waits = await untilGivenUp();

    for (const one of tries()) expect(fateOf(one)).withContext(one.name).toBe(modes[one.name]!.fate);
    for (const [name, { fate }] of Object.entries(modes)) {
      const between = waits.get(name)!;
      const received = hostile.byMode.get(name)!.received.map(({ headers }) => headers['webhook-id']);
      expect(new Set(received).size).withContext(name).toBeLessThanOrEqual(1);
      if (fate !== 'dead') continue;
      const total = between.reduce((sum, wait) => sum + wait, 0);
      expect(total).withContext(name).toBeGreaterThan(20 * HOUR);
      expect(total).withContext(name).toBeLessThanOrEqual(24 * HOUR);
      between.forEach((wait, index) => {
        const least = Math.max(Math.min(20 * SECOND * 2 ** index, 2 * HOUR) * 0.75, name.includes('429') ? retryAfterMs : 0);
        expect(wait).withContext(`${name}, wait ${index + 1}`).toBeGreaterThanOrEqual(least);
      });
    }
    const firstWaits = [...waits.values()].map(([first]) => first).filter((first) => first !== undefined);
    expect(new Set(firstWaits).size).withContext('jitter').toBeGreaterThan(firstWaits.length / 2);
    expect(hall.clock.now() - startedAt).toBeLessThanOrEqual(24 * HOUR + SECOND);

    const given = (await hall.say('GET', '/deliveries?status=dead')).json as unknown as { deliveries: { lastError: string }[] };
    expect(given.deliveries).toHaveSize(Object.values(modes).filter(({ fate }) => fate !== 'sent').length);
    for (const { lastError } of given.deliveries) expect(lastError).toBeTruthy();
    await hall.breach();
    await hall.pass(SECOND);
    await hall.receiver.has(2);
    const attempts = tries().reduce((sum, one) => sum + one.attempts, 0);
    tried({
      promise: 'F18', how: `receivers in ${Object.keys(modes).length} modes for 24 h of a clock set by hand`, cases: attempts,
      outcome: `each delivered, given up after a day or turned off as it should be, under one id; the one beside them told within a second, before and after`,
    });
  });
});
