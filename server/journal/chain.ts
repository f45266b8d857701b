/**
 * The chain of a hall's links, made and verified. A text may be erased from a link later: then the link's hash, on which the next
 * one builds, stays, and an `event.erased` further on in the same chain states the hash of the link as it reads since.
 */
import { createHash } from 'node:crypto';
import type { EventErased, HallEvent } from '../domain/event/own-event.js';
import type { Link } from './journal.js';
import { splitArray } from '../../shared/array-text.js';

/** What the first link of a hall's chain builds on. */
export const CHAIN_START = '0'.repeat(64);

/**
 * A link's hash: SHA-256, hex, of `<hash before>\n<firstSeq>\n<loggedAt>\n<body>`. Links are whole commits, so a chain costs
 * one digest a commit; a verifier groups events of equal hash and joins their texts with commas in brackets.
 */
export function linkHash(before: string, { firstSeq, loggedAt, body }: { firstSeq: number; loggedAt: number; body: Uint8Array | string }): string {
  return createHash('sha256').update(`${before}\n${firstSeq}\n${loggedAt}\n`).update(body).digest('hex');
}

/** As it stands in the text of every erasure. */
const ERASURE = '"type":"event.erased"';

/** The erasures that a link tells of. */
export function erasuresIn(body: string): EventErased[] {
  return body.includes(ERASURE) ? (JSON.parse(body) as HallEvent[]).filter((event) => event.type === 'event.erased') : [];
}

/** A hall's journal does not hold from this seq on: what stands there is not what was stored. */
export class BrokenChainError extends Error {
  constructor(
    readonly seq: number,
    readonly why = 'what stands there is not what was stored',
  ) {
    super(`its journal does not hold from seq ${seq} on: ${why}`);
  }
}

/**
 * Holds a hall's links against their chain, one after the other: from the first, or from behind one that is known. A link is good
 * when its hash is that of what it holds, or when the last erasure that names it states the hash of what it holds; an erasure
 * counts in a link whose own hash holds.
 */
export class ChainCheck {
  /** By first seq: the hash of what a link holds where that is not its own; null where links are missing. */
  private readonly otherwise = new Map<number, string | null>();
  private readonly stated = new Map<number, string>();

  constructor(private last: Link | null = null) {}

  /** The seq that comes next. */
  get next(): number {
    return this.last ? this.last.firstSeq + this.last.count : 1;
  }

  /** Of the last link. */
  get hash(): string {
    return this.last?.hash ?? CHAIN_START;
  }

  take(link: Link): void {
    const reads = linkHash(this.hash, link);
    if (link.firstSeq !== this.next) this.otherwise.set(Math.min(this.next, link.firstSeq), null);
    else if (reads !== link.hash) this.otherwise.set(link.firstSeq, reads);
    else this.hear(link);
    this.last = link;
  }

  private hear({ firstSeq, body }: Link): void {
    for (const { data } of erasuresIn(body)) {
      for (const one of data.links) if (one.firstSeq < firstSeq) this.stated.set(one.firstSeq, one.hash);
    }
  }

  /** Once every link was taken: the first seq that is not good; null when the chain holds. */
  brokenAt(): number | null {
    for (const [seq, reads] of this.otherwise) if (reads === null || this.stated.get(seq) !== reads) return seq;
    // of every link but the last the next one proves how many events it holds
    return !this.last || splitArray(this.last.body).length === this.last.count ? null : this.last.firstSeq;
  }

  /** Throws a `BrokenChainError` when the chain does not hold. */
  demand(): void {
    const seq = this.brokenAt();
    if (seq !== null) throw new BrokenChainError(seq);
  }
}

/** The first link at which the chain does not hold. */
export function firstBroken(links: readonly Link[]): Link | null {
  const check = new ChainCheck();
  for (const link of links) check.take(link);
  const brokenAt = check.brokenAt();
  return brokenAt === null ? null : (links.find(({ firstSeq, count }) => firstSeq + count > brokenAt) ?? null);
}
