/**
 * The file of what is told outside: channels, cursors, deliveries. Every call is one synchronous statement or stands inside
 * `atOnce`, so that a kill finds either all of a commit or nothing. The only reader and writer of `notify.sqlite`.
 */
import { join } from 'node:path';
import type { Database, Statement } from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { openDurable } from '../sqlite/open-durable.js';
import { readChannel, rowOf, type Channel } from './channel.js';
import { DAY, readDelivery, type Delivery } from './delivery.js';
import { CreateNotify1795996800000 } from './migrations/1795996800000-create-notify.js';
import { ChannelRow, CursorRow, DeliveryRow, TellingRow } from './tables.entity.js';

const KEPT_MS = 30 * DAY;
const LISTED = 500;
const HOUR_MS = 3_600_000;

/** A delivery that was not tried yet. */
export type Fresh = Omit<Delivery, 'state' | 'attempts' | 'attemptedAt' | 'messageId' | 'sentAt' | 'lastError'>;

/** `state`: null for all of them. */
interface Wanted {
  hallId: string;
  channelIds: readonly string[];
  state: Delivery['state'] | null;
}

export interface Telling {
  alertId: string;
  event: string;
  channelId: string;
  deliveryId: string;
}

export class Ledger {
  private readonly prepared = new Map<string, Statement>();

  private constructor(
    private readonly source: DataSource,
    private readonly db: Database,
  ) {}

  static async open(data: string): Promise<Ledger> {
    const entities = [ChannelRow, CursorRow, DeliveryRow, TellingRow];
    const source = await openDurable({ file: join(data, 'notify.sqlite'), entities, migrations: [CreateNotify1795996800000] });
    return new Ledger(source, (source.driver as unknown as { databaseConnection: Database }).databaseConnection);
  }

  /** All of it or nothing. */
  atOnce(write: () => void): void {
    this.db.transaction(write)();
  }

  channels(): Channel[] {
    return (this.statement('SELECT * FROM channel ORDER BY createdAt, id').all() as ChannelRow[]).map(readChannel);
  }

  putChannel(channel: Channel): void {
    this.statement(`INSERT OR REPLACE INTO channel (id, hallId, name, person, severities, target, createdAt, disabledAt, failures, lastError)
      VALUES (@id, @hallId, @name, @person, @severities, @target, @createdAt, @disabledAt, @failures, @lastError)`).run(rowOf(channel));
  }

  removeChannel(id: string): void {
    this.atOnce(() => {
      this.statement('DELETE FROM channel WHERE id = ?').run(id);
      this.statement('DELETE FROM delivery WHERE channelId = ?').run(id);
      this.statement('DELETE FROM telling WHERE channelId = ?').run(id);
    });
  }

  cursor(hallId: string): number | null {
    return (this.statement('SELECT seq FROM cursor WHERE hallId = ?').pluck().get(hallId) as number | undefined) ?? null;
  }

  moveCursor(hallId: string, seq: number): void {
    this.statement('INSERT INTO cursor (hallId, seq) VALUES (@hallId, @seq) ON CONFLICT (hallId) DO UPDATE SET seq = @seq WHERE seq < @seq').run({ hallId, seq });
  }

  /** False when the channel was told of it already. */
  addTelling(telling: Telling): boolean {
    return this.statement('INSERT OR IGNORE INTO telling (alertId, event, channelId, deliveryId) VALUES (@alertId, @event, @channelId, @deliveryId)').run(telling).changes > 0;
  }

  /** The newest delivery that still gathers alerts of this group. */
  gathering({ channelId, groupKey, event }: Pick<Delivery, 'channelId' | 'groupKey' | 'event'>): Delivery | null {
    const row = this.statement(`SELECT * FROM delivery WHERE channelId = ? AND groupKey = ? AND event = ? AND state = 'pending' AND attempts = 0
      ORDER BY createdAt DESC, rowid DESC LIMIT 1`).get(channelId, groupKey, event);
    return row ? readDelivery(row as DeliveryRow) : null;
  }

