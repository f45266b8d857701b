/**
 * F8: the server is killed while it makes or alters its tables, at one write after the other, in an empty folder and in one of an older
 * version; the next start completes what was begun. An older program refuses a newer file.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFile } from '../../../server/keep/journal-file.js';
import { CreateJournal1795392000001 } from '../../../server/journal/migrations/1795392000001-create-journal.js';
import { openDurable, type DurableFile } from '../../../server/sqlite/open-durable.js';
import { CreateAccess1795392000000 } from '../../../server/access/migrations/1795392000000-create-access.js';
import { Faults, type Strike } from '../kit/faults.js';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, tried } from '../kit/tried.js';

const POINTS = count(6, 90);
const DATABASES = ['access.sqlite', 'daily.sqlite', 'journal.sqlite', 'notify.sqlite'];

describe('A migration', () => {
  let folder: string;
  /** A folder in which nobody was killed. */
  let whole: string;
  let data: string;
  let faults: Faults;

  beforeAll(async () => {
    faults = await Faults.make('F8');
    whole = mkdtempSync(join(tmpdir(), 'hallboard-migrated-'));
    await (await ServerHere.start(whole)).end();
  });

  afterAll(async () => {
    rmSync(whole, { recursive: true });
    await faults.clear();
  });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hallboard-migrations-'));
    data = join(folder, 'data');
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  for (const [name, make] of [['an empty folder', empty], ['a folder of the first tables alone', first]] as const) {
    it(`in ${name} is completed after a kill at any of its writes`, async () => {
      const origin = join(folder, 'origin');
      await make(origin);
      await startStruck(origin, { at: Infinity, fault: 'kill' });
      const writes = faults.writes(data).length;
      const points = Math.min(writes, POINTS);
      let killed = 0;
      for (let no = 0; no < points; no++) {
        if (await startStruck(origin, { at: 1 + Math.floor((no * writes) / points), fault: no % 2 ? 'torn' : 'kill' })) killed++;
        await expectWhole(origin);
      }
      expect(killed).toBeGreaterThan(points / 2);
      tried({ promise: 'F8', how: `killed before or in the middle of a write, sync or rename of the start in ${name}, of ${writes}`, cases: points, outcome: `${killed} killed, each start after it complete` });
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

  /** A start in a copy of that folder; true when it was killed there, false when it came up before. */
  async function startStruck(origin: string, strike: Strike): Promise<boolean> {
    rmSync(data, { recursive: true, force: true });
    cpSync(origin, data, { recursive: true });
    try {
      await (await ServerProcess.start(data, { env: faults.env(data, strike) })).end('SIGKILL');
      return false;
    } catch (error) {
      if (faults.writes(data).length < strike.at) throw error;
      return true;
    }
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
