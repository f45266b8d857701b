import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { KeyRole } from '../../shared/commands/hall.js';

/** A key of a device, a wall or a reader; never the secret itself. A revoked one is kept, so that its name stays known. */
@Entity('key')
export class StoredKey {
  @PrimaryColumn('text')
  id!: string;

  @Index('key_hall')
  @Column('text')
  hallId!: string;

  @Column('text')
  role!: KeyRole;

  @Column('text')
  name!: string;

  /** SHA-256 of the secret, hexadecimal. */
  @Column('text')
  hash!: string;

  @Column('integer')
  createdAt!: number;

  @Column('integer', { nullable: true })
  revokedAt!: number | null;
}
