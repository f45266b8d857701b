/** How often one address may ask a public question: a bucket that fills again, bounded in how many it knows. */
import { Problem } from '../problem.js';

/** Local: every phone of a full hall behind one address asks twice a minute, and whoever tries all numbers is slow. */
const PER_SECOND = 20;
const MOST_AT_ONCE = 200;
const MOST_ADDRESSES = 10_000;

export class Turns {
  private readonly left = new Map<string, { turns: number; at: number }>();

  /** Takes a turn; 429 when there is none. `now` in ms of any clock that runs on. */
  take(address: string, now: number): void {
    const before = this.left.get(address) ?? { turns: MOST_AT_ONCE, at: now };
    const turns = Math.min(MOST_AT_ONCE, before.turns + (Math.max(0, now - before.at) / 1000) * PER_SECOND);
    if (turns < 1) throw new Problem(429, 'overTheRate', `Too many have asked from this address; come again in 1 s. It may ask ${PER_SECOND} times a second.`, { retryAfterSeconds: 1 });
    this.left.delete(address); // to stand last again: the first is the one that has been still for longest
    this.left.set(address, { turns: turns - 1, at: now });
    const [stillest] = this.left.keys();
    if (this.left.size > MOST_ADDRESSES && stillest !== undefined) this.left.delete(stillest);
  }
}
