import { createHash } from 'node:crypto';

/** What the first link of a hall's chain builds on. */
export const CHAIN_START = '0'.repeat(64);

/**
 * A link's hash: SHA-256, hex, of `<hash before>\n<firstSeq>\n<loggedAt>\n<body>`. Links are whole commits, so a chain costs
 * one digest a commit; a verifier groups events of equal hash and joins their texts with commas in brackets.
 */
export function linkHash(before: string, { firstSeq, loggedAt, body }: { firstSeq: number; loggedAt: number; body: Uint8Array | string }): string {
  return createHash('sha256').update(`${before}\n${firstSeq}\n${loggedAt}\n`).update(body).digest('hex');
}
