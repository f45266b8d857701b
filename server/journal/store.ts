/**
 * The journal's file, behind its thread: every append is one synchronous transaction, so no other statement can come
 * between, and one fsync makes the whole group of waiting posts true.
 */
import type { Database } from 'better-sqlite3';
import { OWN_SOURCE, type EventErased } from '../domain/event/own-event.js';
import { CHAIN_START, linkHash } from './chain.js';
import { eraseLinks } from './erase-links.js';
import { Identity } from './identity.js';
import type { Appended, Checkpoint, CheckpointHead, Erased, Erasure, EventName, Identities, KeptPast, Link, Post, StoredText, Verdict } from './journal.js';
import { joinArray, splitArray } from '../../shared/array-text.js';
import { NO_SEAL, seal, sealOf, unsealed } from './seal.js';
import { statementsOf, type LinkRow, type Statements } from './statements.js';

interface HallHead {
  no: number;
  lastSeq: number;
  lastHash: string;
  lastLoggedAt: number;
}

const READ_EVENTS = 2_000;
const CHECKPOINTS_KEPT = 2;

export class Store {
  private heads = new Map<string, HallHead>();
  private readonly identity: Identity;
  private readonly statement: Statements;
  /** By hall, the seq of its last erasure: a checkpoint from before may hold what was erased. */
  private readonly erasedAt = new Map<number, number>();
  private lastRead: { key: string; link: LinkRow; texts: string[] } | null = null;

  constructor(
    private readonly db: Database,
    private readonly now: () => number,
  ) {
    this.identity = new Identity(db, (hallNo, seq) => this.textOf(hallNo, seq));
    this.statement = statementsOf(db);
  }

  append(posts: Post[]): Appended[] {
    return this.atOnce(() => posts.map((post) => this.appendOne(post)));
  }

  /** Erases the free texts of these seqs and appends the event that says so, or neither. */
  erase(hallId: string, { seqs, reason, author, ...envelope }: Erasure): Erased | null {
    const erased = this.atOnce(() => {
      const { no } = this.headOf(hallId);
      const { keptBeside, ...taken } = eraseLinks(this.statement, no, seqs);
      if (taken.links.length === 0) return null;
      this.lastRead = null;
      if (keptBeside) this.forgetKept(no);
      const event: EventErased = { specversion: '1.0', source: OWN_SOURCE, type: 'event.erased', ...envelope, data: { ...taken, reason, author } };
      const body = new TextEncoder().encode(JSON.stringify([event]));
      const appended = this.appendOne({ hallId, body, ids: [event.id], sources: OWN_SOURCE });
      this.erasedAt.set(no, appended.firstSeq);
      return { event, appended };
    });
    // what was written over must not live on in the log of what is still to be written
    if (erased) this.db.pragma('wal_checkpoint(TRUNCATE)');
    return erased;
  }

  /** What an erasure elsewhere took out is taken out here too. */
  eraseAgain(hallId: string, seqs: readonly number[]): void {
    this.atOnce(() => {
      const no = this.noOf(hallId)!;
      eraseLinks(this.statement, no, seqs);
      this.forgetKept(no);
    });
  }

  private forgetKept(no: number): void {
    const { forgetCheckpoints, forgetCheckpointParts, forgetPast } = this.statement;
    for (const forget of [forgetCheckpoints, forgetCheckpointParts, forgetPast]) forget.run(no);
  }

  /** A transaction, and memory as it was before where it failed. */
  private atOnce<T>(work: () => T): T {
    try {
      return this.db.transaction(work)();
    } catch (error) {
      // the transaction rolled back: what memory holds of it never happened
      this.heads.clear();
      this.identity.forget();
      this.lastRead = null;
      throw error;
    }
  }

