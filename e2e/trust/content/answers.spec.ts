/** What an answer says of itself and of the server, who may keep it, and whose address it was asked from. */
import { httpAdapter } from '../../../server/http.js';
import { Server } from '../../../server/server.spec-kit.js';
import { tried } from '../kit/tried.js';

/** The same for everyone and nobody's secret: documents and what the words mean. */
const FOR_EVERYONE = /^\/api\/(docs|async-docs)\/|^\/api\/v1\/dictionary/;
const DAY_MS = 24 * 3_600_000;

describe('An answer', () => {
  let server: Server;
  beforeAll(async () => {
    server = await Server.start();
    await server.makeHall('a', { public: true });
  });
  afterAll(() => server.end());

  it('of the API is kept by nobody, says what it is, and nothing of what the server is made of', async () => {
    const paths = [...new Set(server.running.routes.filter(({ method }) => method === 'GET').map(({ url }) => url.replace(':hallId', 'a').replace(/:\w+/g, '2026-11-20').replace('*', 'x')))];
    const faults: string[] = [];
    for (const path of [...paths, '/api/nowhere', '/nowhere', '/api/v1/halls/none/state']) {
      const { headers, text } = await server.say(path);
      const { 'content-type': type = '', 'cache-control': kept = '' } = headers;
      if (path.startsWith('/api/') && !FOR_EVERYONE.test(path) && kept !== 'no-store') faults.push(`${path} may be kept: ${kept}`);
      if (text !== '' && !(/^text\//.test(type) ? /charset=utf-8/i : /^(application|image|font)\//).test(type)) faults.push(`${path} is of no type: ${type}`);
      for (const name of ['server', 'x-powered-by', 'via']) if (headers[name] !== undefined) faults.push(`${path} tells ${name}`);
    }
    expect(faults).toEqual([]);
    expect(paths.length).toBeGreaterThan(30);
    tried({ promise: 'Headers', how: 'every readable route: who may keep the answer, its type, what it tells of the server', cases: paths.length, outcome: 'no-store on all that is not for everyone, a type with its charset, no version' });
  });

  it('is none of a folder, of the program\'s own files, or to TRACE', async () => {
    const files = ['/.git/config', '/.git/HEAD', '/.env', '/package.json', '/dist/server/main.js', '/server/main.ts', '/data/operator.key', '/operator.key', '/journal.sqlite', '/media/', '/api/', '/api/docs/..%2f..%2fpackage.json', '/..%2f..%2fpackage.json', '/main.js.map'];
    for (const path of files) expect((await server.say(path)).status).withContext(path).toBeGreaterThanOrEqual(400);
    const traced = await server.say('/', { method: 'TRACE', headers: { 'x-canary': 'canary' } });
    expect([traced.status >= 400, traced.text.includes('canary')]).toEqual([true, false]);
    tried({ promise: 'Headers', how: 'files of the program and the data folder, folders, TRACE', cases: files.length + 1, outcome: '0 given' });
  });

  it('to a reading changes nothing, and to no request leads elsewhere', async () => {
    const before = (await server.running.audit.read({ from: 0, to: server.clock.now() + DAY_MS })).entries.length;
    const seq = (await server.say('/api/v1/halls/a/state')).json.seq;
    for (const { url } of server.running.routes.filter(({ method }) => method === 'GET')) {
      const { headers } = await server.say(url.replace(':hallId', 'a').replace(/:\w+/g, 'x'), { key: null });
      expect(headers.location).withContext(url).toBeUndefined();
    }
    expect((await server.say('/api/v1/halls/a/state')).json.seq).toBe(seq);
    expect((await server.running.audit.read({ from: 0, to: server.clock.now() + DAY_MS })).entries.length).toBe(before);
  });

  it('takes a name that a query says twice, or as a list, for one text', async () => {
    const { paths } = (await server.say('/api/openapi.json')).json as unknown as { paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>> };
    let cases = 0;
    for (const [path, methods] of Object.entries(paths)) {
      const { parameters = [] } = methods['get'] ?? {};
      for (const { name } of parameters.filter((one) => one.in === 'query')) {
        for (const query of [`${name}=a&${name}=b`, `${name}[]=a`, `${name}[x]=a`, `${name}=`, '__proto__=a']) {
          const { status } = await server.say(`${path.replace('{hallId}', 'a').replace(/\{\w+\}/g, '2026-11-20')}?${query}`);
          expect(status).withContext(`${path}?${query}`).toBeLessThan(500);
          cases++;
        }
      }
    }
    expect(cases).toBeGreaterThan(100);
    tried({ promise: 'Payload', how: 'every name of a query twice, as a list, empty', cases, outcome: '0 answers of 5xx' });
  });

  it('goes to the address that a proxy of this machine names, and no other proxy is believed', async () => {
    const from = async () => (await server.running.audit.read({ from: 0, to: server.clock.now() + DAY_MS })).entries.at(-1)?.from;
    const body = JSON.stringify({ username: 'nobody', password: 'wrong and long' });
    await server.say('/api/v1/session', { method: 'POST', key: null, type: 'application/json', body, headers: { 'x-forwarded-for': '203.0.113.7' } });
    expect(await from()).toBe('203.0.113.7');
    const door = httpAdapter().getInstance();
    door.get('/ip', ({ ip }) => ({ ip }));
    const ipFor = async (remoteAddress: string) => (await door.inject({ url: '/ip', remoteAddress, headers: { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' } })).json<{ ip: string }>().ip;
    expect(await ipFor('127.0.0.1')).withContext('the last that the proxy itself saw').toBe('203.0.113.7');
    expect(await ipFor('192.0.2.9')).withContext('a stranger who speaks for others').toBe('192.0.2.9');
    await door.close();
  });
});
