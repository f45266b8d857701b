import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { until } from '../../../server/feed/watcher.spec-kit.js';
import { Wire } from '../../../server/feed/wire.spec-kit.js';
import { PASSWORD } from '../../../server/people.spec-kit.js';
import { ServerProcess } from '../kit/server-process.js';
import { tried } from '../kit/tried.js';

/** Every way to write an origin that is not ours; `H` is the server's own host and port, `P` its port. */
const FOREIGN = `null|x|http://evil.example|https://evil.example|http://H.evil.example|http://evilH|http://sub.H|http://user@H|http://user:pass@H|http://H@evil.example
http://H/|http://H/path|http://H?x|http://H#x|HTTP://H|Http://H|http://H.|http://H:80|http://H0|http://1H|ws://H|wss://H|ftp://H|file://H|H|//H|://H|http:H|http:/H|http:///H
http://localhost:P|http://[::1]:P|http://0.0.0.0:P|http://0x7f000001:P|http://2130706433:P|http://017700000001:P|http://127.1:P|http://127.0.0.1|https://127.0.0.1|http://127.0.0.1:1
http://127.0.0.1:0P|http://127.0.0.1:P:P|http://127.0.0.2:P|http://127.0.0.1%00:P|http://127.0.0.1\\@evil.example|http://H, http://evil.example|http://evil.example, http://H
http://xn--hll-5cd.example:P|http://１２７.0.0.1:P|http://127。0。0。1:P|*|undefined|http://|https://|about:blank|data:text/html,x|javascript:alert(1)|blob:http://H/1|chrome-extension://abcdef|file://|http://H http://H`
  .split(/[|\n]/);

