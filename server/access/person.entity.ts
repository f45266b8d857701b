import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../shared/commands/hall.js';

/** Someone who logs in with a password. */
@Entity('person')
export class Person {
  /** As `accountOf` writes it: one account, however it is typed. */
  @PrimaryColumn('text')
  username!: string;

  @Column('text')
  role!: Role;

  /** argon2id in the PHC string format: the parameters stand beside the hash. */
  @Column('text')
  passwordHash!: string;

  @Column('integer')
  createdAt!: number;
}
