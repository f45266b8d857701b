/**
 * The audit log 操作记录: who did what, when, from where, and what became of it. A file of its own, each line chained to the
 * one before, nothing ever changed or taken away (the law asks for six months; a year of a busy house is some 100 MB).
 * Promises: a line is on disk before its answer goes out; refusals cannot fill the disk; no secret is in it.
 */
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { formatInstant } from '../../shared/instant.js';
import type { AuditEntry, BrokenAudit } from '../../shared/rows/audit.js';
import { openDurable } from '../sqlite/open-durable.js';
import { CHAIN_START, linkHash, readChain } from './chain.js';
import { StoredEntry } from './entry.entity.js';
import { CreateAudit1795996800010 } from './migrations/1795996800010-create-audit.js';
import { Refusals } from './refusals.js';

export type Deed = Omit<AuditEntry, 'seq' | 'at' | 'hash' | 'result'>;
export interface Range {
  /** Epoch ms, inclusive. */
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export interface AuditOptions {
  data: string;
  now: () => number;
  /** Hears why a line could not be written: the deed is done by then, and its answer goes out. */
  failed?: (error: unknown) => void;
}

export class Audit {
  private readonly refusals = new Refusals();
  private turn: Promise<void> = Promise.resolve();
  private last = { seq: 0, hash: CHAIN_START, at: 0 };

  private constructor(
    private readonly database: DataSource,
    readonly now: () => number,
    private readonly failed: (error: unknown) => void,
  ) {}

  static async open({ data, now, failed = () => undefined }: AuditOptions): Promise<Audit> {
    const database = await openDurable({ file: join(data, 'audit.sqlite'), entities: [StoredEntry], migrations: [CreateAudit1795996800010] });
    const audit = new Audit(database, now, failed);
    const [newest] = await audit.rows.find({ order: { seq: 'DESC' }, take: 1 });
    if (newest) audit.last = newest;
    const [given] = await database.query<{ seq: number }[]>(`SELECT seq FROM sqlite_sequence WHERE name = 'entry'`);
    audit.last.seq = given?.seq ?? 0; // numbers go on where they were given, so that lines cut off at the end stay missing
    return audit;
  }

  /** When it is on disk. A refusal, or a deed of nobody, may be left out, of which the next one tells. */
  write(deed: Deed): Promise<void> {
    if (deed.status < 400 && deed.who !== null) return this.append(deed);
    const at = this.now();
    const leftOut = this.refusals.admit(`${deed.who ?? ''} ${deed.from}`, at);
    if (leftOut === null) return Promise.resolve();
    return this.append(leftOut === 0 ? deed : { ...deed, detail: { ...deed.detail, leftOut } });
  }

  private append(deed: Deed): Promise<void> {
    this.turn = this.turn.then(async () => {
      // the clock may be set back, the log goes on: what lies between two instants stands together
      const at = Math.max(this.now(), this.last.at);
      const seq = this.last.seq + 1;
      const text = JSON.stringify({ seq, at: formatInstant(at), ...deed, result: deed.status < 400 ? 'done' : deed.status < 500 ? 'refused' : 'failed' });
      const hash = linkHash(this.last.hash, text);
      await this.rows.insert({ seq, at, text, hash });
      this.last = { seq, at, hash };
    }).catch(this.failed);
    return this.turn;
  }

  /** The lines of a range in their order, proven to be as they were written, with none missing between them. */
  async read({ from, to }: Range): Promise<{ entries: AuditEntry[]; broken: BrokenAudit | null }> {
    await this.turn;
    const rows = await this.rows.createQueryBuilder().where('at >= :from AND at < :to', { from, to }).orderBy('seq').getMany();
    const [before] = await this.rows.createQueryBuilder().where('at < :from', { from }).orderBy('seq', 'DESC').limit(1).getMany();
    const { entries, broken } = readChain(rows, before ?? { seq: 0, hash: CHAIN_START });
    const end = rows.at(-1)?.seq ?? before?.seq ?? 0;
    const [after] = await this.rows.createQueryBuilder().where('seq > :end', { end }).orderBy('seq').limit(1).getMany();
    const next = after?.seq ?? this.last.seq + 1;
    return { entries, broken: broken ?? (next === end + 1 ? null : { seq: end + 1, why: 'missing' }) };
  }

  async close(): Promise<void> {
    await this.turn;
    await this.database.destroy();
  }

  private get rows() {
    return this.database.getRepository(StoredEntry);
  }
}
