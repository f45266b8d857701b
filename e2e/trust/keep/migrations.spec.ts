/**
 * F8: the server is killed while it makes or alters its tables, at one write after the other, in an empty folder and in one of an older
 * version; the next start completes what was begun. An older program refuses a newer file.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile } from '../../../server/keep/journal-file.js';
import { CreateJournal1795392000001 } from '../../../server/journal/migrations/1795392000001-create-journal.js';
import { openDurable, type DurableFile } from '../../../server/sqlite/open-durable.js';
import { CreateAccess1795392000000 } from '../../../server/access/migrations/1795392000000-create-access.js';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, skip, tried } from '../kit/tried.js';

const WRITES = 'pwrite64,fsync,fdatasync,ftruncate,rename,unlink';
const DATABASES = ['access.sqlite', 'daily.sqlite', 'journal.sqlite', 'notify.sqlite'];

describe('A migration', () => {
  let folder: string;
  /** A folder in which nobody was killed. */
  let whole: string;
  let data: string;
  let log: string;

  beforeAll(async () => {
    whole = mkdtempSync(join(tmpdir(), 'hallboard-migrated-'));
    await (await ServerHere.start(whole)).end();
  });

  afterAll(() => rmSync(whole, { recursive: true }));

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hallboard-migrations-'));
    [data, log] = [join(folder, 'data'), join(folder, 'strace.log')];
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [name, make] of [['an empty folder', empty], ['a folder of the first tables alone', first]] as const) {
    it(`in ${name} is completed after a kill at any of its writes`, async () => {
      if (spawnSync('strace', ['-qq', '-o', '/dev/null', 'true']).status !== 0) skip('F8', 'there is no strace here, or it may not trace');
      const origin = join(folder, 'origin');
      await make(origin);
      const writes = await countWrites(origin);
      const kills = Math.min(writes, count(4, 60));
      let killed = 0;
      for (let no = 0; no < kills; no++) {
        if (await killAt(origin, 1 + Math.floor((no * writes) / kills))) killed++;
        await expectWhole(origin);
      }
      expect(killed).toBeGreaterThan(kills / 2);
      tried({ promise: 'F8', how: `killed at a write, sync or rename of the start in ${name}, of ${writes}`, cases: kills, outcome: `${killed} killed, each start after it complete` });
    });
  }

  it('of a newer version is not touched by an older one, which says so', async () => {
    await (await ServerHere.start(data)).end();
    for (const name of DATABASES) {
      change(name, `INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')`);
      await expectAsync(ServerProcess.start(data)).withContext(name).toBeRejectedWithError(new RegExp(`\\(1\\).*${name.replace('.', '\\.')} was written by a newer Hallboard \\(FromTheFuture9999999999999\\): start that version, or a newer one\\.`, 's'));
      change(name, `DELETE FROM migrations WHERE name LIKE 'FromTheFuture%'`);
    }
    await (await ServerHere.start(data)).end();
    tried({ promise: 'F8', how: 'an older program started on a newer file', cases: DATABASES.length, outcome: 'each refused in a sentence, with exit code 1' });
  });

  function change(name: string, sql: string): void {
    const db = openFile(join(data, name));
    db.exec(sql);
    db.close();
  }

  /** Every thread counts its own: the most of them. */
  async function countWrites(origin: string): Promise<number> {
    cpSync(origin, data, { recursive: true });
    await ServerProcess.start(data, { under: ['strace', '-f', '-qq', '-o', log, '-e', `trace=${WRITES}`] }).then(endTraced);
    const byThread = new Map<string, number>();
    for (const [, thread] of readFileSync(log, 'utf8').matchAll(/^(\d+) +\w+\(/gm)) byThread.set(thread!, (byThread.get(thread!) ?? 0) + 1);
    return Math.max(...byThread.values());
  }

  /** True when it was killed there; false when it came up before. */
  async function killAt(origin: string, when: number): Promise<boolean> {
    rmSync(data, { recursive: true, force: true });
    cpSync(origin, data, { recursive: true });
    const under = ['strace', '-f', '-qq', '-o', log, '-e', `trace=${WRITES}`, '-e', `inject=${WRITES}:signal=SIGKILL:when=${when}`];
    return ServerProcess.start(data, { under }).then(
      async (server) => {
        await endTraced(server);
        return false;
      },
      () => true,
    );
  }

  /** A signal for strace would not reach the server. */
  async function endTraced(server: ServerProcess): Promise<void> {
    process.kill(Number(/^\d+/.exec(readFileSync(log, 'utf8'))![0]), 'SIGKILL');
    await server.end(null);
  }

  async function expectWhole(origin: string): Promise<void> {
    const server = await ServerHere.start(data);
    const answer = await server.ask('halls/old', { method: 'PUT', body: JSON.stringify({ name: 'old', timezone: 'Asia/Shanghai' }) });
    expect(answer.ok).toBeTrue();
    await server.end();
    for (const name of DATABASES) expect(tablesOf(join(data, name))).withContext(`${name}, from ${origin}`).toEqual(tablesOf(join(whole, name)));
  }
});

function empty(data: string): Promise<void> {
  mkdirSync(data);
  return Promise.resolve();
}

/** As the first version left it, with a row in each file that was there. */
async function first(data: string): Promise<void> {
  await made({ file: join(data, 'journal.sqlite'), entities: [], migrations: [CreateJournal1795392000001] });
  await made({ file: join(data, 'access.sqlite'), entities: [], migrations: [CreateAccess1795392000000] });
}

async function made(file: DurableFile): Promise<void> {
  await (await openDurable(file)).destroy();
}

function tablesOf(file: string): unknown[] {
  const db = openFile(file, { readonly: true });
  const tables = db.prepare('SELECT name, sql FROM sqlite_master ORDER BY name').all();
  const migrations = db.prepare('SELECT name FROM migrations ORDER BY name').all();
  db.close();
  return [...tables, ...migrations];
}
