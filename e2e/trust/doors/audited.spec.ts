import { tried } from '../kit/tried.js';
import { NAMES, OWN, peopled, sayAs, type Actor } from './actors.spec-kit.js';
import { matrix, pathIn } from './matrix.spec-kit.js';
import { START, type Server } from '../../../server/server.spec-kit.js';

describe('the audit log of every door', () => {
  let server: Server;
  let actors: Actor[];
  beforeAll(async () => ({ server, actors } = await peopled()));
  afterAll(() => server.end());

  it('has a line for each deed, done or refused, of everyone whom the server knows', async () => {
    const lastLine = async () => (await server.running.audit.read({ from: 0, to: START + 365 * 24 * 3_600_000 })).entries.at(-1);
    const deeds = matrix.filter(({ method, url }) => method !== 'GET' && !url.endsWith('/events') && !/session$|setup$/.test(url));
    const asking = actors.filter(({ name }) => [NAMES.supervisor, NAMES.foreign, NAMES.admin, 'reader', 'wall', 'a revoked key'].includes(name as never));
    let cases = 0;
    for (const row of deeds) {
      for (const actor of asking) {
        server.clock.pass(60_000);
        const before = (await lastLine())?.seq ?? 0;
        const { status } = await sayAs({ server, actor }, pathIn(row, OWN), { method: row.method, ...(row.method === 'DELETE' ? {} : { body: {} }) });
        const line = await lastLine();
        // what is done, or refused to somebody, is written; what cannot be read or is not there (404, 409, 422) changed nothing
        const isWritten = status < 300 || status === 401 || status === 403;
        expect((line?.seq ?? 0) > before).withContext(`${row.method} ${row.url} of ${actor.name}: ${status}`).toBe(isWritten);
        if (isWritten) expect([line!.status, line!.hallId]).withContext(row.url).toEqual([status, row.url.includes(':hallId') ? OWN : null]);
        cases++;
        server.clock.pass(3_600_000); // another hour, other refusals
      }
    }
    tried({ promise: 'G18', how: 'deeds looked up in the audit log', cases, outcome: 'each has its line' });
  }, 60_000);
});
