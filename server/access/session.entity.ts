import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A log-in that lasts; never its token. */
@Entity('session')
export class StoredSession {
  /** SHA-256 of the token, hexadecimal. */
  @PrimaryColumn('text')
  hash!: string;

  @Column('text')
  username!: string;

  @Column('integer')
  createdAt!: number;

  @Column('integer')
  seenAt!: number;
}