  countOf({ channelId, groupKey, event }: Pick<Delivery, 'channelId' | 'groupKey' | 'event'>, since: number): number {
    return this.statement('SELECT count(*) FROM delivery WHERE channelId = ? AND groupKey = ? AND event = ? AND createdAt >= ?').pluck().get(channelId, groupKey, event, since) as number;
  }

  addDelivery({ alerts, ...delivery }: Fresh): void {
    this.statement(`INSERT INTO delivery (id, hallId, channelId, event, groupKey, alerts, state, attempts, createdAt, dueAt, giveUpAt)
      VALUES (@id, @hallId, @channelId, @event, @groupKey, @alerts, 'pending', 0, @createdAt, @dueAt, @giveUpAt)`).run({ ...delivery, alerts: JSON.stringify(alerts) });
  }

  setAlerts(id: string, alerts: Delivery['alerts']): void {
    this.statement('UPDATE delivery SET alerts = ? WHERE id = ?').run(JSON.stringify(alerts), id);
  }

  drop(id: string, why: string): void {
    this.statement(`UPDATE delivery SET state = 'dropped', lastError = ? WHERE id = ?`).run(why, id);
  }

  /** Deliveries that speak of an alert's raising or escalation. */
  callsAbout(alertId: string): Delivery[] {
    const rows = this.statement(`SELECT DISTINCT delivery.* FROM telling JOIN delivery ON delivery.id = telling.deliveryId WHERE telling.alertId = ? AND delivery.event <> 'resolved'`).all(alertId);
    return (rows as DeliveryRow[]).map(readDelivery);
  }

  /** What calls somebody to a hall's alerts and was not taken by its receiver yet. */
  pendingCalls(hallId: string): Delivery[] {
    return (this.statement(`SELECT * FROM delivery WHERE hallId = ? AND state = 'pending' AND event <> 'resolved'`).all(hallId) as DeliveryRow[]).map(readDelivery);
  }

  reschedule(id: string, { groupKey, dueAt, giveUpAt }: Pick<Delivery, 'groupKey' | 'dueAt' | 'giveUpAt'>): void {
    this.statement('UPDATE delivery SET groupKey = ?, dueAt = ?, giveUpAt = ? WHERE id = ?').run(groupKey, dueAt, giveUpAt, id);
  }

  /** Some alerts of a delivery go by one of their own. */
  divide(delivery: Delivery, part: Pick<Fresh, 'id' | 'groupKey' | 'alerts' | 'createdAt' | 'dueAt' | 'giveUpAt'>): void {
    const { hallId, channelId, event } = delivery;
    const ids = new Set(part.alerts.map(({ id }) => id));
    this.setAlerts(delivery.id, delivery.alerts.filter(({ id }) => !ids.has(id)));
    this.addDelivery({ hallId, channelId, event, ...part });
    for (const id of ids) this.statement('UPDATE telling SET deliveryId = ? WHERE alertId = ? AND deliveryId = ?').run(part.id, id, delivery.id);
  }

  /** Channels with something due, the one that has waited longest first. */
  dueChannels(now: number): string[] {
    return this.statement(`SELECT channelId FROM delivery WHERE state = 'pending' AND dueAt <= ? GROUP BY channelId ORDER BY min(dueAt)`).pluck().all(now) as string[];
  }

  due(channelId: string, now: number): Delivery[] {
    const rows = this.statement(`SELECT * FROM delivery WHERE state = 'pending' AND dueAt <= ? AND channelId = ? ORDER BY createdAt, rowid`).all(now, channelId);
    return (rows as DeliveryRow[]).map(readDelivery);
  }

  /** The first instant after now at which something falls due. */
  nextDueAt(now: number): number {
    return (this.statement(`SELECT min(dueAt) FROM delivery WHERE state = 'pending' AND dueAt > ?`).pluck().get(now) as number | null) ?? Infinity;
  }

