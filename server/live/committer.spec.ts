import { NotStoredError, OverloadedError, Committer } from './committer.js';
import type { Appended, Journal, Post } from '../journal/journal.js';

/** A journal whose disk a spec holds in its hand. */
class HeldJournal {
  readonly groups: { posts: Post[]; stored: () => void; failed: () => void }[] = [];

  append(posts: Post[]): Promise<Appended[]> {
    return new Promise((fulfil, reject) => {
      const stored = () => fulfil(posts.map(({ ids }) => ({ firstSeq: Number(ids[0]), loggedAt: 0, verdicts: null, corrects: new Map() })));
      this.groups.push({ posts, stored, failed: () => reject(new Error('disk I/O error')) });
    });
  }
}

/** As many turns of the loop as a group takes to be folded. */
const turn = async () => {
  for (let turns = 0; turns < 4; turns++) await new Promise((fulfil) => setImmediate(fulfil));
};
const post = (no: number, more: { events?: number; bytes?: number } = {}): Post => ({
  hallId: 'a', body: new Uint8Array(more.bytes ?? 10), ids: Array.from({ length: more.events ?? 1 }, () => String(no)), sources: '/kiosk/1',
});

describe('Committer', () => {
  let journal: HeldJournal;
  let committer: Committer;
  let folded: number[];
  const commit = (one: Post) => committer.commit(one, ({ firstSeq }) => {
    folded.push(firstSeq);
    return firstSeq;
  });
  beforeEach(() => {
    journal = new HeldJournal();
    committer = new Committer(journal as unknown as Journal, () => 0);
    folded = [];
  });

  /** The disk takes every group there is, until none is left. */
  async function drain(): Promise<void> {
    for (let taken = 0; ; taken++) {
      await turn();
      const group = journal.groups[taken];
      if (!group) return;
      group.stored();
    }
  }

  it('lets posts that wait share a commit, folds each in its order, and answers only when it is stored', async () => {
    const answers = Array.from({ length: 50 }, (_, index) => commit(post(index)));
    await turn();
    expect(folded).toEqual([]);
    for (let index = 50; index < 100; index++) answers.push(commit(post(index)));
    await drain();
    expect(await Promise.all(answers)).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(folded).toEqual(Array.from({ length: 100 }, (_, index) => index));
    expect(journal.groups.length).toBeLessThanOrEqual(4);
  });

  it('caps a group, but never so that a large post waits for ever', async () => {
    const answers = [commit(post(0, { events: 50_000 })), commit(post(1, { events: 2_000 })), commit(post(2, { events: 2_000 }))];
    await drain();
    await Promise.all(answers);
    expect(journal.groups.every(({ posts }) => posts.length === 1)).toBeTrue();
    expect(folded).toEqual([0, 1, 2]);
  });

  it('tells exactly those whose group was not stored, and goes on with the others', async () => {
    const first = commit(post(0));
    await turn();
    const second = commit(post(1));
    await turn();
    const third = [commit(post(2)), commit(post(3))];
    journal.groups[0]!.failed();
    await expectAsync(first).toBeRejectedWithError(NotStoredError);
    await drain();
    await Promise.all([second, ...third]);
    expect(folded).toEqual([1, 2, 3]);
  });

  it('keeps the order of the journal though a fold of one post fails', async () => {
    const failing = committer.commit(post(0), () => {
      throw new Error('a bug in the fold');
    });
    failing.catch(() => undefined); // heard below
    const next = commit(post(1));
    await drain();
    await expectAsync(failing).toBeRejectedWithError('a bug in the fold');
    expect(await next).toBe(1);
  });

  it('takes the posts of a quiet hall though another floods, and stores them with the next group', async () => {
    const flood = Array.from({ length: 50 }, (_, index) => commit(post(index, { bytes: 1024 * 1024, events: 1_000 })));
    for (const answer of flood) answer.catch(() => undefined); // some are refused
    await turn();
    const quiet = commit({ ...post(100, { bytes: 1024 * 1024 }), hallId: 'b' });
    await turn();
    expect(journal.groups.length).toBe(2);
    journal.groups[0]!.stored();
    await turn();
    expect(journal.groups[2]!.posts.some(({ hallId }) => hallId === 'b')).toBeTrue();
    await drain();
    expect(await quiet).toBe(100);
  });

  it('refuses at once when too much waits, and takes more when it has been stored', async () => {
    const bytes = 1024 * 1024;
    const answers: Promise<number>[] = [];
    const refused: Promise<number>[] = [];
    for (let no = 0; no < 200; no++) {
      const answer = commit(post(no, { bytes }));
      const isRefused = await Promise.race([answer.then(() => false, (error: unknown) => error instanceof OverloadedError), turn().then(() => false)]);
      (isRefused ? refused : answers).push(answer);
    }
    expect(refused.length).toBeGreaterThan(100);
    expect(answers.length).toBeGreaterThanOrEqual(32);
    await drain();
    await Promise.all(answers);
    const later = commit(post(999, { bytes }));
    await drain();
    expect(await later).toBe(999);
  });
});
