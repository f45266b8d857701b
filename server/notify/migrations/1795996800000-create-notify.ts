import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateNotify1795996800000 implements MigrationInterface {
  readonly name = 'CreateNotify1795996800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE "channel" (
      "id" text PRIMARY KEY NOT NULL, "hallId" text, "name" text NOT NULL, "person" text, "severities" text NOT NULL, "target" text NOT NULL,
      "createdAt" integer NOT NULL, "disabledAt" integer, "failures" integer NOT NULL, "lastError" text)`);
    await runner.query(`CREATE TABLE "cursor" ("hallId" text PRIMARY KEY NOT NULL, "seq" integer NOT NULL)`);
    await runner.query(`CREATE TABLE "delivery" (
      "id" text PRIMARY KEY NOT NULL, "hallId" text NOT NULL, "channelId" text NOT NULL, "event" text NOT NULL, "groupKey" text NOT NULL,
      "alerts" text NOT NULL, "state" text NOT NULL, "attempts" integer NOT NULL, "createdAt" integer NOT NULL, "dueAt" integer NOT NULL,
      "giveUpAt" integer NOT NULL, "attemptedAt" integer, "messageId" text, "sentAt" integer, "lastError" text)`);
    await runner.query(`CREATE INDEX "delivery_due" ON "delivery" ("state", "dueAt")`);
    await runner.query(`CREATE INDEX "delivery_hall" ON "delivery" ("hallId", "createdAt")`);
    await runner.query(`CREATE INDEX "delivery_group" ON "delivery" ("channelId", "groupKey", "createdAt")`);
    await runner.query(`CREATE TABLE "telling" (
      "alertId" text NOT NULL, "event" text NOT NULL, "channelId" text NOT NULL, "deliveryId" text NOT NULL,
      PRIMARY KEY ("alertId", "event", "channelId")) WITHOUT ROWID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['telling', 'delivery', 'cursor', 'channel']) await runner.query(`DROP TABLE "${table}"`);
  }
}
