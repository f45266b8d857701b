import type { Rows } from '../rows/rows.js';
import type { Change } from './delta.js';
import type { Beat, Delta, Hello, Snapshot } from './messages.js';

/** The rows that a follower keeps true. */
export interface FollowedRows {
  replace(rows: Rows): void;
  apply(change: Change): void;
  hash(): string;
}

type Place = Pick<Snapshot, 'epoch' | 'seq'>;
export type HelloReason = 'opened' | 'gap' | 'behind' | 'mismatch' | 'refused';

export interface FollowerTools {
  rows: FollowedRows;
  /** Says hello, with what is held or with nothing. */
  hello(held: Partial<Pick<Hello, 'epoch' | 'seq'>>, reason: HelloReason): void;
  /** A hello was answered: the rows are the server's. */
  answered(): void;
}

/** Beats that may pass with the rows behind, or a hello unanswered, before the screen asks again: deltas are merged for ≤ 1 s. */
const PATIENCE_BEATS = 3;

/**
 * How a screen follows a hall's feed. It promises that the rows are exactly the server's rows at `place`, or that it has said
 * hello again, whatever the wire loses, repeats or brings late; there is no other way back (W4).
 */
export class Follower {
  place: Place | null = null;
  private asked = false;
  private beatsBehind = 0;

  constructor(private readonly tools: FollowerTools) {}

  /** `opened`: the line has opened; `refused`: it is time to ask again. */
  hello(reason: HelloReason): void {
    this.asked = true;
    this.beatsBehind = 0;
    this.tools.hello({ ...this.place }, reason);
  }

  forget(): void {
    this.place = null;
  }

  snapshot({ epoch, seq, rows }: Place & Pick<Snapshot, 'rows'>): void {
    this.tools.rows.replace(rows);
    this.settle({ epoch, seq });
  }

  /** True when it was applied; false at a gap. */
  delta({ epoch, prev, seq, put, remove }: Delta): boolean {
    if (!this.place || epoch !== this.place.epoch || prev !== this.place.seq) {
      if (!this.asked) this.hello('gap'); // else the answer is on its way
      return false;
    }
    this.tools.rows.apply({ put, remove });
    this.settle({ epoch, seq });
    return true;
  }

  /** True when it vouches for the rows: they are the server's at this beat. */
  beat({ epoch, seq, hash }: Beat): boolean {
    const ahead = epoch === this.place?.epoch ? seq - this.place.seq : NaN;
    if (ahead !== 0) {
      const wait = this.asked || ahead > 0;
      if (!wait || ++this.beatsBehind >= PATIENCE_BEATS) this.hello('behind');
      return false;
    }
    this.answer(); // nothing was missed: the beat itself is the answer
    if (hash === undefined || hash === this.tools.rows.hash()) return true;
    this.forget();
    this.hello('mismatch');
    return false;
  }

  private settle(place: Place): void {
    this.place = place;
    this.answer();
  }

  private answer(): void {
    this.beatsBehind = 0;
    if (!this.asked) return;
    this.asked = false;
    this.tools.answered();
  }
}
