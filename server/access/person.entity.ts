import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../shared/commands/hall.js';

/** Someone who logs in with a password. */
@Entity('person')
export class Person {
  /** As `accountOf` writes it: one account, however it is typed. */
  @PrimaryColumn('text')
  username!: string;

  /** Null: they are called by their username. */
  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text')
  role!: Role;

  /** Null: every hall. */
  @Column('simple-json', { nullable: true })
  hallIds!: string[] | null;

  /** What walls show in place of a name. */
  @Column('text', { nullable: true })
  staffNumber!: string | null;

  /** argon2id in the PHC string format: the parameters stand beside the hash. */
  @Column('text')
  passwordHash!: string;

  @Column('integer')
  createdAt!: number;
}
