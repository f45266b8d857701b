import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People get a name, halls and a staff number; those there are keep every hall. */
export class BindPeople1795392000002 implements MigrationInterface {
  readonly name = 'BindPeople1795392000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['name', 'hallIds', 'staffNumber']) await runner.query(`ALTER TABLE "person" ADD COLUMN "${column}" text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['staffNumber', 'hallIds', 'name']) await runner.query(`ALTER TABLE "person" DROP COLUMN "${column}"`);
  }
}
