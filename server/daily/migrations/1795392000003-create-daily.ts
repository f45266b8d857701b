import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every revision of every day for ever; beside them what it takes to make the next: the days' index and what days left. */
export class CreateDaily1795392000003 implements MigrationInterface {
  readonly name = 'CreateDaily1795392000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "daily" ("hallId" text NOT NULL, "date" text NOT NULL, "revision" integer NOT NULL, "sha256" text NOT NULL,
      "issued" integer NOT NULL, "served" integer NOT NULL, "raised" integer NOT NULL, "madeAt" integer NOT NULL, "text" text NOT NULL,
      PRIMARY KEY ("hallId", "date", "revision"))`);
    await runner.query('CREATE TABLE "days" ("hallId" text PRIMARY KEY, "text" text NOT NULL)');
    await runner.query('CREATE TABLE "carried" ("hallId" text NOT NULL, "date" text NOT NULL, "state" blob NOT NULL, PRIMARY KEY ("hallId", "date"))');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['carried', 'days', 'daily']) await runner.query(`DROP TABLE "${table}"`);
  }
}
