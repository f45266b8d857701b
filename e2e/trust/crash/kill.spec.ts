/**
 * F1: the real server, killed under load (SIGKILL) and started again on the same folder, over and over: what was answered for is there,
 * once; nobody's seqs have a gap; and clients that post again what they heard nothing of lose nothing.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { ServerProcess, type StartOptions } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { audit } from './audit.spec-kit.js';
import { Book } from './book.spec-kit.js';

/** Each folder's server is killed so often. */
const [FOLDERS, KILLS] = [count(1, 10), count(20, 100)];
/** Of a busy machine; what it took stands in the record. */
const READY_MS = 15_000;
const EARLY_ACK = fileURLToPath(new URL('./early-ack.spec-kit.js', import.meta.url));

describe('the server, killed under ingest', () => {
  let data: string;
  beforeEach(async () => (data = await mkdtemp(join(tmpdir(), 'hallboard-kill-'))));
  afterEach(() => rm(data, { recursive: true }));

  /** Loads it and kills it in between. */
  async function kill(server: ServerProcess, book: Book): Promise<void> {
    const killed = new AbortController();
    const loaded = book.load(server, killed.signal);
    await wait(10 + book.draw.next() * 300);
    killed.abort();
    await server.end('SIGKILL');
    await loaded;
  }

  async function opened(options?: StartOptions): Promise<ServerProcess> {
    const server = await ServerProcess.start(data, options);
    await Book.openHall(server);
    return server;
  }

  it('loses nothing that it answered for, stores nothing twice, and its clients can always catch up', async () => {
    const readyMs: number[] = [];
    const sum = { acknowledged: 0, resent: 0, duplicates: 0 };
    for (let folder = 0; folder < FOLDERS; folder++) {
      const book = await killAgainAndAgain(readyMs);
      sum.acknowledged += book.acknowledged.size;
      sum.resent += book.resent;
      sum.duplicates += book.duplicates;
      await rm(data, { recursive: true });
      await mkdir(data);
    }
    const [median, slowest] = [readyMs.sort((a, b) => a - b)[Math.floor(readyMs.length / 2)]!, readyMs.at(-1)!].map(Math.round) as [number, number];
    expect(slowest).toBeLessThan(READY_MS);
    const outcome = `0 lost and 0 twice of ${sum.acknowledged.toLocaleString('en')} acknowledged; ${sum.resent.toLocaleString('en')} unheard of and sent again, of which ${sum.duplicates.toLocaleString('en')} were stored; ready again in ${median} ms (median), ${slowest} ms (slowest)`;
    tried({ promise: 'F1', how: 'SIGKILL under ingest, started again on the same folder, a new one after a hundred', cases: readyMs.length, outcome });
  });

  async function killAgainAndAgain(readyMs: number[]): Promise<Book> {
    const book = new Book();
    let server = await opened();
    for (let kills = 0; kills < KILLS; kills++) {
      await kill(server, book);
      const began = performance.now();
      server = await ServerProcess.start(data);
      readyMs.push(performance.now() - began);
      if (kills === Math.floor(KILLS / 2)) expect((await audit(server, book)).faults).toEqual([]);
      await book.postAgain(server);
    }
    const { faults, stored } = await audit(server, book);
    await server.end();
    expect(faults).toEqual([]);
    expect(stored).toBe(book.sent.size);
    return book;
  }

  it('the net has teeth: a journal that answers before it has stored is found out', async () => {
    const [book, found] = [new Book(), [] as string[]];
    let server = await opened({ node: ['--import', EARLY_ACK] });
    for (let kills = 0; kills < 5 && found.length === 0; kills++) {
      await kill(server, book);
      server = await ServerProcess.start(data);
      found.push(...(await audit(server, book)).faults);
      await server.end();
      if (found.length === 0) server = await ServerProcess.start(data, { node: ['--import', EARLY_ACK] });
    }
    expect(found.filter((fault) => fault.endsWith('was acknowledged and is lost'))).not.toEqual([]);
  });
});
