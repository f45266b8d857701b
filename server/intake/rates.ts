/**
 * How fast one device may post: a bucket of ten seconds' worth of events for each key. A post is taken whole while there is
 * anything in the bucket, and the next one waits until it is filled again, so a large batch is never split or lost. An
 * administrator's imports are not held up.
 */
import { Bucket } from '../access/bucket.js';
import type { Caller } from '../access/caller.js';
import { Problem } from '../problem.js';

const BURST_SECONDS = 10;

export class Rates {
  private readonly buckets = new WeakMap<Caller, Bucket>();

  /** `perSecond` events a second for each key; 0 sets no limit. `now` in epoch ms. */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number,
  ) {}

  /** Takes the events out of the caller's bucket, or refuses the post with 429 and when to come again. */
  take(caller: Caller, events: number): void {
    if (this.perSecond === 0 || caller.role !== 'device') return;
    const bucket = this.bucketOf(caller);
    const retryAfterSeconds = bucket.waitSeconds(this.now());
    if (retryAfterSeconds > 0) {
      throw new Problem(429, 'overTheRate', `This key may post ${this.perSecond} events a second: come again in ${retryAfterSeconds} s; nothing of this post was stored.`, {
        retryAfterSeconds,
      });
    }
    bucket.spend(events);
  }

  /** Takes the events of a post that is already under way: a stream is never broken off for its rate. */
  spend(caller: Caller, events: number): void {
    if (this.perSecond > 0 && caller.role === 'device') this.bucketOf(caller).spend(events);
  }

  private bucketOf(caller: Caller): Bucket {
    const known = this.buckets.get(caller);
    if (known) return known;
    const bucket = new Bucket(this.perSecond, this.perSecond * BURST_SECONDS, this.now());
    this.buckets.set(caller, bucket);
    return bucket;
  }
}