  private appendOne(post: Post): Appended {
    const head = this.headOf(post.hallId);
    const loggedAt = Math.max(this.now(), head.lastLoggedAt);
    const firstSeq = head.lastSeq + 1;
    const verdicts = this.identity.claim(head, post);
    const body = verdicts ? keepAccepted(post.body, verdicts) : post.body;
    const count = verdicts ? verdicts.filter((verdict) => verdict === 'accepted').length : post.ids.length;
    if (count > 0) {
      const hash = post.hash ?? linkHash(head.lastHash, { firstSeq, loggedAt, body });
      this.statement.addLink.run(head.no, firstSeq, count, loggedAt, body, hash);
      Object.assign(head, { lastSeq: head.lastSeq + count, lastHash: hash, lastLoggedAt: loggedAt } satisfies Partial<HallHead>);
    }
    return { firstSeq, loggedAt, verdicts, corrects: this.correctedBy(head, post, { firstSeq, verdicts }) };
  }

  /** What the post's corrections speak of, if it was stored before them. */
  private correctedBy(head: HallHead, { corrections }: Post, { firstSeq, verdicts }: Pick<Appended, 'firstSeq' | 'verdicts'>): Appended['corrects'] {
    const corrects: Appended['corrects'] = new Map();
    let [counted, seq] = [0, firstSeq];
    for (const { index, source, id } of corrections ?? []) {
      for (; counted < index; counted++) if (!verdicts || verdicts[counted] === 'accepted') seq++; // only these took a seq
      const found = this.identity.find(head.no, source, id);
      if (found && found.seq < seq) corrects.set(index, found);
    }
    return corrects;
  }

  private headOf(hallId: string): HallHead {
    let head = this.heads.get(hallId);
    if (!head) {
      const no = (this.statement.hall.get(hallId) as number | undefined) ?? Number(this.statement.addHall.run(hallId).lastInsertRowid);
      const last = this.statement.lastLink.get(no) as LinkRow | undefined;
      head = {
        no,
        lastSeq: last ? last.firstSeq + last.count - 1 : 0,
        lastHash: last?.hash ?? CHAIN_START,
        lastLoggedAt: last?.loggedAt ?? 0,
      };
      this.heads.set(hallId, head);
    }
    return head;
  }

  private noOf(hallId: string): number | undefined {
    return this.statement.hall.get(hallId) as number | undefined;
  }

  private textOf(hallNo: number, seq: number): StoredText {
    const key = (firstSeq: number) => `${hallNo} ${firstSeq}`;
    const held = this.lastRead;
    if (!held || held.key !== key(held.link.firstSeq) || seq < held.link.firstSeq || seq >= held.link.firstSeq + held.link.count) {
      const link = this.statement.linkAt.get(hallNo, seq) as LinkRow;
      this.lastRead = { key: key(link.firstSeq), link, texts: splitArray(link.body.toString()) };
    }
    const { link, texts } = this.lastRead!;
    return { seq, loggedAt: link.loggedAt, text: texts[seq - link.firstSeq]! };
  }

  links(hallId: string, fromSeq: number): Link[] {
    const no = this.noOf(hallId);
    if (no === undefined) return [];
    const links: Link[] = [];
    const holds = this.statement.linkAt.get(no, fromSeq) as LinkRow | undefined;
    let count = 0;
    const add = ({ body, ...rest }: LinkRow) => {
      links.push({ ...rest, body: body.toString() });
      count += rest.count;
    };
    if (holds && holds.firstSeq + holds.count > fromSeq) add(holds);
    if (count >= READ_EVENTS) return links;
    for (const row of this.statement.linksFrom.iterate(no, Math.max(fromSeq - 1, holds?.firstSeq ?? 0)) as IterableIterator<LinkRow>) {
      add(row);
      if (count >= READ_EVENTS) break;
    }
    return links;
  }

  find(hallId: string, source: string, id: string): StoredText | null {
    const no = this.noOf(hallId);
    return no === undefined ? null : this.identity.find(no, source, id);
  }

  seqsOf(hallId: string, names: EventName[]): (number | null)[] {
    const no = this.noOf(hallId);
    return names.map((name) => (no === undefined ? null : this.identity.seq(no, name)));
  }

