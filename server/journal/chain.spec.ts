import { CHAIN_START, ChainCheck, firstBroken, linkHash } from './chain.js';
import type { Link } from './journal.js';

const OWN = { specversion: '1.0', source: '/hallboard', type: 'event.erased' };
const TEXT = '[{"type":"rating.given","data":{"comment":"told"}}]';
const ERASED = TEXT.replace('told', '[erased]');

/** A chain of these bodies, one event each. */
function chainOf(...bodies: string[]): Link[] {
  let hash = CHAIN_START;
  return bodies.map((body, index) => {
    const link = { firstSeq: index + 1, count: 1, loggedAt: 1_000 + index, body };
    hash = linkHash(hash, link);
    return { ...link, hash };
  });
}

const erasure = (...links: { firstSeq: number; hash: string }[]) => JSON.stringify([{ ...OWN, data: { seqs: [], links, reason: '', author: '' } }]);
const hashAsItReads = (links: Link[], index: number, body: string) => linkHash(links[index - 1]?.hash ?? CHAIN_START, { ...links[index]!, body });

/** Two links, the second erased, and an erasure that says so. */
function erasedChain(): Link[] {
  const before = chainOf('[{}]', TEXT);
  const links = chainOf('[{}]', TEXT, erasure({ firstSeq: 2, hash: hashAsItReads(before, 1, ERASED) }), '[{}]');
  links[1]!.body = ERASED;
  return links;
}

describe('A hall’s chain', () => {
  it('holds with a text erased, once a later link states what the erased one now reads', () => {
    expect(firstBroken(chainOf('[{}]', TEXT, '[{}]'))).toBeNull();
    expect(firstBroken(erasedChain())).toBeNull();
    const check = new ChainCheck();
    for (const link of erasedChain().slice(0, 2)) check.take(link);
    expect(check.brokenAt()).withContext('before the erasure is read').toBe(2);
  });

  const breaks: [what: string, change: (links: Link[]) => void, at: number][] = [
    ['another text than the erasure states', (links) => (links[1]!.body = TEXT.replace('told', 'lied')), 2],
    ['another instant of the erased link', (links) => (links[1]!.loggedAt = 5), 2],
    ['another hash of the erased link', (links) => (links[1]!.hash = CHAIN_START), 2],
    ['an erasure that was written over', (links) => (links[2]!.body = links[2]!.body.replace('"author":""', '"author":"x"')), 2],
    ['an erasure that is gone', (links) => links.splice(2, 1), 2],
    ['a text changed where none was erased', (links) => (links[0]!.body = '[{"a":1}]'), 1],
    ['the first link gone', (links) => links.shift(), 2],
  ];
  for (const [what, change, at] of breaks) {
    it(`is broken by ${what}`, () => {
      const links = erasedChain();
      change(links);
      expect(firstBroken(links)?.firstSeq).toBe(at);
    });
  }

  it('believes the last of several erasures of one link, and none that stands before the link', () => {
    const first = chainOf(TEXT);
    const stale = { firstSeq: 1, hash: hashAsItReads(first, 0, ERASED) };
    const links = chainOf(TEXT, erasure(stale), erasure({ firstSeq: 1, hash: hashAsItReads(first, 0, '[{}]') }));
    links[0]!.body = '[{}]';
    expect(firstBroken(links)).toBeNull();
    links[0]!.body = ERASED;
    expect(firstBroken(links)?.firstSeq).toBe(1);
    const early = chainOf(erasure({ firstSeq: 2, hash: hashAsItReads(chainOf(erasure(stale), TEXT), 1, ERASED) }), TEXT);
    early[1]!.body = ERASED;
    expect(firstBroken(early)?.firstSeq).toBe(2);
  });
});
