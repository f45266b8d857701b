/** The journal's tables as TypeORM knows them; the migration makes them, `store.ts` writes and reads them. */
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('hall')
export class HallEntity {
  @PrimaryColumn('integer')
  no!: number;

  @Column('text', { unique: true })
  id!: string;
}

/** A hall's CloudEvents source, numbered so that the identity index stays small. */
@Entity('source')
export class SourceEntity {
  @PrimaryColumn('integer')
  no!: number;

  @Column('integer')
  hall_no!: number;

  @Column('text')
  name!: string;
}

/** Identity is (hall, source, id), for ever. */
@Entity('event_id')
export class EventIdEntity {
  @PrimaryColumn('integer')
  source_no!: number;

  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  seq!: number;
}

@Entity('link')
export class LinkEntity {
  @PrimaryColumn('integer')
  hall_no!: number;

  @PrimaryColumn('integer')
  first_seq!: number;

  @Column('integer')
  count!: number;

  @Column('integer')
  logged_at!: number;

  @Column('blob')
  body!: Uint8Array;

  @Column('text')
  hash!: string;
}

/** What reading the past left behind, to be read faster the next time; all of it follows from the links. */
@Entity('past')
export class PastEntity {
  @PrimaryColumn('integer')
  hall_no!: number;

  @PrimaryColumn('text')
  kind!: string;

  @PrimaryColumn('integer')
  at!: number;

  @Column('integer')
  version!: number;

  @Column('blob')
  state!: Uint8Array;
}

/** What of a large checkpoint comes before its last part. */
@Entity('checkpoint_part')
export class CheckpointPartEntity {
  @PrimaryColumn('integer')
  hall_no!: number;

  @PrimaryColumn('integer')
  seq!: number;

  @PrimaryColumn('integer')
  part!: number;

  @Column('blob')
  state!: Uint8Array;
}

@Entity('checkpoint')
export class CheckpointEntity {
  @PrimaryColumn('integer')
  hall_no!: number;

  @PrimaryColumn('integer')
  seq!: number;

  @Column('integer')
  fold_version!: number;

  @Column('blob')
  state!: Uint8Array;
}