  identities(after: [sourceNo: number, id: string]): Identities {
    const rows = this.statement.identities.all(...after, READ_EVENTS) as { hallId: string; sourceNo: number; id: string; seq: number }[];
    const seqs: Identities['seqs'] = {};
    for (const { hallId, seq } of rows) seqs[hallId] = Math.max(seqs[hallId] ?? 0, seq);
    const last = rows.at(-1);
    return { seqs, next: last && rows.length === READ_EVENTS ? [last.sourceNo, last.id] : null };
  }

  /** Instants never go back along a hall's links: halves the stretch until one is left. */
  seqAt(hallId: string, loggedAt: number): number {
    if (this.noOf(hallId) === undefined) return 1;
    const { no, lastSeq } = this.headOf(hallId);
    let [low, high] = [1, lastSeq + 1];
    while (low < high) {
      const link = this.statement.whenAt.get(no, Math.floor((low + high) / 2)) as Omit<LinkRow, 'body' | 'hash'>;
      if (link.loggedAt >= loggedAt) high = link.firstSeq;
      else low = link.firstSeq + link.count;
    }
    return low;
  }

  hallIds(): string[] {
    return this.statement.halls.all() as string[];
  }

  saveCheckpointPart(hallId: string, { seq, part, state }: Pick<Checkpoint, 'seq' | 'state'> & { part: number }): void {
    const no = this.noOf(hallId);
    if (no === undefined || seq < (this.erasedAt.get(no) ?? 0)) return;
    this.statement.addCheckpointPart.run(no, seq, part, seal(state, this.sealBefore(hallId, { seq, part })));
  }

  /** Its last part, which makes the others count. */
  saveCheckpoint(hallId: string, { seq, foldVersion, state, before }: CheckpointHead): void {
    const no = this.noOf(hallId);
    if (no === undefined || seq < (this.erasedAt.get(no) ?? 0)) return;
    this.db.transaction(() => {
      this.statement.endCheckpointParts.run(no, seq, before);
      this.statement.addCheckpoint.run(no, seq, foldVersion, seal(state, this.sealBefore(hallId, { seq, part: before })));
      this.statement.dropCheckpoints.run(no, no, CHECKPOINTS_KEPT);
    })();
  }

  private sealBefore(hallId: string, { seq, part }: { seq: number; part: number }): Uint8Array {
    const before = part > 0 && this.checkpointPart(hallId, seq, part - 1);
    return before ? sealOf(before) : NO_SEAL;
  }

  /** A part of a checkpoint that is no more; false where there is none left. */
  dropCheckpointPart(hallId: string): boolean {
    return this.statement.dropCheckpointPart.run(this.noOf(hallId)).changes > 0;
  }

  lastCheckpoint(hallId: string, foldVersion: number): CheckpointHead | null {
    const no = this.noOf(hallId);
    const head = this.statement.checkpoint.get(no, foldVersion) as Checkpoint | undefined;
    return head ? { ...head, before: this.statement.checkpointParts.get(no, head.seq) as number } : null;
  }

  checkpointPart(hallId: string, seq: number, part: number): Uint8Array | null {
    return (this.statement.checkpointPart.get(this.noOf(hallId), seq, part) as Uint8Array | undefined) ?? null;
  }

  keepPast(hallId: string, { kind, at, version, state }: KeptPast): void {
    this.statement.addPast.run(this.noOf(hallId), kind, at, version, seal(state));
  }

  keptPast(hallId: string, { kind, at, version }: Omit<KeptPast, 'state'>): KeptPast | null {
    const kept = this.statement.past.get(this.noOf(hallId), kind, at, version) as KeptPast | undefined;
    const state = kept && unsealed(kept.state);
    return state ? { ...kept, state } : null;
  }

  dropPast(hallId: string, fromAt: number): void {
    this.statement.dropPast.run(this.noOf(hallId), fromAt);
  }
}

function keepAccepted(body: Uint8Array, verdicts: Verdict[]): Buffer {
  const texts = splitArray(Buffer.from(body).toString());
  return Buffer.from(joinArray(texts.filter((_, index) => verdicts[index] === 'accepted')));
}
