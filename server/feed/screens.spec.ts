import type { ScreenEntry } from '../../shared/commands/screens.js';
import type { Reload, ScreenStatus } from '../../shared/messages/messages.js';
import { Server } from '../server.spec-kit.js';
import { until, Watcher, type Watch } from './watcher.spec-kit.js';

const DAY = 24 * 3_600_000;

function status(screenId: string, over: object = {}): ScreenStatus {
  return { screenId, page: 'wall', build: 'main-AAAA', width: 1920, height: 1080, ratio: 1, upMs: 60_000, heapBytes: 30_000_000, ...over };
}

describe('the screens of a hall', () => {
  let server: Server;
  let hallId: string;
  let halls = 0;
  let watchers: Watcher[] = [];
  beforeAll(async () => (server = await Server.start()));
  beforeEach(() => server.makeHall((hallId = `hall${++halls}`)));
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
  const known = () => server.running.feeds.of(hallId)!.known;
  const list = () => known().list(server.clock.now());
  const ids = () => list().map(({ screenId }) => screenId);
  const path = () => `/api/v1/halls/${hallId}/screens`;
  async function listed(key?: string | null): Promise<ScreenEntry[]> {
    const { text } = await server.say(path(), key === undefined ? {} : { key });
    return (JSON.parse(text) as { screens: ScreenEntry[] }).screens;
  }
  /** Says it, and waits until whatever was said before a hello has been taken in. */
  async function say(watcher: Watcher, message: unknown): Promise<void> {
    watcher.socket.emit('status', message);
    const answers = watcher.snapshots.length + watcher.beats.length;
    watcher.hello();
    await until(() => watcher.snapshots.length + watcher.beats.length > answers);
  }

  it('are listed as they speak of themselves, with who they are and since when they are here', async () => {
    const { id, key } = await server.makeKey(hallId, 'wall');
    const wall = await watch({ key });
    const at = server.clock.now();
    await say(wall, status('s1', { name: '东侧', heapBytes: null, more: 'x'.repeat(1_000) }));
    const { address, ...entry } = (await listed())[0]!;
    expect(entry).toEqual({ ...status('s1', { name: '东侧', heapBytes: null }), connected: true, connectedAt: at, lastSeenAt: at, who: `wall ${id}` });
    expect(address).toMatch(/127\.0\.0\.1/);
    server.clock.pass(60_000);
    await say(wall, status('s1', { upMs: 120_000 }));
    expect(await listed()).toEqual([jasmine.objectContaining({ upMs: 120_000, connectedAt: at, lastSeenAt: at + 60_000 })]);
    expect((await listed())[0]!.name).toBeUndefined();
  });

  it('are public where a public hall’s viewer came without a key', async () => {
    await server.makeHall(hallId, { public: true });
    const anyone = await Watcher.of({ url: server.url, hallId });
    watchers.push(anyone);
    await say(anyone, status('s1'));
    expect((await listed())[0]!.who).toBe('public');
  });

  it('are seen and told to reload by supervisors and administrators only', async () => {
    const keys = [null, (await server.makeKey(hallId, 'wall')).key, (await server.makeKey(hallId, 'reader')).key];
    const answers = keys.map(async (key) => [(await server.say(path(), { key })).status, (await server.say(`${path()}/s1/reload`, { key, method: 'POST' })).status]);
    expect(await Promise.all(answers)).toEqual([[401, 401], [403, 403], [403, 403]]);
    expect((await server.say('/api/v1/halls/nowhere/screens')).status).toBe(404);
  });

  it('stay listed as gone when they leave, and are forgotten after a week', async () => {
    const wall = await watch();
    await say(wall, status('s1'));
    wall.end();
    await until(() => list()[0]?.connected === false);
    server.clock.pass(7 * DAY);
    expect(ids()).toEqual(['s1']);
    server.clock.pass(1);
    expect(ids()).toEqual([]);
  });

  it('are gone within a second when their key is revoked', async () => {
    const { id, key } = await server.makeKey(hallId, 'wall');
    await say(await watch({ key }), status('s1'));
    await server.revoke(hallId, id);
    server.clock.pass(1_000);
    await until(() => list()[0]?.connected === false);
  });

  it('load their page anew when a person asks, each for itself', async () => {
    const [one, other] = [await watch(), await watch()];
    const heard: [string, Reload][] = [];
    one.socket.on('reload', (reload: Reload) => heard.push(['one', reload]));
    other.socket.on('reload', (reload: Reload) => heard.push(['other', reload]));
    await say(one, status('s1'));
    await say(other, status('s2'));
    expect((await server.say(`${path()}/s2/reload`, { method: 'POST' })).status).toBe(202);
    await until(() => heard.length > 0);
    expect(heard).toEqual([['other', { screenId: 's2' }]]);
    other.end();
    await until(() => list().some(({ connected }) => !connected));
    for (const screenId of ['s2', 'nobody']) {
      const { status: code, json } = await server.say(`${path()}/${screenId}/reload`, { method: 'POST' });
      expect([code, json.code]).toEqual([404, 'unknownScreen']);
    }
  });

  it('are not heard before hello, nor more than once in five seconds, nor when they speak nonsense', async () => {
    const stranger = await watch({ hallId: 'nowhere' });
    await say(await watch(), status('known'));
    stranger.socket.emit('status', status('stranger'));
    const wall = await watch();
    for (const [message, expected] of [
      [status('s1'), ['known', 's1']], [status('s2'), ['known', 's1']],
    ] as const) {
      await say(wall, message);
      expect(ids()).toEqual([...expected]);
    }
    const odd = [null, 7, [], {}, status('a b'), status('__proto__'), status('s3', { page: 'x' }), status('s3', { name: 'x'.repeat(201) }), status('s3', { width: -1 }), status('s3', { upMs: '1' })];
    for (const message of odd) {
      server.clock.pass(5_000);
      await say(wall, message);
      expect(ids()).withContext(JSON.stringify(message)).toEqual(['known', 's1']);
    }
  });

  it('are one for a connection: who calls itself anew takes its old place', async () => {
    const wall = await watch();
    await say(wall, status('s1'));
    server.clock.pass(5_000);
    await say(wall, status('s2'));
    expect(ids()).toEqual(['s2']);
  });

  it('are at most five hundred: whoever has been gone for longest makes room, and nobody who is here', () => {
    const start = server.clock.now();
    const socketOf = () => ({ handshake: { address: '::1' } }) as never;
    const sockets = Array.from({ length: 500 }, socketOf);
    const hear = (index: number, socket: never) => known().heard(status(`s${index}`), { socket, who: 'w', now: start + index });
    sockets.forEach((socket, index) => hear(index, socket));
    hear(500, socketOf());
    expect(ids()).not.toContain('s500');
    known().left(sockets[9]!, start + 501);
    known().left(sockets[7]!, start + 502);
    hear(501, socketOf());
    expect([ids().length, ids().includes('s9'), ids().includes('s7'), ids().includes('s501')]).toEqual([500, false, true, true]);
  });

  it('hear with everything which build of the pages the server has', async () => {
    expect((await watch()).snapshots[0]!.build).toBe(server.running.feeds.of(hallId)!.build);
  });
});
