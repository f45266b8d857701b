/**
 * F4: a disk that says it could not write (EIO). Nothing is answered for, the process ends and says why, nobody asks that file a second
 * time whether it is safe, and the next process finds everything that was ever answered for.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { ONE } from '../../../server/server.spec-kit.js';
import { audit } from './audit.spec-kit.js';
import { Book, HALL } from './book.spec-kit.js';
import { Faults, type Strike } from './faults.spec-kit.js';

const POINTS = count(3, 50);
/** Writes of the journal once the server runs: a post is a few pages and one fsync. */
const FSYNCS = 30;

describe('a disk that fails', () => {
  let data: string;
  let faults: Faults;
  beforeAll(async () => (faults = await Faults.make('F4')));
  afterAll(() => faults.clear());
  beforeEach(async () => {
    data = await mkdtemp(join(tmpdir(), 'hallboard-broken-'));
    const server = await ServerProcess.start(data);
    await Book.openHall(server);
    await server.end();
  });
  afterEach(() => rm(data, { recursive: true }));

  const struck = (strike: Omit<Strike, 'fault'>) => ServerProcess.start(data, { env: faults.env(data, { ...strike, fault: 'EIO' }) });

  /** Posts until the write that fails; how the process ended, and what it said. */
  async function postUntilItFails(book: Book, strike: Omit<Strike, 'fault'>): Promise<{ signal: string | null; said: string }> {
    const server = await struck(strike);
    while (await book.post(server, { type: ONE, events: [book.some()] })) if (book.sent.size > 10_000) throw new Error('no write failed');
    return { ...(await server.end(null)), said: server.said };
  }

  it('ends the process where the journal could not be written, and loses nothing', async () => {
    const book = new Book();
    for (let point = 0; point < POINTS; point++) {
      const calls = point % 2 ? 'pwrite' : 'fsync';
      const at = 1 + Math.floor(book.draw.next() * FSYNCS * (calls === 'fsync' ? 1 : 4));
      const { signal, said } = await postUntilItFails(book, { at, calls, file: 'journal.sqlite' });
      expect(signal).withContext(`${calls} ${at}`).toBe('SIGKILL');
      expect(said).toContain('The journal failed (disk I/O error): nothing can be stored, so this process ends.');
      if (calls === 'fsync') expect(faults.writes(data).slice(at)).withContext('asked again whether it is safe').toEqual([]);
      const server = await ServerProcess.start(data);
      await book.postAgain(server);
      expect((await audit(server, book)).faults).withContext(`${calls} ${at}`).toEqual([]);
      await server.end('SIGKILL');
    }
    tried({ promise: 'F4', how: 'EIO of a write or an fsync of the journal', cases: POINTS, outcome: 'not answered for, the process ended at once with a sentence, no second fsync of that file; 0 lost after a restart' });
  });

  it('refuses what another file could not keep, and goes on', async () => {
    const channel = { name: 'c', target: { kind: 'wecom', url: 'https://example.com/hook' } };
    for (const [file, what, body] of [['access.sqlite', 'keys', { role: 'device' }], ['notify.sqlite', 'channels', channel]] as const) {
      const server = await struck({ at: 1, calls: 'fsync', file });
      const put = async () => (await server.ask(`${HALL}/${what}`, { method: 'POST', body: JSON.stringify(body) })).status;
      const list = async () => (await server.ask(`${HALL}/${what}`)).text();
      const before = await list();
      expect(await put()).withContext(what).toBe(500);
      expect(await list()).withContext('refused and kept').toBe(before);
      expect(await put()).toBe(201);
      expect((await server.end()).code).toBe(0);
    }
    tried({ promise: 'F4', how: 'EIO of an fsync of the keys or of the channels', cases: 2, outcome: 'that request is answered 500 and kept nothing; the next is written anew, the server goes on' });
  });
});
