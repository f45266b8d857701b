import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJournal1795392000001 implements MigrationInterface {
  name = 'CreateJournal1795392000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE hall (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE)`);
    await runner.query(
      `CREATE TABLE source (no INTEGER PRIMARY KEY, hall_no INTEGER NOT NULL, name TEXT NOT NULL, UNIQUE (hall_no, name))`,
    );
    await runner.query(
      `CREATE TABLE event_id (source_no INTEGER NOT NULL, id TEXT NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (source_no, id)) WITHOUT ROWID`,
    );
    await runner.query(
      `CREATE TABLE link (hall_no INTEGER NOT NULL, first_seq INTEGER NOT NULL, count INTEGER NOT NULL, logged_at INTEGER NOT NULL,
        body BLOB NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (hall_no, first_seq))`,
    );
    await runner.query(
      `CREATE TABLE checkpoint (hall_no INTEGER NOT NULL, seq INTEGER NOT NULL, fold_version INTEGER NOT NULL, state BLOB NOT NULL,
        PRIMARY KEY (hall_no, seq))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['checkpoint', 'link', 'event_id', 'source', 'hall']) await runner.query(`DROP TABLE ${table}`);
  }
}
