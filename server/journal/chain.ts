/**
 * The chain of a hall's links, made and verified. A text may be erased from a link later: then the link's hash, on which the next
 * one builds, stays, and an `event.erased` further on in the same chain states the hash of the link as it reads since.
 */
import { createHash } from 'node:crypto';
import type { EventErased, HallEvent } from '../domain/event/own-event.js';
import type { Link } from './journal.js';

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

function erasuresIn(body: string): EventErased[] {
  return body.includes(ERASURE) ? (JSON.parse(body) as HallEvent[]).filter((event) => event.type === 'event.erased') : [];
}

/**
 * Holds a hall's links against their chain, one after the other from the first. A link is good when its hash is that of what it
 * holds, or when the last erasure that names it states the hash of what it holds; an erasure counts in a link whose own hash holds.
 */
export class ChainCheck {
  private before = CHAIN_START;
  private next = 1;
  /** By first seq: the hash of what a link holds where that is not its own, empty where links are missing before it. */
  private readonly otherwise = new Map<number, string>();
  private readonly stated = new Map<number, string>();

  take(link: Link): void {
    const { firstSeq, count, hash, body } = link;
    const reads = firstSeq === this.next ? linkHash(this.before, link) : '';
    if (reads !== hash) this.otherwise.set(firstSeq, reads);
    else for (const { data } of erasuresIn(body)) for (const one of data.links) if (one.firstSeq < firstSeq) this.stated.set(one.firstSeq, one.hash);
    this.before = hash;
    this.next = firstSeq + count;
  }

  /** Once every link was taken: the first seq of the first link that is not good; null when the chain holds. */
  brokenAt(): number | null {
    for (const [firstSeq, reads] of this.otherwise) if (reads === '' || this.stated.get(firstSeq) !== reads) return firstSeq;
    return null;
  }
}

/** The first link at which the chain does not hold. */
export function firstBroken(links: readonly Link[]): Link | null {
  const check = new ChainCheck();
  for (const link of links) check.take(link);
  const brokenAt = check.brokenAt();
  return links.find(({ firstSeq }) => firstSeq === brokenAt) ?? null;
}
