import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { openDurable, refuseUnlessDurable } from './open-durable.js';

class MakeNotes1795392000001 implements MigrationInterface {
  name = 'MakeNotes1795392000001';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE note (no INTEGER PRIMARY KEY)');
  }
  async down(): Promise<void> {}
}

class BreakNotes1795392000002 implements MigrationInterface {
  name = 'BreakNotes1795392000002';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half (no INTEGER PRIMARY KEY)');
    await runner.query('CREATE TABLE note (no INTEGER PRIMARY KEY)');
  }
  async down(): Promise<void> {}
}

describe('openDurable', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'hallboard-durable-'));
    file = join(folder, 'inner', 'notes.sqlite');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const open = (migrations: (typeof MakeNotes1795392000001)[] = [MakeNotes1795392000001]) => openDurable({ file, entities: [], migrations });

  it('keeps the file in WAL with synchronous FULL, for its owner alone to read', async () => {
    const database = await open();
    expect(await database.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
    expect(await database.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
    await database.query('INSERT INTO note DEFAULT VALUES');
    for (const name of [file, `${file}-wal`, `${file}-shm`]) expect((await stat(name)).mode & 0o777).withContext(name).toBe(0o600);
    await database.destroy();
  });

  for (const [level, name] of [[1, 'NORMAL'], [0, 'OFF']] as const) {
    it(`refuses a file that has come to be written with synchronous ${name}`, async () => {
      await (await open()).destroy();
      const prepareDatabase = (db: { pragma(text: string): unknown }): void => void db.pragma(`synchronous = ${name}`);
      const database = await new DataSource({ type: 'better-sqlite3', database: file, prepareDatabase }).initialize();
      await expectAsync(refuseUnlessDurable(database, file)).toBeRejectedWithError(
        new RegExp(`notes.sqlite cannot be kept safely: it needs journal_mode wal and synchronous 2 \\(FULL\\), and has wal and ${level}`),
      );
      await database.destroy();
    });
  }

  it('refuses a file that a newer program wrote, and leaves it as it is', async () => {
    await (await open()).destroy();
    const db = new Database(file);
    db.exec(`INSERT INTO migrations (timestamp, name) VALUES (9, 'FromTomorrow9')`);
    db.close();
    await expectAsync(open()).toBeRejectedWithError(/was written by a newer Hallboard \(FromTomorrow9\): start that version, or a newer one/);
    const after = new Database(file, { readonly: true });
    expect(after.prepare('SELECT name FROM migrations').pluck().all()).toEqual(['MakeNotes1795392000001', 'FromTomorrow9']);
    after.close();
  });

  it('takes nothing of a migration that fails, and opens again as before', async () => {
    await (await open()).destroy();
    spyOn(console, 'log'); // TypeORM tells of it there
    await expectAsync(open([MakeNotes1795392000001, BreakNotes1795392000002])).toBeRejected();
    const database = await open();
    expect(await database.query(`SELECT name FROM sqlite_master WHERE name = 'half'`)).toEqual([]);
    await database.destroy();
  });
});
