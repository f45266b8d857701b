import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Channels } from './channels.js';
import { Deliverer } from './deliverer.js';
import { backoffMs, roomAt } from './delivery.js';
import { Ledger } from './ledger.js';
import type { Notice } from './notice.js';
import { answer } from './receiver.spec-kit.js';
import { MINUTE, SECOND, SECRET, ToldHall } from './told-hall.spec-kit.js';

const HOUR = 60 * MINUTE;

describe('The deliverer', () => {
  let hall: ToldHall;
  beforeEach(async () => {
    hall = await ToldHall.open();
  });
  afterEach(() => hall.end());

  const robot = (path = '') => ({ kind: 'wecom', url: `${hall.receiver.url}${path}` });

  it('tries again with growing distance for a day, shows the channel as failing, and then gives up until somebody says to retry', async () => {
    await hall.channel();
    hall.receiver.manner = (response) => answer(500 + hall.receiver.received.length)(response); // which try it was
    const tried = async (attempts: number) => (await hall.until(([one]) => one?.lastError === `it answered ${500 + attempts}`))[0]!;
    await hall.breach();
    await hall.pass(SECOND);
    const start = hall.clock.now();
    const waits: number[] = [];
    let one = await tried(1);
    for (let attempts = 2; one.state === 'pending'; attempts++) {
      waits.push(one.dueAt - hall.clock.now());
      hall.clock.pass(waits.at(-1)!);
      one = await tried(attempts);
      expect((await hall.channels())[0]!.state).toBe(attempts >= 3 ? 'failing' : 'on');
    }
    expect(waits[0]).toBeLessThanOrEqual(25 * SECOND);
    expect(Math.max(...waits)).toBeGreaterThan(HOUR);
    expect(hall.clock.now() - start).toBeGreaterThan(20 * HOUR);
    expect(hall.clock.now() - start).toBeLessThanOrEqual(24 * HOUR);
    const ids = new Set(hall.receiver.received.map(({ headers }) => headers['webhook-id']));
    expect(ids).toEqual(new Set([one.id]));
    expect((await hall.say('GET', '/deliveries?status=dead')).text).toContain(one.id);
    hall.receiver.manner = answer(200);
    expect((await hall.say('POST', `/deliveries/${one.id}/retry`)).status).toBe(202);
    await hall.until((all) => all.some(({ id, state }) => id === one.id && state === 'sent'));
    expect((await hall.say('POST', `/deliveries/${one.id}/retry`)).json.code).toBe('notDead');
    expect((await hall.channels())[0]!.state).toBe('on');
  });

  it('comes when Retry-After says', async () => {
    await hall.channel();
    hall.receiver.manner = answer(429, { 'retry-after': '600' });
    await hall.breach();
    await hall.pass(SECOND);
    const [one] = await hall.until(([first]) => first?.lastError === 'it answered 429');
    expect(one!.dueAt - hall.clock.now()).toBe(10 * MINUTE);
  });

  it('turns a channel off whose receiver is gone, and gives up what waits for it', async () => {
    const gone: [number, object][] = [[410, robot()], [410, { kind: 'webhook', url: hall.receiver.url, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }]];
    for (const [, target] of gone) await hall.channel(target);
    hall.receiver.manner = answer(410);
    await hall.breach();
    await hall.pass(SECOND);
    const deliveries = await hall.until((all) => all.length === 2 && all.every(({ state }) => state === 'dead'));
    expect(deliveries.map(({ lastError }) => lastError)).toEqual(['it answered 410', 'it answered 410']);
    expect((await hall.channels()).map(({ state }) => state)).toEqual(['disabled', 'disabled']);
    const [channel] = await hall.channels();
    const changed = await hall.say('PUT', `/channels/${channel!.id}`, { name: 'again' });
    expect(changed.json as unknown).toEqual({ ...channel, name: 'again', severities: ['warning', 'breach'], state: 'on', lastError: null });
  });

  it('lets a slow receiver hold up nobody else', async () => {
    await hall.channel(robot('/slow'));
    await hall.channel(robot('/quick'));
    hall.receiver.manner = (response) => (response.req.url === '/slow' ? undefined : answer(200, {}, '{"errcode":0}')(response));
    await hall.breach();
    await hall.pass(SECOND);
    await hall.until((all) => all.some(({ state }) => state === 'sent'));
    await hall.until((all) => all.some(({ lastError }) => lastError === 'no answer in time'));
  });

  it('gives a robot what came too thick as one message', async () => {
    const channel = await hall.channel(robot());
    const clauses = Array.from({ length: 20 }, (_, index) => ({ id: `wait-${index}`, kind: 'ticket.wait', breachAfter: 'PT10M', during: 'always', source: 'local' }));
    await hall.say('PUT', '/standard', { name: 'twenty', source: 'local', clauses: clauses.map((clause, index) => ({ ...clause, breachAfter: `PT${600 + index}S` })) });
    await hall.queue([hall.clock.now()]);
    await hall.pass(10 * MINUTE - SECOND);
    for (let second = 0; second < 60; second++) {
      await hall.pass(SECOND);
      await hall.until((all) => all.every(({ state, attempts }) => state === 'sent' || attempts === 0));
    }
    const deliveries = await hall.until((all) => all.length === 20 && all.every(({ state }) => state === 'sent'));
    expect(deliveries.every(({ channelId }) => channelId === channel.id)).toBeTrue();
    expect(hall.receiver.received.length).toBeLessThanOrEqual(8);
    expect(JSON.parse(hall.receiver.received.at(-1)!.body).markdown.content).toContain('值班台');
  });

  it('tries again as one message what went out as one', async () => {
    await hall.channel({ kind: 'feishu', url: hall.receiver.url });
    hall.receiver.manner = answer(503);
    const clauses = ['one', 'two', 'three', 'four'].map((id) => ({ id, kind: 'ticket.wait', breachAfter: 'PT10M', during: 'always', source: 'local' }));
    await hall.say('PUT', '/standard', { name: 'four', source: 'local', clauses });
    await hall.breach();
    await hall.pass(SECOND);
    const deliveries = await hall.until((all) => all.length === 4 && all.every(({ lastError }) => lastError === 'it answered 503'));
    expect(new Set(deliveries.map(({ dueAt }) => dueAt)).size).toBe(1);
  });

  it('waits longer after each try, with some chance in it, and no longer than two hours and a half', () => {
    for (let attempts = 1; attempts < 40; attempts++) {
      expect(backoffMs(attempts, 0)).toBeLessThan(backoffMs(attempts, 0.999));
      expect(backoffMs(attempts, 1)).toBeLessThanOrEqual(2.5 * HOUR);
    }
    expect(backoffMs(1, 0)).toBeGreaterThan(10 * SECOND); // longer than a try may take
  });

  it('calls nobody more than thirty times in an hour, and a robot no more than fifteen in a minute', () => {
    const now = 10 * HOUR;
    const times = (count: number, apart: number) => Array.from({ length: count }, (_, index) => now - index * apart);
    expect(roomAt('email', times(29, MINUTE))).toBe(0);
    expect(roomAt('email', times(30, MINUTE))).toBe(now - 29 * MINUTE + HOUR);
    expect(roomAt('wecom', times(1, MINUTE))).toBe(now + MINUTE / 15);
    expect(roomAt('webhook', times(500, SECOND))).toBe(0);
  });

  it('leaves nothing lying that falls due between one reading of the clock and the next', async () => {
    const data = await mkdtemp(join(tmpdir(), 'deliverer-'));
    const ledger = await Ledger.open(data);
    for (const early of [0, 1, 2, 3]) {
      let [now, waits, sent] = [10 * HOUR, Infinity, 0];
      const clock = { now: () => now++, after: (ms: number) => ((waits = ms), () => undefined), at: () => () => undefined };
      const channels = new Channels(ledger, clock.now);
      const { id } = channels.create('a', { name: 'out', severities: ['breach'], allHalls: false, target: { kind: 'webhook', url: hall.receiver.url, secret: SECRET } });
      const dueAt = now + early;
      ledger.addDelivery({ id: `early ${early}`, hallId: 'a', channelId: id, event: 'raised', groupKey: '', alerts: [], createdAt: now, dueAt, giveUpAt: dueAt + HOUR });
      const sender = { send: () => Promise.resolve(void sent++) };
      const deliverer = new Deliverer({ ledger, channels, sender, clock, noticeOf: () => ({}) as Notice, failed: fail });
      deliverer.pump();
      expect(sent === 1 || waits <= early).withContext(`due ${early} ms after the look began: ${sent} sent, looked again after ${waits} ms`).toBeTrue();
      await deliverer.end(SECOND);
      channels.remove(id);
    }
    await ledger.close();
    await rm(data, { recursive: true });
  });
});
