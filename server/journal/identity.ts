/** Which of a post's events are new: the index of (hall, source, id), kept as long as the journal. */
import { isDeepStrictEqual } from 'node:util';
import type { Database, Statement } from 'better-sqlite3';
import { ERASED } from '../../shared/events/texts.js';
import { eraseTexts } from '../domain/event/erase-texts.js';
import type { HallEvent } from '../domain/event/own-event.js';
import { splitArray } from '../../shared/array-text.js';
import type { EventName, Post, StoredText, Verdict } from './journal.js';

const CHUNK = 100;
const SOURCES_HELD = 10_000;

interface HallRef {
  no: number;
  lastSeq: number;
}

export class Identity {
  private readonly inserts: (Statement | undefined)[] = [];
  private readonly sourceNos = new Map<string, number>();
  private readonly seqOf: Statement;
  private readonly sourceNo: Statement;
  private readonly addSource: Statement;
  private readonly savepoint: Statement;
  private readonly rollback: Statement;
  private readonly release: Statement;

  constructor(
    private readonly db: Database,
    private readonly textOf: (hallNo: number, seq: number) => StoredText,
  ) {
    this.seqOf = db.prepare('SELECT seq FROM event_id WHERE source_no = ? AND id = ?').pluck();
    this.sourceNo = db.prepare('SELECT no FROM source WHERE hall_no = ? AND name = ?').pluck();
    this.savepoint = db.prepare('SAVEPOINT claim');
    this.rollback = db.prepare('ROLLBACK TO claim');
    this.release = db.prepare('RELEASE claim');
    this.addSource = db.prepare('INSERT INTO source (hall_no, name) VALUES (?, ?)');
  }

  /** Claims the ids for the seqs after hall.lastSeq. Null when all were new; else a verdict for each, and only the new are claimed. */
  claim(hall: HallRef, post: Post): Verdict[] | null {
    const sourceNos = this.numbersOf(hall.no, post);
    this.savepoint.run();
    if (this.insert(sourceNos, post.ids, hall.lastSeq + 1)) {
      this.release.run();
      return null;
    }
    this.rollback.run();
    this.release.run();
    return this.claimNew(hall, post, sourceNos);
  }

  find(hallNo: number, source: string, id: string): StoredText | null {
    const seq = this.seq(hallNo, { source, id });
    return seq === null ? null : this.textOf(hallNo, seq);
  }

  seq(hallNo: number, { source, id }: EventName): number | null {
    const no = this.sourceNo.get(hallNo, source) as number | undefined;
    return no === undefined ? null : ((this.seqOf.get(no, id) as number | undefined) ?? null);
  }

  /** Numbers are told apart by a transaction's rollback too: forget them when one failed. */
  forget(): void {
    this.sourceNos.clear();
  }

  private numbersOf(hallNo: number, { sources, ids }: Post): number[] {
    if (typeof sources === 'string') return new Array<number>(ids.length).fill(this.numberOf(hallNo, sources));
    return sources.map((source) => this.numberOf(hallNo, source));
  }

  private numberOf(hallNo: number, source: string): number {
    const key = `${hallNo} ${source}`;
    let no = this.sourceNos.get(key);
    if (no === undefined) {
      no = (this.sourceNo.get(hallNo, source) as number | undefined) ?? Number(this.addSource.run(hallNo, source).lastInsertRowid);
      if (this.sourceNos.size >= SOURCES_HELD) this.sourceNos.clear();
      this.sourceNos.set(key, no);
    }
    return no;
  }

  /** Inserts all, a hundred a statement; false as soon as one is already there. */
  private insert(sourceNos: number[], ids: string[], firstSeq: number): boolean {
    for (let from = 0; from < ids.length; from += CHUNK) {
      const count = Math.min(CHUNK, ids.length - from);
      const values: (number | string)[] = [];
      for (let index = from; index < from + count; index++) values.push(sourceNos[index]!, ids[index]!, firstSeq + index);
      if (this.insertOf(count).run(values).changes !== count) return false;
    }
    return true;
  }

  private insertOf(count: number): Statement {
    const rows = () => Array.from({ length: count }, () => '(?,?,?)').join(',');
    return (this.inserts[count] ??= this.db.prepare(`INSERT OR IGNORE INTO event_id (source_no, id, seq) VALUES ${rows()}`));
  }

  private claimNew(hall: HallRef, post: Post, sourceNos: number[]): Verdict[] {
    const texts = splitArray(Buffer.from(post.body).toString());
    const mine = new Map<number, string>();
    let seq = hall.lastSeq;
    return post.ids.map((id, index) => {
      const text = texts[index]!;
      if (this.insertOf(1).run(sourceNos[index], id, seq + 1).changes === 1) {
        mine.set(++seq, text);
        return 'accepted';
      }
      const stored = this.seqOf.get(sourceNos[index], id) as number;
      const first = mine.get(stored) ?? this.textOf(hall.no, stored).text;
      return first === text || sameJson(first, text) || isErased(first, text) ? 'duplicate' : 'conflict';
    });
  }
}

/** Compared as values: a text may hold what RFC 8785 has no form for, a number beyond all doubles or half a character. */
function sameJson(a: string, b: string): boolean {
  return isDeepStrictEqual(valueOf(a), valueOf(b));
}

/** Posted again after its free texts were erased: they are not stored anew. */
function isErased(stored: string, text: string): boolean {
  return stored.includes(ERASED) && sameJson(stored, JSON.stringify(eraseTexts(JSON.parse(text) as HallEvent)));
}

function valueOf(text: string): unknown {
  return JSON.parse(text, (_name, value: unknown) => (value === 0 ? 0 : value)); // −0 is 0
}