  /** What is due of a channel waits until then. */
  postpone(channelId: string, now: number, until: number): void {
    this.statement(`UPDATE delivery SET dueAt = ? WHERE state = 'pending' AND channelId = ? AND dueAt <= ?`).run(until, channelId, now);
  }

  /** Written before the first byte goes out: a kill from here on is a try that failed. */
  begin(id: string, { messageId, now, nextAt }: { messageId: string; now: number; nextAt: number }): void {
    this.statement('UPDATE delivery SET attempts = attempts + 1, attemptedAt = ?, messageId = ?, dueAt = ? WHERE id = ?').run(now, messageId, nextAt, id);
  }

  sent(id: string, now: number): void {
    this.statement(`UPDATE delivery SET state = 'sent', sentAt = ?, lastError = NULL WHERE id = ?`).run(now, id);
  }

  failed(id: string, { error, dueAt, dead }: { error: string; dueAt: number; dead: boolean }): void {
    this.statement(`UPDATE delivery SET lastError = ?, dueAt = max(dueAt, ?), state = ? WHERE id = ? AND state = 'pending'`).run(error, dueAt, dead ? 'dead' : 'pending', id);
  }

  buryAll(channelId: string, why: string): void {
    this.statement(`UPDATE delivery SET state = 'dead', lastError = ? WHERE state = 'pending' AND channelId = ?`).run(why, channelId);
  }

  /** False when there is no dead delivery of that id. It counts as tried: nothing joins what may be known outside by its id. */
  revive(id: string, { now, giveUpAt }: { now: number; giveUpAt: number }): boolean {
    return this.statement(`UPDATE delivery SET state = 'pending', attempts = 1, dueAt = ?, giveUpAt = ? WHERE id = ? AND state = 'dead'`).run(now, giveUpAt, id).changes > 0;
  }

  /** When this channel, or any that calls the same person, sent a message within the last hour, the newest first. */
  toldAt({ id, person }: Channel, now: number): number[] {
    return this.statement(`SELECT max(attemptedAt) FROM delivery WHERE attemptedAt > ? AND channelId IN (SELECT id FROM channel WHERE id = ? OR (person = ? AND json_extract(target, '$.kind') <> 'webhook'))
      GROUP BY messageId ORDER BY 1 DESC`).pluck().all(now - HOUR_MS, id, person) as number[];
  }

  /** The newest of these channels, 500 at most, and how many more there are. */
  deliveries({ hallId, channelIds, state }: Wanted): { deliveries: Delivery[]; more: number } {
    const wanted = 'FROM delivery WHERE hallId = @hallId AND channelId IN (SELECT value FROM json_each(@channels)) AND (@state IS NULL OR state = @state)';
    const named = { hallId, channels: JSON.stringify(channelIds), state };
    const rows = this.statement(`SELECT * ${wanted} ORDER BY createdAt DESC, rowid DESC LIMIT ${LISTED}`).all(named) as DeliveryRow[];
    const all = rows.length < LISTED ? rows.length : this.statement(`SELECT count(*) ${wanted}`).pluck().get(named) as number;
    return { deliveries: rows.map(readDelivery), more: all - rows.length };
  }

  delivery(id: string): Delivery | null {
    const row = this.statement('SELECT * FROM delivery WHERE id = ?').get(id);
    return row ? readDelivery(row as DeliveryRow) : null;
  }

  forgetOld(now: number): void {
    this.atOnce(() => {
      this.statement(`DELETE FROM delivery WHERE state <> 'pending' AND createdAt < ?`).run(now - KEPT_MS);
      this.statement('DELETE FROM telling WHERE deliveryId NOT IN (SELECT id FROM delivery)').run();
    });
  }

  close(): Promise<void> {
    return this.source.destroy();
  }

  private statement(sql: string): Statement {
    let statement = this.prepared.get(sql);
    if (!statement) this.prepared.set(sql, (statement = this.db.prepare(sql)));
    return statement;
  }
}
