import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One revision of one day; never changed once it is written. */
@Entity('daily')
export class StoredDaily {
  @PrimaryColumn('text')
  hallId!: string;

  @PrimaryColumn('text')
  date!: string;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('text')
  sha256!: string;

  @Column('integer')
  issued!: number;

  @Column('integer')
  served!: number;

  @Column('integer')
  raised!: number;

  @Column('integer')
  madeAt!: number;

  /** The file, byte for byte. */
  @Column('text')
  text!: string;
}
