import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePast1795996800001 implements MigrationInterface {
  name = 'CreatePast1795996800001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE past (hall_no INTEGER NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL, version INTEGER NOT NULL, state BLOB NOT NULL,
        PRIMARY KEY (hall_no, kind, at))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE past`);
  }
}
