import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A line of the audit log as it was written: `text` is what the hash is of. Triggers refuse to change or delete one. */
@Entity('entry')
export class StoredEntry {
  @PrimaryGeneratedColumn()
  seq!: number;

  @Index('entry_at')
  @Column('integer')
  at!: number;

  @Column('text')
  text!: string;

  @Column('text')
  hash!: string;
}