describe('who opens a socket, and who keeps it', () => {
  let data: string;
  let server: ServerProcess;
  const open: Socket[] = [];
  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-doors-'));
    server = await ServerProcess.start(data);
    await admin('PUT', 'halls/h', { name: 'h' });
  });
  afterEach(() => {
    for (const socket of open.splice(0)) socket.disconnect();
  });
  afterAll(async () => {
    await server.end();
    await rm(data, { recursive: true });
  });

  const admin = (method: string, path: string, body?: object) => server.ask(path, { method, ...(body ? { body: JSON.stringify(body) } : {}) });

  /** What the door answers to one who comes with this origin: over plain HTTP, by polling, as a WebSocket. */
  async function answers(origin: string): Promise<{ letIn: boolean; readable: boolean; polling: number; socket: string }> {
    const say = (path: string, method: string) => new Promise<{ status: number; allowed: unknown }>((fulfil, reject) => {
      const asked = request(`${server.url}${path}`, { method, headers: { origin: Buffer.from(origin).toString('latin1'), 'access-control-request-method': 'POST' } }, (response) => {
        response.resume().on('end', () => fulfil({ status: response.statusCode!, allowed: response.headers['access-control-allow-origin'] }));
      });
      asked.on('error', reject).end();
    });
    const [preflight, read, polled] = await Promise.all([say('/api/v1/session', 'OPTIONS'), say('/api/v1/halls', 'GET'), say('/socket.io/?EIO=4&transport=polling', 'GET')]);
    const wire = await Wire.open(server.url, { Origin: Buffer.from(origin).toString('latin1') });
    wire.end();
    return { letIn: preflight.status < 300, readable: read.allowed !== undefined || preflight.allowed !== undefined, polling: polled.status, socket: wire.status };
  }

  it('is no page of another origin, over HTTP, by polling or as a WebSocket', async () => {
    const { host, port } = new URL(server.url);
    for (const written of FOREIGN) {
      const origin = written.replaceAll('H', host).replaceAll('P', port);
      const { letIn, readable, polling, socket } = await answers(origin);
      expect([letIn, readable]).withContext(`HTTP from ${origin}`).toEqual([false, false]);
      expect(polling).withContext(`polling from ${origin}`).toBeGreaterThanOrEqual(400);
      expect(socket).withContext(`WebSocket from ${origin}`).toMatch(/ 40[03] /);
    }
    expect((await answers(server.url)).socket).withContext('the net has teeth: the server’s own page comes in').toContain(' 101 ');
    tried({ promise: 'G18', how: 'foreign origins × HTTP, polling, WebSocket', cases: 3 * FOREIGN.length, outcome: '0 let in' });
  }, 60_000);

  it('says hello within five seconds, with something that opens the door, or is shown out', async () => {
    const { key } = (await (await admin('POST', 'halls/h/keys', { role: 'wall' })).json()) as { key: string };
    const silent = ['/live', '/feed'].flatMap((space) => [{}, { key: 'wrong' }, { key: 7 }, { key }].map((auth) => dial(space, { auth }))); // with a wall's key too: it says no hello, and posts nothing
    const refused = dial('/live', {});
    await until(() => [...silent, refused].every(({ connected }) => connected));
    const began = performance.now();
    refused.emit('hello', { protocol: 1, hallId: 'h' });
    await gone([...silent, refused], 7_000);
    expect(performance.now() - began).toBeLessThan(7_000);
    tried({ promise: 'G18', how: 'sockets that show nothing', cases: silent.length + 1, outcome: `all closed after ${Math.round((performance.now() - began) / 100) / 10} s` });
  }, 20_000);

  it('loses it with the right, within a second, and HTTP at once', async () => {
    const slowest = { ms: 0 };
    let cases = 0;
    for (const [what, prepare] of Object.entries(endings)) {
      const { credentials, end, path = 'halls/h/state', space } = await prepare();
      const before = await fetch(`${server.url}/api/v1/${path}`, { headers: headersOf(credentials) });
      expect(before.status).withContext(`${what}, before`).toBe(200);
      const sockets = (space ? [space] : ['/live']).map((one) => dial(one, credentials));
      for (const socket of sockets) socket.emit('hello', { protocol: 1, hallId: 'h' });
      await until(() => sockets.every(({ connected }) => connected));
      await new Promise((fulfil) => setTimeout(fulfil, 700)); // until the lobby has seen it inside
      await end();
      const began = performance.now();
      const { status } = await fetch(`${server.url}/api/v1/${path}`, { headers: headersOf(credentials) });
      expect([401, 403]).withContext(`${what}, over HTTP`).toContain(status);
      await gone(sockets, 3_000);
      slowest.ms = Math.max(slowest.ms, performance.now() - began);
      cases += 1 + sockets.length;
    }
    expect(slowest.ms).toBeLessThan(2_000); // a second, and slack for a busy machine
    tried({ promise: 'G18', how: 'revocations × HTTP and socket', cases, outcome: `all ended, the slowest socket after ${Math.round(slowest.ms)} ms` });
  }, 60_000);

  interface Shown {
    auth?: object;
    cookie?: string;
  }
  interface Ending {
    credentials: Shown;
    end: () => Promise<unknown>;
    /** What is read with it, where it is not the state. */
    path?: string;
    space?: string;
  }

  function headersOf({ auth, cookie }: Shown): Record<string, string> {
    const key = (auth as { key?: string } | undefined)?.key;
    return { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...(cookie === undefined ? {} : { cookie }) };
  }

  function dial(space: string, { auth, cookie }: Shown): Socket {
    const socket = io(`${server.url}${space}`, { transports: ['websocket'], reconnection: false, forceNew: true, ...(auth ? { auth } : {}), ...(cookie ? { extraHeaders: { cookie } } : {}) });
    open.push(socket);
    return socket;
  }

  async function gone(sockets: Socket[], withinMs: number): Promise<void> {
    const waiting = sockets.filter(({ connected }) => connected).map((socket) => new Promise<void>((fulfil) => socket.once('disconnect', () => fulfil())));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_fulfil, reject) => (timer = setTimeout(() => reject(new Error(`${sockets.filter(({ connected }) => connected).length} sockets stayed`)), withinMs)));
    await Promise.race([Promise.all(waiting), late]);
    clearTimeout(timer);
  }

  let people = 0;
  async function person(change: object = {}): Promise<{ username: string; cookie: string }> {
    const username = `p${++people}`;
    await admin('POST', 'people', { username, role: 'supervisor', hallIds: ['h'], password: PASSWORD, ...change });
    return { username, cookie: await logIn(username) };
  }
  async function logIn(username: string): Promise<string> {
    const answer = await fetch(`${server.url}/api/v1/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password: PASSWORD }) });
    return answer.headers.get('set-cookie')!.split(';')[0]!;
  }
  const byCookie = (cookie: string, asked: string, body?: object) => {
    const [method, path] = asked.split(' ') as [string, string];
    return fetch(`${server.url}/api/v1/${path}`, { method, headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) }, ...(body ? { body: JSON.stringify(body) } : {}) });
  };
  async function key(role: string): Promise<{ id: string; key: string }> {
    return (await (await admin('POST', 'halls/h/keys', { role })).json()) as { id: string; key: string };
  }

  /** Each way in which a right ends. */
  const endings: Record<string, () => Promise<Ending>> = {
    'a log-out': async () => {
      const { cookie } = await person();
      return { credentials: { cookie }, end: () => byCookie(cookie, 'DELETE session') };
    },
    'a log-in ended from another one': async () => {
      const { username, cookie } = await person();
      const other = await logIn(username);
      const { sessions } = (await (await byCookie(other, 'GET sessions')).json()) as { sessions: { id: string; current: boolean }[] };
      return { credentials: { cookie }, end: () => byCookie(other, `DELETE sessions/${sessions.find(({ current }) => !current)!.id}`) };
    },
    'a log-in ended by an administrator': async () => {
      const { username, cookie } = await person();
      const { sessions } = (await (await admin('GET', `sessions?username=${username}`)).json()) as { sessions: { id: string }[] };
      return { credentials: { cookie }, end: () => admin('DELETE', `sessions/${sessions[0]!.id}`) };
    },
    'a person removed': async () => {
      const { username, cookie } = await person();
      return { credentials: { cookie }, end: () => admin('DELETE', `people/${username}`) };
    },
    'halls taken away': async () => {
      const { username, cookie } = await person();
      return { credentials: { cookie }, end: () => admin('PATCH', `people/${username}`, { hallIds: ['elsewhere'] }) };
    },
    'a password set by an administrator': async () => {
      const { username, cookie } = await person();
      return { credentials: { cookie }, end: () => admin('PATCH', `people/${username}`, { password: 'fünf kleine katzen' }) };
    },
    'a password changed from another log-in': async () => {
      const { username, cookie } = await person();
      const other = await logIn(username);
      return { credentials: { cookie }, end: () => byCookie(other, `PATCH people/${username}`, { password: 'fünf kleine katzen', currentPassword: PASSWORD }) };
    },
    'a role cut': async () => {
      const { username, cookie } = await person({ role: 'admin' });
      return { credentials: { cookie }, path: 'halls/h/keys', space: '/feed', end: () => admin('PATCH', `people/${username}`, { role: 'supervisor' }) };
    },
    'a wall’s key revoked': async () => {
      const { id, key: shown } = await key('wall');
      return { credentials: { auth: { key: shown } }, end: () => admin('DELETE', `halls/h/keys/${id}`) };
    },
    'a reader’s key revoked': async () => {
      const { id, key: shown } = await key('reader');
      return { credentials: { auth: { key: shown } }, end: () => admin('DELETE', `halls/h/keys/${id}`) };
    },
    'a device’s key revoked': async () => {
      const { id, key: shown } = await key('device');
      return { credentials: { auth: { key: shown } }, path: 'sessions', space: '/feed', end: () => admin('DELETE', `halls/h/keys/${id}`) };
    },
    'a public hall closed to the public': async () => {
      await admin('PUT', 'halls/h', { name: 'h', public: true });
      return { credentials: {}, end: () => admin('PUT', 'halls/h', { name: 'h' }) };
    },
  };
});
