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

/** A hall's chain does not hold from this seq on: what stands there is not what was stored. */
export class BrokenChainError extends Error {
  constructor(
    readonly seq: number,
    why: string,
  ) {
    super(`the chain does not hold at seq ${seq}: ${why}`);
  }
}

type Chained = Pick<Link, 'firstSeq' | 'count' | 'loggedAt' | 'hash'> & { body: Buffer | string };

/** Walks the links of a hall in their order, from the first or from behind one that is known, and throws where the chain does not hold. */
export class ChainWalk {
  constructor(private last: Chained | null = null) {}

  /** The seq that comes next. */
  get next(): number {
    return this.last ? this.last.firstSeq + this.last.count : 1;
  }

  get hash(): string {
    return this.last?.hash ?? CHAIN_START;
  }

  take(link: Chained): void {
    if (link.firstSeq !== this.next) throw new BrokenChainError(this.next, `the next link says that it begins with ${link.firstSeq}`);
    if (link.hash !== linkHash(this.hash, link)) throw new BrokenChainError(link.firstSeq, 'the hash of its link is another');
    this.last = link;
  }

  /** Of every link but the last the next one proves how many events it holds. */
  end(): void {
    if (!this.last) return;
    const held = splitArray(this.last.body.toString()).length;
    if (held !== this.last.count) throw new BrokenChainError(this.last.firstSeq, `its link says ${this.last.count} events and holds ${held}`);
  }
}
