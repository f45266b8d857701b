import { createHash } from 'node:crypto';
import type { Link } from './journal.js';
import { splitArray } from './link-text.js';

/** What the first link of a hall's chain builds on. */
export const CHAIN_START = '0'.repeat(64);

/**
 * A link's hash: SHA-256, hex, of `<hash before>\n<firstSeq>\n<loggedAt>\n<body>`. Links are whole commits, so a chain costs
 * one digest a commit; a verifier groups events of equal hash and joins their texts with commas in brackets.
 */
export function linkHash(before: string, { firstSeq, loggedAt, body }: { firstSeq: number; loggedAt: number; body: Uint8Array | string }): string {
  return createHash('sha256').update(`${before}\n${firstSeq}\n${loggedAt}\n`).update(body).digest('hex');
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

/** Holds a hall's links against their chain, one after the other: from the first, or from behind one that is known. */
export class ChainCheck {
  private broken: number | null = null;

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
    const holds = link.firstSeq === this.next && link.hash === linkHash(this.hash, link);
    if (!holds) this.broken ??= Math.min(this.next, link.firstSeq);
    this.last = link;
  }

  /** Once every link was taken: the first seq that is not good; null when the chain holds. */
  brokenAt(): number | null {
    // of every link but the last the next one proves how many events it holds
    if (this.broken !== null || !this.last || splitArray(this.last.body).length === this.last.count) return this.broken;
    return this.last.firstSeq;
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
