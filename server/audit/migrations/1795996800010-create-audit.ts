import type { MigrationInterface, QueryRunner } from 'typeorm';

/** AUTOINCREMENT remembers the last number given, so that a log cut off at its end is found short. */
export class CreateAudit1795996800010 implements MigrationInterface {
  readonly name = 'CreateAudit1795996800010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "entry" (
      "seq" integer PRIMARY KEY AUTOINCREMENT NOT NULL, "at" integer NOT NULL, "text" text NOT NULL, "hash" text NOT NULL)`);
    await runner.query(`CREATE INDEX "entry_at" ON "entry" ("at")`);
    for (const change of ['UPDATE', 'DELETE']) {
      await runner.query(`CREATE TRIGGER "entry_no_${change.toLowerCase()}" BEFORE ${change} ON "entry" BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE "entry"`);
  }
}
