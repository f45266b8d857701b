/** F25: what is thrown where nobody expected it. In a request: 500 without a word of the inside, and the server goes on. Anywhere else: it ends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { tried } from '../kit/tried.js';
import type { Route } from './throwing.spec-kit.js';

const THROWING = fileURLToPath(new URL('./throwing.spec-kit.js', import.meta.url));

describe('what is thrown where nobody expected it', () => {
  let data: string;
  beforeEach(async () => (data = await mkdtemp(join(tmpdir(), 'hallboard-thrown-'))));
  afterEach(() => rm(data, { recursive: true }));

  const start = () => ServerProcess.start(data, { node: ['--import', THROWING] });

  it('costs a request a 500 that tells nothing, and the server goes on', async () => {
    const server = await start();
    const { routes } = JSON.parse(/^\{"routes":.*$/m.exec(server.said)![0]) as { routes: Route[] };
    expect(routes.length).toBeGreaterThan(40);
    for (const { method, path } of routes) {
      const answer = await fetch(`${server.url}/${path.replace(/:\w+/g, 'x')}`, { method, headers: { authorization: `Bearer ${server.operatorKey}` } });
      const text = await answer.text();
      expect(answer.status).withContext(`${method} /${path}`).toBe(500);
      expect(JSON.parse(text)).toEqual(jasmine.objectContaining({ code: 'internal', detail: 'Something failed here that should not have; it is in the log of the server.' }));
      expect(text).withContext(`${method} /${path}`).not.toMatch(/planted|\.js|\bat /);
    }
    expect(await server.end()).toEqual({ code: 0, signal: null });
    expect(server.said.match(/planted in a handler/g)!.length).withContext('in the log').toBeGreaterThanOrEqual(routes.length);
    tried({ promise: 'F25', how: 'a throw in every handler of a request', cases: routes.length, outcome: '500 without a word of the inside, logged, and the server goes on' });
  });

  for (const [signal, what] of [['SIGUSR2', 'a rejection that nobody hears'], ['SIGHUP', 'a throw in a timer']] as const) {
    it(`ends the process: ${what}`, async () => {
      const server = await start();
      expect(await server.end(signal)).toEqual({ code: 1, signal: null });
      expect(server.said).toMatch(/"level":"fatal".*planted outside of a request.*this process ends/);
      await (await ServerHere.start(data)).end();
      tried({ promise: 'F25', how: what, cases: 1, outcome: 'logged as fatal, ended with code 1; the next start goes on' });
    });
  }
});
