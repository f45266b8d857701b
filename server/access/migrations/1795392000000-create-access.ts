import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateAccess1795392000000 implements MigrationInterface {
  readonly name = 'CreateAccess1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "key" (
      "id" text PRIMARY KEY NOT NULL, "hallId" text NOT NULL, "role" text NOT NULL, "name" text NOT NULL,
      "hash" text NOT NULL, "createdAt" integer NOT NULL, "revokedAt" integer)`);
    await runner.query(`CREATE INDEX "key_hall" ON "key" ("hallId")`);
    await runner.query(`CREATE TABLE "person" (
      "username" text PRIMARY KEY NOT NULL, "role" text NOT NULL, "passwordHash" text NOT NULL, "createdAt" integer NOT NULL)`);
    await runner.query(`CREATE TABLE "session" (
      "hash" text PRIMARY KEY NOT NULL, "username" text NOT NULL, "createdAt" integer NOT NULL, "seenAt" integer NOT NULL)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['session', 'person', 'key']) await runner.query(`DROP TABLE "${table}"`);
  }
}
