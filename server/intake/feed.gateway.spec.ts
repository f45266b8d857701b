import { io, type Socket } from 'socket.io-client';
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import { event, issued, Server, type ProblemBody } from '../server.spec-kit.js';
import { Wire } from '../feed/wire.spec-kit.js';
import { until } from '../feed/watcher.spec-kit.js';

describe('/feed over socket.io', () => {
  let server: Server;
  let key: string;
  let sockets: Socket[] = [];
  let halls = 0;
  let a: string;
  beforeAll(async () => {
    server = await Server.start();
    await server.makeHall('b');
  });
  beforeEach(async () => {
    await server.makeHall((a = `a${++halls}`));
    key = (await server.makeKey(a, 'device')).key;
  });
  afterEach(() => {
    for (const socket of sockets) socket.disconnect();
    sockets = [];
  });
  afterAll(() => server.end());

  function dial(auth: Record<string, unknown>): Socket {
    const socket = io(`${server.url}/feed`, { transports: ['websocket'], reconnection: false, forceNew: true, auth });
    sockets.push(socket);
    return socket;
  }
  const send = (socket: Socket, message: unknown) => socket.timeout(5_000).emitWithAck('events', message) as Promise<IntakeAnswer & Partial<ProblemBody>>;

  it('takes one event, an array, or either beside the hall\'s id, and acknowledges as HTTP answers', async () => {
    const socket = dial({ key });
    const [one, two, three] = [issued('f1'), issued('f2'), issued('f3')];
    expect(await send(socket, one)).toEqual({ accepted: 1, duplicates: 0, rejected: 0, lastSeq: 2, problems: [] });
    expect((await send(socket, [one, two])).duplicates).toBe(1);
    expect((await send(socket, { hallId: a, events: [three, { ...one, data: { ticketId: 'f1', number: 'X', serviceId: 'tax' } }] })).problems).toEqual([
      { index: 1, id: one.id, code: 'conflict', message: jasmine.stringContaining('the first stays') },
    ]);
    expect((await server.lines(a)).slice(1).map((line) => line.event)).toEqual([one, two, three]);
    expect((await server.state(a)).rows.tickets['f3']?.state).toBe('waiting');
  });

  it('knows over either door what came through the other', async () => {
    const both = issued('both');
    await server.post(a, [both]);
    expect((await send(dial({ key }), both)).duplicates).toBe(1);
  });

  it('refuses in words who may not post, and where', async () => {
    const [wall, revoked] = [await server.makeKey(a, 'wall'), await server.makeKey(a, 'device')];
    const socket = dial({ key: revoked.key });
    expect((await send(socket, issued('g1'))).accepted).toBe(1);
    await server.revoke(a, revoked.id);
    expect((await send(socket, issued('g2'))).status).toBe(401);
    expect((await send(dial({ key: wall.key }), issued('g2'))).status).toBe(403);
    for (const wrong of [undefined, 'wrong', 7, { $ne: null }]) expect((await send(dial({ key: wrong }), { hallId: a, events: [] })).status).toBe(401);
    expect((await send(dial({ key }), { hallId: 'b', events: [issued('g2')] })).status).toBe(403);
    const operator = dial({ key: server.operatorKey });
    expect((await send(operator, { hallId: 'nowhere', events: [] })).status).toBe(404);
    expect((await send(operator, [])).detail).toContain('Which hall?');
    for (const hallId of [{}, [], 7, 'x'.repeat(1_000_000)]) expect((await send(operator, { hallId, events: [] })).status).toBe(400);
  });

  it('answers every shape of message, and goes on', async () => {
    const socket = dial({ key });
    const shapes: unknown[] = [null, 0, 'x', true, [], [[]], {}, { events: null }, { events: [{ events: [] }] }, JSON.parse('{"__proto__":{"events":[]}}')];
    for (const shape of shapes) {
      const answer = await send(socket, shape);
      expect(answer.problems ?? answer.detail).withContext(JSON.stringify(shape)).toBeDefined();
    }
    let deep: unknown = {};
    for (let level = 0; level < 3_000; level++) deep = [deep];
    expect((await send(socket, event('hall.opened', { deep }))).problems[0]?.code).toBe('tooDeep');
    expect((await send(socket, Array.from({ length: 100_001 }, () => 0))).code).toBe('tooMany');
    expect((await send(socket, Array.from({ length: 5_000 }, () => 0))).problems.length).toBe(1_000);
    expect((await send(socket, issued('h1'))).accepted).toBe(1);
  });

  it('lets go of who sends bytes instead of text, or sends on without taking the answers', async () => {
    const binary = dial({ key });
    await until(() => binary.connected);
    binary.emit('events', event('hall.opened', { blob: Buffer.alloc(1_000_000) }));
    await until(() => !binary.connected);
    const deaf = await Wire.open(server.url);
    await deaf.enter('/feed');
    deaf.stopReading();
    let asked = 0;
    for (; asked < 200_000 && !deaf.closed; asked += 250) {
      deaf.say(...Array.from({ length: 250 }, () => '42/feed,1["events",{}]'));
      await new Promise((fulfil) => setTimeout(fulfil, 1));
    }
    expect(deaf.closed).withContext(`after ${asked} messages`).toBeTrue();
    expect((await send(dial({ key }), issued('i1'))).accepted).toBe(1);
  }, 20_000);
});
