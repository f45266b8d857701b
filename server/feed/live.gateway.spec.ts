import { applyDelta } from '../../shared/messages/delta.js';
import { hashRows } from '../../shared/messages/hash.js';
import { event, issued, Server } from '../server.spec-kit.js';
import { until, Watcher, type Watch } from './watcher.spec-kit.js';

describe('/live', () => {
  let server: Server;
  let hallId: string;
  let halls = 0;
  let watchers: Watcher[] = [];
  beforeAll(async () => (server = await Server.start()));
  beforeEach(() => server.makeHall((hallId = `live${++halls}`)));
  afterEach(() => {
    for (const watcher of watchers) watcher.end();
    watchers = [];
  });
  afterAll(() => server.end());

  async function watch(how: Partial<Watch> = {}): Promise<Watcher> {
    const watcher = await Watcher.of({ url: server.url, hallId, key: server.operatorKey, ...how });
    watchers.push(watcher);
    return watcher;
  }
  /** Posts a ticket and lets its delta go out. */
  async function ticket(id: string): Promise<void> {
    await server.post(hallId, [issued(id)]);
    server.show(hallId);
  }

  describe('answers hello', () => {
    it('with a snapshot to whom holds nothing, and then with each delta in turn', async () => {
      const watcher = await watch();
      expect(watcher.snapshots.length).toBe(1);
      for (let number = 1; number <= 5; number++) await ticket(`t${number}`);
      await until(() => watcher.deltas.length === 5);
      expect(watcher.deltas.every(({ prev, seq }) => seq === prev + 1)).toBeTrue();
      expect([watcher.snapshots.length, watcher.hellosAgain]).toEqual([1, 0]);
      expect(watcher.rows).toEqual((await server.state(hallId)).rows);
    });

    it('with the missed deltas only, to whom holds a seq of this epoch', async () => {
      const held = await watch();
      await ticket('t1');
      await until(() => held.deltas.length === 1);
      held.end();
      for (let number = 2; number <= 4; number++) await ticket(`t${number}`);
      const again = await watch({ held });
      expect([again.snapshots.length, again.deltas.length, again.hellosAgain]).toEqual([0, 3, 0]);
      expect(again.rows).toEqual((await server.state(hallId)).rows);
      const current = await watch({ held: again });
      expect([current.snapshots.length, current.deltas.length, current.beats.length]).toEqual([0, 0, 1]);
    });

    it('with a snapshot to whom holds another epoch, a seq still to come, or one too long ago', async () => {
      const held = await watch();
      expect((await watch({ held: { ...held, epoch: 'another' } })).snapshots.length).toBe(1);
      expect((await watch({ held: { ...held, seq: held.seq + 7 } })).snapshots.length).toBe(1);
      for (let number = 1; number <= 513; number++) await ticket(`t${number}`);
      await until(() => held.deltas.length === 513);
      const late = await watch({ held: { epoch: held.epoch, seq: held.seq - 513, rows: held.rows } });
      expect([late.snapshots.length, late.deltas.length]).toEqual([1, 0]);
      const justInTime = await watch({ held: { epoch: held.epoch, seq: held.seq - 512, rows: held.rows } });
      expect([justInTime.snapshots.length, justInTime.deltas.length]).toEqual([0, 512]);
    }, 20_000);

    it('again, when a screen finds a gap: that is how it recovers', async () => {
      const watcher = await watch();
      await ticket('t1');
      await until(() => watcher.deltas.length === 1);
      watcher.seq -= 1; // as if it had not come
      await ticket('t2');
      await until(() => watcher.hellosAgain === 1 && watcher.deltas.length === 4);
      expect(watcher.rows).toEqual((await server.state(hallId)).rows);
    });

    it('under another epoch after a restart, with everything', async () => {
      const other = await Server.start();
      await other.makeHall('r');
      await other.post('r', [issued('t1')]);
      const before = await Watcher.of({ url: other.url, hallId: 'r', key: other.operatorKey });
      const rows = before.rows;
      await other.restart();
      const after = await Watcher.of({ url: other.url, hallId: 'r', key: other.operatorKey, held: before });
      expect(after.snapshots.length).toBe(1);
      expect(after.epoch).not.toBe(before.epoch);
      expect(after.rows).toEqual(rows);
      after.end();
      await other.end();
    });
  });

  it('beats every second with the hall\'s clock, and with each tenth beat proves the rows', async () => {
    const watcher = await watch();
    for (let second = 0; second < 21; second++) server.clock.pass(1_000);
    await until(() => watcher.beats.length >= 21);
    expect(watcher.beats.filter(({ hash }) => hash).length).toBeGreaterThanOrEqual(2);
    const [last, before] = [watcher.beats.at(-1)!, watcher.beats.at(-2)!];
    expect(Date.parse(last.now) - Date.parse(before.now)).toBe(1_000);
    expect(last.seq).toBe(watcher.seq);
  });

  it('proves the rows of the very seq that the beat names, also where time alone has changed them', async () => {
    await server.makeHall(hallId, { services: [{ id: 'tax', name: '税务', waitLimit: 'PT5S' }] });
    const watcher = await watch();
    for (let round = 0; round < 30; round++) {
      await server.post(hallId, [issued(`t${round}`)]);
      server.clock.pass(1_000 + round);
    }
    await until(() => watcher.beats.length >= 30);
    const proofs = new Map(watcher.beats.flatMap(({ seq, hash }) => (hash ? [[seq, hash] as const] : [])));
    expect(proofs.size).toBeGreaterThanOrEqual(3);
    const rows = structuredClone(watcher.snapshots[0]!.rows);
    for (const delta of watcher.deltas) {
      applyDelta(rows, delta);
      if (proofs.has(delta.seq)) expect(hashRows(rows)).withContext(`seq ${delta.seq}`).toBe(proofs.get(delta.seq)!);
    }
  });

  describe('shows a wall', () => {
    it('no figures of single counters and people, in snapshot, delta and state', async () => {
      const { key } = await server.makeKey(hallId, 'wall');
      const [wall, reader] = [await watch({ key }), await watch()];
      await server.post(hallId, [event('counter.opened', { counterId: 'c1', staffId: 's1' }), issued('t1'), event('ticket.called', { ticketId: 't1', counterId: 'c1', staffId: 's1' })]);
      server.show(hallId);
      await until(() => wall.deltas.length > 0 && reader.deltas.length > 0);
      const late = await watch({ key });
      const ofOne = (rows: object) => Object.keys(rows).filter((id) => /^(counter|staff):/.test(id));
      expect(ofOne(reader.rows.figures)).toEqual(['counter:c1', 'staff:s1']);
      for (const rows of [wall.rows, late.rows, (await server.state(hallId, key)).rows]) expect(ofOne(rows.figures)).toEqual([]);
      expect(JSON.stringify([...wall.deltas, ...wall.snapshots, ...late.snapshots])).not.toMatch(/"(counter|staff):/);
    });

    it('of a public hall to anyone, and nobody more than that without a key', async () => {
      await server.makeHall(hallId, { public: true });
      await server.post(hallId, [event('counter.opened', { counterId: 'c1' })]);
      const anyone = await Watcher.of({ url: server.url, hallId });
      expect(Object.keys(anyone.rows.counters)).toEqual(['c1']);
      expect(Object.keys(anyone.rows.figures)).not.toContain('counter:c1');
      anyone.end();
      expect((await server.say(`/api/v1/halls/${hallId}/journal`, { key: null })).status).toBe(401);
    });
  });

  describe('refuses', () => {
    it('who may not look, and what is no hello, in words', async () => {
      await server.makeHall('elsewhere');
      const [device, other] = [await server.makeKey(hallId, 'device'), await server.makeKey('elsewhere', 'reader')];
      const codeFor = async (how: Partial<Watch>) => {
        const [refusal] = (await watch(how)).refusals;
        expect(refusal?.message).toMatch(/\w+ \w+/);
        return refusal?.code;
      };
      const nobody = await Watcher.of({ url: server.url, hallId });
      expect(nobody.refusals[0]?.code).toBe('unauthorized');
      nobody.end();
      expect(await codeFor({ key: 'wrong' })).toBe('unauthorized');
      expect(await codeFor({ key: device.key })).toBe('forbidden');
      expect(await codeFor({ key: other.key })).toBe('forbidden');
      expect(await codeFor({ hallId: 'nowhere' })).toBe('unknownHall');
      expect(await codeFor({ hallId: 'constructor' })).toBe('unknownHall');
      const watcher = await watch();
      const shapes = [null, 7, 'hello', [], {}, { protocol: 2, hallId }, { protocol: 1, hallId: {} }, { protocol: 1, hallId, seq: -1 }, { protocol: 1, hallId, epoch: 'x'.repeat(65) }, { protocol: 1, hallId: 'x'.repeat(10_000) }];
      for (const shape of shapes) watcher.socket.emit('hello', shape);
      await until(() => watcher.refusals.length === shapes.length);
      expect(watcher.refusals.every(({ code, message }) => code === 'badHello' && message.startsWith('hello was refused: '))).toBeTrue();
      await ticket('t1');
      await until(() => watcher.deltas.length === 1);
    });

    it('hellos that come too often: says so once, is silent, and listens again ten seconds later', async () => {
      const watcher = await watch();
      for (let number = 0; number < 200; number++) watcher.hello();
      await until(() => watcher.refusals.length > 0);
      await ticket('t1');
      await until(() => watcher.deltas.length > 0);
      expect(watcher.refusals).toEqual([{ code: 'badHello', message: jasmine.stringContaining('too often') }]);
      const answers = watcher.snapshots.length + watcher.beats.length; // a beat of its own may be among them
      expect([30, 31]).toContain(answers);
      server.clock.pass(10_001);
      const heard = watcher.snapshots.length;
      watcher.hello({ protocol: 1, hallId });
      await until(() => watcher.snapshots.length > heard);
    });

    it('within a second who has lost the right to look, and only those', async () => {
      const { id, key } = await server.makeKey(hallId, 'reader');
      const [leaver, stayer] = [await watch({ key }), await watch()];
      await server.revoke(hallId, id);
      server.clock.pass(1_000);
      await until(() => !leaver.socket.connected);
      expect(leaver.refusals).toEqual([{ code: 'unauthorized', message: jasmine.stringContaining('no longer valid') }]);
      await ticket('t1');
      await until(() => stayer.deltas.length > 0);
      expect(leaver.deltas).toEqual([]);
    });

    it('who has lost the right to see more than a public hall shows everyone, and everyone when it is public no more', async () => {
      await server.makeHall(hallId, { public: true });
      const { id, key } = await server.makeKey(hallId, 'reader');
      const [reader, anyone] = [await watch({ key }), await Watcher.of({ url: server.url, hallId })];
      watchers.push(anyone);
      await server.revoke(hallId, id);
      server.clock.pass(1_000);
      await until(() => !reader.socket.connected);
      expect(anyone.socket.connected).toBeTrue();
      await server.makeHall(hallId, { public: false });
      server.clock.pass(1_000);
      await until(() => !anyone.socket.connected);
    });
  });
});
