/**
 * F4: a disk that says it could not write (EIO). Nothing is answered for, the process ends and says why, nobody asks that file a second
 * time whether it is safe, and the next process finds everything that was ever answered for.
 */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { ONE } from '../../../server/server.spec-kit.js';
import { audit } from './audit.spec-kit.js';
import { Book, HALL } from './book.spec-kit.js';
import { Faults, type Strike } from '../kit/faults.js';

const POINTS = count(3, 50);
/** Writes of the journal once the server runs: a post is a few pages and one fsync. */
const FSYNCS = 30;
/** After so many writes more it has not ended. */
const GOES_ON = 8;
const JOURNAL = 'journal.sqlite';
const SENTENCE = 'The journal failed (disk I/O error): nothing can be stored, so this process ends.';
const WRITE_AGAIN = fileURLToPath(new URL('./write-again.spec-kit.js', import.meta.url));

describe('a disk that fails', () => {
  let [folder, template] = ['', ''];
  let data: string;
  let faults: Faults;
  beforeAll(async () => {
    faults = await Faults.make('F4');
    folder = await mkdtemp(join(tmpdir(), 'hallboard-broken-'));
    template = join(folder, 'template');
    const server = await ServerHere.start(template);
    await Book.openHall(server);
    await server.end();
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await faults.clear();
  });
  beforeEach(() => cp(template, (data = join(folder, 'data')), { recursive: true }));
  afterEach(() => rm(data, { recursive: true }));

  const struck = (strike: Omit<Strike, 'fault'>, node: string[] = []) => ServerProcess.start(data, { env: faults.env(data, { ...strike, fault: 'EIO' }), node });

  /** Posts until a write fails; what is wrong with how the server takes that. */
  async function wrongIn(book: Book, strike: Omit<Strike, 'fault'>, node?: string[]): Promise<string[]> {
    const server = await struck(strike, node);
    const since = () => faults.writes(data).slice(strike.at);
    while ((await book.post(server, { type: ONE, events: [book.some()] })) && since().length < GOES_ON);
    const asked = since();
    const goesOn = asked.length >= GOES_ON;
    const { signal } = await server.end(goesOn ? 'SIGKILL' : null);
    return [
      ...(goesOn ? ['it goes on'] : []),
      ...(signal === 'SIGKILL' && server.said.includes(SENTENCE) ? [] : ['it does not say why']),
      ...(strike.calls === 'fsync' && asked.length > 0 ? ['asked again whether it is safe'] : []),
    ];
  }

  it('ends the process where the journal could not be written, and loses nothing', async () => {
    const book = new Book();
    for (let point = 0; point < POINTS; point++) {
      const calls = point % 2 ? 'pwrite' : 'fsync';
      const at = 1 + Math.floor(book.draw.next() * FSYNCS * (calls === 'fsync' ? 1 : 4));
      expect(await wrongIn(book, { at, calls, file: JOURNAL })).withContext(`${calls} ${at}`).toEqual([]);
      const server = await ServerHere.start(data);
      await book.postAgain(server);
      expect((await audit(server, book)).faults).withContext(`${calls} ${at}`).toEqual([]);
      await server.end();
    }
    tried({ promise: 'F4', how: 'EIO of a write or an fsync of the journal', cases: POINTS, outcome: 'not answered for, the process ended at once with a sentence, no second fsync of that file; 0 lost after a restart' });
  });

  it('the net has teeth: a journal that writes once more where the disk failed is found out', async () => {
    const wrong = await wrongIn(new Book(), { at: 5, calls: 'fsync', file: JOURNAL }, ['--import', WRITE_AGAIN]);
    expect(wrong).toEqual(['it goes on', 'it does not say why', 'asked again whether it is safe']);
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
