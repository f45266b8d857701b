import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BATCH, event, issued } from '../../../server/server.spec-kit.js';
import type { Answering } from '../kit/answering.js';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';
import { Book, HALL } from './book.spec-kit.js';
import { Faults } from '../kit/faults.js';

const POINTS = count(3, 60);
/** What the journal may tell: nothing was erased, or all of it. */
const WHOLE = [[2, 0], [0, 1]];
const SAID = '张三说他住在东街八号';

describe('F1 a kill while texts are erased', () => {
  let faults: Faults;
  let [folder, template] = ['', ''];
  beforeAll(async () => {
    faults = await Faults.make('F1');
    folder = await mkdtemp(join(tmpdir(), 'hallboard-erased-'));
    await talk((template = join(folder, 'template')));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
    await faults.clear();
  });

  const holding = (folder: string) => readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && readFileSync(join(entry.parentPath, entry.name)).includes(SAID)).map(({ name }) => name);
  const erase = (server: Answering) => server.ask(`${HALL}/tickets/t1/erase`, { method: 'POST', body: JSON.stringify({ reason: '本人要求' }) });
  /** How many lines of the journal hold the words, and how many say that some were erased. */
  async function told(server: Answering): Promise<{ holds: number; tells: number }> {
    const lines = (await (await server.ask(`${HALL}/journal`)).text()).trim().split('\n');
    return { holds: lines.filter((line) => line.includes(SAID)).length, tells: lines.filter((line) => line.includes('"type":"event.erased"')).length };
  }

  /** Words about a ticket, at rest. */
  async function talk(data: string): Promise<void> {
    const server = await ServerHere.start(data);
    await Book.openHall(server);
    const events = [issued('t1', { note: SAID }), event('rating.given', { counterId: '1', ticketId: 't1', level: 1, comment: SAID }), issued('t2')];
    await server.ask(`${HALL}/events`, { method: 'POST', type: BATCH, body: JSON.stringify(events) });
    await server.end();
  }

  async function talked(): Promise<string> {
    const data = await mkdtemp(join(folder, 'talked-'));
    await cp(template, data, { recursive: true });
    return data;
  }

  /** Erases with a server that is struck at a write; whether it was answered. */
  async function struck(data: string, at: number): Promise<boolean> {
    const server = await ServerProcess.start(data, { env: faults.env(data, { at, fault: 'kill', file: 'journal.sqlite' }) }).catch(() => null);
    const answered = server !== null && (await erase(server).then(({ ok }) => ok, () => false));
    await server?.end('SIGKILL');
    return answered;
  }

  it('leaves them as they were or takes out all of them, and what was answered for is out of every file', async () => {
    const whole = await talked();
    expect(holding(whole)).withContext('as it is stored').not.toEqual([]);
    expect(await struck(whole, Infinity)).toBeTrue();
    const writes = faults.writes(whole).length;
    await rm(whole, { recursive: true });
    const seen = { answered: 0, erased: 0, asBefore: 0 };
    for (let point = 0; point < POINTS; point++) {
      const at = writes - Math.floor(((point + 0.5) * Math.min(writes, 3 * POINTS)) / POINTS); // the last of them are the erasure's
      const data = await talked();
      const answered = await struck(data, at);
      const server = await ServerHere.start(data);
      const { holds, tells } = await told(server);
      expect(WHOLE).withContext(`killed at write ${at} of ${writes}`).toContain([holds, tells]);
      if (answered) expect(holds).toBe(0);
      if (holds > 0) expect((await erase(server)).status).toBe(200);
      seen[answered ? 'answered' : holds > 0 ? 'asBefore' : 'erased']++;
      await server.end();
      expect(holding(data)).withContext(`killed at write ${at} of ${writes}`).toEqual([]);
      await rm(data, { recursive: true });
    }
    expect(seen.asBefore + seen.erased).toBeGreaterThan(0);
    tried({ promise: 'F1', how: 'SIGKILL at writes of an erasure', cases: POINTS, outcome: `${seen.asBefore} as before, ${seen.erased} erased though not answered for, ${seen.answered} answered for and erased; no half, and no text left in any file` });
  }, count(120_000, 900_000));

  it('the net has teeth: an erasure of one text of the two is noticed', async () => {
    const data = await talked();
    const server = await ServerHere.start(data);
    expect((await server.ask(`${HALL}/journal/2/erase`, { method: 'POST', body: JSON.stringify({ reason: '只此一条' }) })).status).toBe(200);
    const { holds, tells } = await told(server);
    expect(WHOLE).not.toContain([holds, tells]);
    expect([holds, tells]).toEqual([1, 1]);
    await server.end();
    await rm(data, { recursive: true });
  }, 60_000);
});
