/** What is cheap to ask and dear to answer (files, backtests, the journal): each caller, from each address, gets a minute's worth at once. */
import { Problem } from '../problem.js';
import { Bucket } from './bucket.js';

const PER_SECOND = 1;
const AT_ONCE = 60;
/** Whoever has been here longest goes first. */
const MOST = 10_000;

export class DearAnswers {
  private readonly buckets = new Map<string, Bucket>();

  /** Takes one, or refuses with 429 and when to come again. `now` in ms. */
  take(who: string, now: number): void {
    const bucket = this.bucketOf(who, now);
    const retryAfterSeconds = bucket.waitSeconds(now);
    if (retryAfterSeconds > 0) {
      throw new Problem(429, 'tooManyAsked', `Too much of this was asked for: ${AT_ONCE} at once and one a second are answered; come again in ${retryAfterSeconds} s.`, { retryAfterSeconds });
    }
    bucket.spend(1);
  }

  private bucketOf(who: string, now: number): Bucket {
    const known = this.buckets.get(who);
    if (known) return known;
    const [oldest] = this.buckets.keys();
    if (this.buckets.size >= MOST && oldest !== undefined) this.buckets.delete(oldest);
    const bucket = new Bucket(PER_SECOND, AT_ONCE, now);
    this.buckets.set(who, bucket);
    return bucket;
  }
}
