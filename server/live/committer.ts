/**
 * Before the journal: while a commit is on its way to disk, posts of all halls wait and then share the next one, into which the
 * halls go by turns. Keeps the order of posts within a hall. Whoever waits with more than there is room left is refused at once, so
 * that a hall that floods leaves room for the others.
 */
import type { Appended, Erased, Erasure, Journal, Post } from '../journal/journal.js';
import { turnOf } from './turns.js';

/** Too much is waiting to be stored; the caller may try again after `retryAfterSeconds`. */
export class OverloadedError extends Error {
  readonly retryAfterSeconds = 1;
}

/** The journal could not store a group; nothing of it was stored. */
export class NotStoredError extends Error {}

interface Waiting {
  post: Post;
  events: number;
  done: (appended: Appended) => void;
  failed: (error: Error) => void;
}

/** Of one hall. */
interface Queue {
  posts: Waiting[];
  bytes: number;
}

/** A group is capped, so that the wait for one commit stays short. */
const GROUP_EVENTS = 3_000;
/** So many are folded at a time. */
const SLICE_EVENTS = 1_000;
const WAITING_BYTES = 64 * 1024 * 1024;
/** One group on its way to disk while the next is being made. */
const ON_THEIR_WAY = 2;

export class Committer {
  private readonly queues = new Map<string, Queue>();
  private waitingBytes = 0;
  private underway = 0;
  private folding: Promise<unknown> = Promise.resolve();
  /** When the last group could not be stored; null once one was. */
  failedAt: number | null = null;

  constructor(
    private readonly journal: Journal,
    private readonly now: () => number,
  ) {}

  /** Fulfils when the post's events are on disk and `fold` has taken them: `fold` runs in the order of the journal. */
  commit<T>(post: Post, fold: (appended: Appended) => T): Promise<T> {
    const { hallId, body: { byteLength } } = post;
    const queue = this.queues.get(hallId) ?? { posts: [], bytes: 0 };
    if (queue.bytes + byteLength > WAITING_BYTES - this.waitingBytes && this.waitingBytes > 0) {
      return Promise.reject(new OverloadedError('too much is waiting to be stored'));
    }
    this.waitingBytes += byteLength;
    queue.bytes += byteLength;
    return new Promise<T>((fulfil, failed: (error: Error) => void) => {
      const done = (appended: Appended) => {
        try {
          fulfil(fold(appended));
        } catch (error) {
          failed(error as Error); // stored, but not folded: a bug, and its own poster hears of it
        }
      };
      if (this.queues.size === 0) queueMicrotask(() => this.send());
      queue.posts.push({ post, events: post.ids.length, done, failed });
      this.queues.set(hallId, queue);
    });
  }

  /** Erases free texts and folds the event that says so, in the order of the journal; null when these seqs hold none. */
  async erase<T>(hallId: string, erasure: Erasure, fold: (erased: Erased) => T): Promise<T | null> {
    const erasing = this.journal.erase(hallId, erasure).catch((error: unknown) => {
      throw new NotStoredError('the journal could not erase the texts', { cause: error });
    });
    return this.inOrder(erasing, (erased) => erased && fold(erased));
  }

  /** What the journal answers is folded in the order in which it was asked. */
  private inOrder<Answer, T>(asked: Promise<Answer>, fold: (answer: Answer) => T | Promise<T>): Promise<T> {
    const before = this.folding;
    const folded = Promise.all([asked, before]).then(([answer]) => fold(answer));
    this.folding = Promise.allSettled([before, folded]);
    return folded;
  }

  private send(): void {
    while (this.queues.size > 0 && this.underway < ON_THEIR_WAY) void this.sendGroup(this.nextGroup());
  }

  private nextGroup(): Waiting[] {
    const group: Waiting[] = [];
    let events = 0;
    for (const [hallId, queue] of this.queues) {
      if (group.length > 0 && events + queue.posts[0]!.events > GROUP_EVENTS) break;
      const next = queue.posts.shift()!;
      group.push(next);
      events += next.events;
      queue.bytes -= next.post.body.byteLength;
      this.queues.delete(hallId);
      if (queue.posts.length > 0) this.queues.set(hallId, queue); // its next turn comes after the others': the loop meets it again there
    }
    return group;
  }

  private async sendGroup(group: Waiting[]): Promise<void> {
    this.underway++;
    for (const { post } of group) this.waitingBytes -= post.body.byteLength;
    try {
      await this.inOrder(this.journal.append(group.map(({ post }) => post)), (appended) => {
        this.failedAt = null;
        return foldSlowly(group, appended);
      });
    } catch (error) {
      this.failedAt = this.now();
      const notStored = new NotStoredError('the journal could not store the events', { cause: error });
      for (const { failed } of group) failed(notStored);
    } finally {
      this.underway--;
      this.send();
    }
  }
}

/** Where there are many events, others have their turn between two posts. */
async function foldSlowly(group: Waiting[], appended: Appended[]): Promise<void> {
  let events = 0;
  for (const [index, { done, post: { hallId }, events: more }] of group.entries()) {
    if (events > 0 && events + more > SLICE_EVENTS) {
      await turnOf(hallId);
      events = 0;
    }
    done(appended[index]!);
    events += more;
  }
}
