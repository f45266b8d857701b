import { createPublicKey } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Daily, DailySignature } from '../../shared/rows/daily.js';
import { day } from '../domain/golden/day-builder.js';
import { Server, START } from '../server.spec-kit.js';
import { hashOf } from './sealed.js';
import { signatureFault } from './signing-key.js';

const HOURS = [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '09:00', closes: '17:00' }];
const [MINUTE, HOUR] = [60_000, 3_600_000];

/** What the monday of the server's clock was, from half past nine on. */
const monday = () => day('2026-11-23')
  .at('09:00').open('A01').at('09:05').issue('T1', { service: 'tax' }).issue('T2', { service: 'tax' })
  .at('09:10').call('T1', { counter: 'A01', staff: 'P1' }).at('09:11').start('T1').at('09:20').end('T1')
  .at('09:25').leave('T2');

describe('The daily snapshot of a hall', () => {
  let server: Server;
  beforeEach(async () => {
    server = await Server.start();
    await server.makeHall('h', { openingHours: HOURS as never });
  });
  afterEach(() => server.end());

  /** Moves the clock, and lets the days that fall due be told. */
  const pass = async (ms: number) => {
    for (const step of [ms, 10_000]) {
      server.clock.pass(step);
      await server.running.dailies.looked();
    }
  };
  const until = (time: string) => pass(Date.parse(`2026-11-${time}+08:00`) - server.clock.now());
  const list = async () => (await server.say('/api/v1/halls/h/daily')).json as unknown as { days: { date: string; revision: number; issued: number; served: number }[] };
  const daily = async (file = '2026-11-23.json') => Daily.parse((await server.say(`/api/v1/halls/h/daily/${file}`)).json);

  it('is made when the hall closes, signed and kept as a file, and once more at midnight if anything came after', async () => {
    await server.post('h', monday().events());
    await until('23T16:59:00');
    expect((await list()).days).toEqual([]);
    expect((await server.say('/api/v1/halls/h/daily/2026-11-23')).status).toBe(409);
    await until('23T17:00:20');
    expect((await list()).days.map(({ date, revision, issued, served }) => ({ date, revision, issued, served }))).toEqual([{ date: '2026-11-23', revision: 1, issued: 2, served: 1 }]);
    const first = await daily();
    expect(first.hall.tickets).toEqual(jasmine.objectContaining({ issued: 2, called: 1, served: 1, abandoned: 1, stillWaiting: 0 }));
    expect(first.hall.waitMs).toEqual(jasmine.objectContaining({ count: 1, mean: 5 * MINUTE }));
    expect(first.hall.counter.openMs).toBe(8 * HOUR);
    expect(hashOf(first)).toBe(first.sha256);
    const file = await readFile(join(server.data, 'exports/h/2026-11-23/h_2026-11-23_r1.json'), 'utf8');
    expect(file).toBe((await server.say('/api/v1/halls/h/daily/2026-11-23')).text);
    const signature = (await server.say('/api/v1/halls/h/daily/2026-11-23.sig')).text;
    expect(await readFile(join(server.data, 'exports/h/2026-11-23/h_2026-11-23_r1.sig'), 'utf8')).toBe(signature);
    const trusted = createPublicKey(await readFile(join(server.data, 'exports/signing-key.pem')));
    expect(signatureFault(DailySignature.parse(JSON.parse(signature)), { of: first.sha256, trusted })).toBeNull();

    await until('23T17:06:00');
    await server.post('h', day('2026-11-23').from('/late').at('17:05').close('A01').events());
    await until('23T23:59:00');
    expect((await list()).days.length).toBe(1);
    expect((await list()).days[0]!.revision).toBe(1);
    await until('24T00:00:20');
    const second = await daily();
    expect(second.revision).toBe(2);
    expect(second.hall.counter.openMs).toBe(8 * HOUR + 5 * MINUTE);
    expect(second.changes.map(({ path }) => path)).toContain('counters.A01.counter.openMs');
    expect((await daily('2026-11-23.json?revision=1')).sha256).toBe(first.sha256);
  });

  it('is made anew with what changed and why when late word or a correction comes, and goes into the next day’s chain', async () => {
    await server.post('h', monday().events());
    await until('24T00:00:20');
    const first = await daily();
    const lines = await server.lines('h');
    await server.post('h', day('2026-11-24').from('/next').at('00:00:30').issue('T9', { service: 'tax' }).events());
    await until('25T00:00:30');
    const tuesday = await daily('2026-11-24.json');
    expect(tuesday.previous).toBe(first.sha256);
    expect(tuesday.hall.tickets).toEqual(jasmine.objectContaining({ issued: 1, carriedIn: 0, stillWaiting: 1 }));

    await server.post('h', monday().correct({ void: true }).events().slice(-1));
    await pass(10_000);
    const second = await daily();
    expect(second.revision).toBe(2);
    expect(second.because).toEqual([lines.length + 2]);
    expect(second.hall.tickets).toEqual(jasmine.objectContaining({ abandoned: 0, stillWaiting: 1 }));
    expect(second.changes).toContain({ path: 'hall.tickets.abandoned', was: 1, now: 0 });
    const after = await daily('2026-11-24.json');
    expect(after.revision).toBe(2);
    expect(after.hall.tickets).toEqual(jasmine.objectContaining({ carriedIn: 1, stillWaiting: 2 }));
    expect(after.previous).toBe(second.sha256);
    expect((await daily('2026-11-24.json?revision=1')).previous).toBe(first.sha256);
  });

  it('of a day whose closing was missed is made up when the server starts', async () => {
    await server.post('h', monday().events());
    await server.close();
    server.clock.set(START + 3 * 24 * HOUR);
    await server.restart();
    await pass(1_000);
    expect((await list()).days.map(({ date }) => date)).toEqual(['2026-11-23']);
  });

  it('is for readers and people, not for walls and devices', async () => {
    for (const [role, status] of [['reader', 200], ['wall', 403], ['device', 403]] as const) {
      const { key } = await server.makeKey('h', role);
      expect((await server.say('/api/v1/halls/h/daily', { key })).status).withContext(role).toBe(status);
    }
    expect((await server.say('/api/v1/halls/h/daily', { key: null })).status).toBe(401);
    expect((await server.say('/api/v1/halls/h/daily/2026-11-20.json')).status).toBe(404);
    expect((await server.say('/api/v1/halls/h/daily/yesterday')).status).toBe(400);
    expect((await server.say('/api/v1/halls/h/daily/2026-11-20.exe')).status).toBe(400);
    expect((await server.say('/api/v1/signing-key', { key: null })).json).toEqual(jasmine.objectContaining({ algorithm: 'Ed25519' }) as never);
  });
});
