import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateCheckpointPart1796601600001 implements MigrationInterface {
  name = 'CreateCheckpointPart1796601600001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE checkpoint_part (hall_no INTEGER NOT NULL, seq INTEGER NOT NULL, part INTEGER NOT NULL, state BLOB NOT NULL,
        PRIMARY KEY (hall_no, seq, part))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE checkpoint_part`);
  }
}
