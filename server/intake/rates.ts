/**
 * How fast one device may post: a bucket of ten seconds' worth of events for each key. A post is taken whole while there is
 * anything in the bucket, and the next one waits until it is filled again, so a large batch is never split or lost.
 */
import type { Caller } from '../access/caller.js';
import { Problem } from '../problem.js';

const BURST_SECONDS = 10;

interface Bucket {
  events: number;
  at: number;
}

export class Rates {
  private readonly buckets = new WeakMap<Caller, Bucket>();

  /** `perSecond` events a second for each key; 0 sets no limit. `now` in epoch ms. */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {}

  /** Takes the events out of the caller's bucket, or refuses the post with 429 and when to come again. */
  take(caller: Caller, events: number): void {
    if (this.perSecond === 0) return;
    const bucket = this.filled(caller);
    if (bucket.events <= 0) {
      const retryAfterSeconds = Math.max(1, Math.ceil(-bucket.events / this.perSecond));
      throw new Problem(429, 'overTheRate', `This key may post ${this.perSecond} events a second: come again in ${retryAfterSeconds} s; nothing of this post was stored.`, {
        retryAfterSeconds,
      });
    }
    bucket.events -= events;
  }

  /** Takes the events of a post that is already under way: a stream is never broken off for its rate. */
  spend(caller: Caller, events: number): void {
    if (this.perSecond > 0) this.filled(caller).events -= events;
  }

  private filled(caller: Caller): Bucket {
    const now = this.now();
    const most = this.perSecond * BURST_SECONDS;
    const bucket = this.buckets.get(caller) ?? { events: most, at: now };
    bucket.events = Math.min(most, bucket.events + (Math.max(0, now - bucket.at) / 1000) * this.perSecond);
    bucket.at = now;
    this.buckets.set(caller, bucket);
    return bucket;
  }
}
