import { fastify } from 'fastify';
import { logRequests, requestIds } from './log-requests.js';
import { openLog, type LogLevel } from './log.js';

async function asked(level: LogLevel) {
  const lines: string[] = [];
  const app = fastify({ genReqId: requestIds() });
  logRequests(app, openLog(level, { write: (line: string) => void lines.push(line) }));
  app.post('/api/v1/halls/:hallId/events', (request, reply) => reply.status((request.params as { hallId: string }).hallId === 'none' ? 404 : 200).send({}));
  app.put('/api/v1/halls/:hallId', () => ({}));
  for (const path of ['/healthz', '/readyz', '/metrics', '/page']) app.get(path, () => ({}));
  app.get('/broken', () => { throw new Error('broken'); });
  await app.inject({ method: 'POST', url: '/api/v1/halls/a/events' });
  await app.inject({ method: 'POST', url: '/api/v1/halls/none/events' });
  await app.inject({ method: 'PUT', url: '/api/v1/halls/a' });
  for (const path of ['/healthz', '/readyz?x=1', '/metrics', '/page?token=s3cr3t&a=b', '/broken', '/nowhere?KEY=s3cr3t']) await app.inject(path);
  const answer = await app.inject({ url: '/page', headers: { 'x-request-id': 'proxy-7', authorization: 'Bearer s3cr3t' } });
  const forged = await app.inject({ url: '/page', headers: { 'x-request-id': 'a b{}' } });
  await app.close();
  return { lines, said: lines.map((line) => JSON.parse(line)), answer, forged };
}

describe('The log of requests', () => {
  it('tells of commands, refusals and failures, and not of events taken, pages read or probes', async () => {
    const { said } = await asked('info');
    expect(said.map(({ level, method, url, status }) => [level, method, url, status])).toEqual([
      ['info', 'POST', '/api/v1/halls/none/events', 404],
      ['info', 'PUT', '/api/v1/halls/a', 200],
      ['error', 'GET', '/broken', 500],
      ['info', 'GET', '/nowhere?KEY=[removed]', 404],
    ]);
  });

  it('tells of everything but probes when debugging, and of no secret', async () => {
    const { said, lines } = await asked('debug');
    expect(said.map(({ url }) => url.split('?')[0])).toEqual(['/api/v1/halls/a/events', '/api/v1/halls/none/events', '/api/v1/halls/a', '/page', '/broken', '/nowhere', '/page', '/page']);
    expect(lines.join('')).not.toContain('s3cr3t');
    expect(said[3].url).toBe('/page?token=[removed]&a=b');
    for (const line of said) expect(line.ms).toBeGreaterThanOrEqual(0);
  });

  it('names each request, takes over a name from a proxy, and none that is no name', async () => {
    const { said, answer, forged } = await asked('debug');
    const names = said.map(({ requestId }) => requestId);
    expect(new Set(names).size).toBe(names.length);
    expect(answer.headers['x-request-id']).toBe('proxy-7');
    expect(names.at(-2)).toBe('proxy-7');
    expect(forged.headers['x-request-id']).toMatch(/^[0-9a-f]{8}-\d+$/);
  });
});
