/**
 * Opens a SQLite file through TypeORM so that what is committed stays: WAL with synchronous FULL, set and read back, forward
 * migrations only. Two files are opened so: the journal and the keys. Callers write with single statements or in one
 * synchronous transaction: TypeORM shares one connection, on which one request's rollback would take another's row with it.
 */
import 'reflect-metadata';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';

export interface DurableFile {
  file: string;
  entities: NonNullable<DataSourceOptions['entities']>;
  migrations: (new () => { name?: string; up: unknown; down: unknown })[];
  /** Keep the file locked for this process alone as long as it is open. */
  exclusive?: boolean;
}

export async function openDurable({ file, entities, migrations, exclusive }: DurableFile): Promise<DataSource> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  // SQLite would make it readable for everyone; the -wal and -shm files take the mode of this one.
  await (await open(file, 'a', 0o600)).close();
  const database = new DataSource({
    type: 'better-sqlite3',
    database: file,
    entities,
    migrations: migrations as NonNullable<DataSourceOptions['migrations']>,
    synchronize: false,
    timeout: 500,
    prepareDatabase: (db: { pragma(text: string): unknown }) => {
      if (exclusive) {
        db.pragma('locking_mode = EXCLUSIVE');
        // the identity index of millions of events is written all over: hold its pages, and copy them to the file less often
        db.pragma('cache_size = -65536');
        db.pragma('wal_autocheckpoint = 8000');
      }
      db.pragma('journal_mode = WAL');
      db.pragma('synchronous = FULL');
    },
  });
  try {
    await database.initialize();
    await refuseUnlessDurable(database, file);
    await refuseIfNewer(database, { file, names: migrations.map(({ name }) => name) });
    await database.runMigrations();
  } catch (error) {
    if (database.isInitialized) await database.destroy();
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
    throw new Error(`${file} is in use by another Hallboard: one data folder serves one process. Stop the other, or set HALLBOARD_DATA to another folder.`, { cause: error });
  }
  return database;
}

/** In WAL mode anything below FULL may lose an acknowledged row with the power: read back what SQLite made of the request. */
export async function refuseUnlessDurable(database: DataSource, file: string): Promise<void> {
  const [mode] = await database.query<{ journal_mode: string }[]>('PRAGMA journal_mode');
  const [level] = await database.query<{ synchronous: number }[]>('PRAGMA synchronous');
  if (mode?.journal_mode !== 'wal' || level?.synchronous !== 2) {
    const found = `${mode?.journal_mode} and ${level?.synchronous}`;
    throw new Error(`${file} cannot be kept safely: it needs journal_mode wal and synchronous 2 (FULL), and has ${found}.`);
  }
}

/** An older program must not write into a file whose tables it does not know. */
async function refuseIfNewer(database: DataSource, { file, names }: { file: string; names: string[] }): Promise<void> {
  const [table] = await database.query<unknown[]>(`SELECT 1 FROM sqlite_master WHERE name = 'migrations'`);
  if (!table) return;
  const done = await database.query<{ name: string }[]>('SELECT name FROM migrations');
  const unknown = done.find(({ name }) => !names.includes(name));
  if (unknown) throw new Error(`${file} was written by a newer Hallboard (${unknown.name}): start that version, or a newer one.`);
}
