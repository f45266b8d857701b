/** The tables of what is told outside the house, as TypeORM knows them; the migration makes them, `ledger.ts` writes and reads them. */
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('channel')
export class ChannelRow {
  @PrimaryColumn('text')
  id!: string;

  /** Null: every hall. */
  @Column('text', { nullable: true })
  hallId!: string | null;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  person!: string | null;

  /** JSON. */
  @Column('text')
  severities!: string;

  /** JSON, with its secrets. */
  @Column('text')
  target!: string;

  @Column('integer')
  createdAt!: number;

  @Column('integer', { nullable: true })
  disabledAt!: number | null;

  /** Tries that failed since the last that did not. */
  @Column('integer')
  failures!: number;

  @Column('text', { nullable: true })
  lastError!: string | null;
}

/** How far a hall's journal has been read. */
@Entity('cursor')
export class CursorRow {
  @PrimaryColumn('text')
  hallId!: string;

  @Column('integer')
  seq!: number;
}

/** One message of a group of alerts on its way through one channel. */
@Entity('delivery')
@Index('delivery_due', ['state', 'dueAt'])
@Index('delivery_hall', ['hallId', 'createdAt'])
@Index('delivery_group', ['channelId', 'groupKey', 'createdAt'])
export class DeliveryRow {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  hallId!: string;

  @Column('text')
  channelId!: string;

  @Column('text')
  event!: string;

  @Column('text')
  groupKey!: string;

  /** JSON: the alerts as they were then. */
  @Column('text')
  alerts!: string;

  @Column('text')
  state!: string;

  @Column('integer')
  attempts!: number;

  @Column('integer')
  createdAt!: number;

  @Column('integer')
  dueAt!: number;

  @Column('integer')
  giveUpAt!: number;

  @Column('integer', { nullable: true })
  attemptedAt!: number | null;

  /** Deliveries that went out as one message share it. */
  @Column('text', { nullable: true })
  messageId!: string | null;

  @Column('integer', { nullable: true })
  sentAt!: number | null;

  @Column('text', { nullable: true })
  lastError!: string | null;
}

/** Which delivery tells a channel of an event of an alert: once for ever. */
@Entity('telling')
export class TellingRow {
  @PrimaryColumn('text')
  alertId!: string;

  @PrimaryColumn('text')
  event!: string;

  @PrimaryColumn('text')
  channelId!: string;

  @Column('text')
  deliveryId!: string;
}
