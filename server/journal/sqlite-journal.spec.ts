import { fork } from 'node:child_process';
import { once } from 'node:events';
import Database from 'better-sqlite3';
import { firstBroken } from './chain.js';
import { Kept, NOW, post, postOfTexts, text } from './journal.spec-kit.js';
import { storedEvents } from './journal.js';
import { SqliteJournal } from './sqlite-journal.js';

describe('SqliteJournal', () => {
  let kept: Kept;
  beforeEach(async () => (kept = await Kept.make()));
  afterEach(() => kept.clear());

  /** The file as another program finds it while the journal is closed. */
  async function edited(work: (db: Database.Database) => void): Promise<void> {
    await kept.close();
    const db = new Database(kept.file);
    work(db);
    db.close();
    await kept.reopen();
  }
  const append = async (...posts: Parameters<SqliteJournal['append']>[0]) => kept.journal.append(posts);

  describe('knows an event by hall, source and id', () => {
    it('across posts and restarts: the same is a duplicate, the same id with another body a conflict, and the first stays', async () => {
      const [first] = await append(post('a', text('1'), text('2')));
      expect(first).toEqual({ firstSeq: 1, loggedAt: NOW, verdicts: null, corrects: new Map() });
      for (const restart of [false, true]) {
        if (restart) await kept.reopen();
        const [again] = await append(post('a', text('1'), text('2', { type: 'hall.closed' }), text(`new ${restart}`)));
        expect(again!.verdicts).toEqual(['duplicate', 'conflict', 'accepted']);
      }
      expect((await kept.journal.find('a', '/kiosk/1', '2'))?.text).toBe(JSON.stringify(text('2')));
      expect(firstBroken(await kept.links('a'))).toBeNull();
      expect((await kept.links('a')).reduce((sum, { count }) => sum + count, 0)).toBe(4);
    });

    it('within one post and within one group of posts', async () => {
      const [within] = await append(post('a', text('1'), text('1'), text('1', { data: { x: 1 } }), text('2')));
      expect(within!.verdicts).toEqual(['accepted', 'duplicate', 'conflict', 'accepted']);
      const group = await append(post('a', text('3')), post('a', text('3'), text('4')), post('a', text('4', { data: { x: 1 } })));
      expect(group.map(({ verdicts }) => verdicts)).toEqual([null, ['duplicate', 'accepted'], ['conflict']]);
      expect(group.map(({ firstSeq }) => firstSeq)).toEqual([3, 4, 5]);
    });

    it('but not by the order or the spacing of its fields, nor by how a character or a number is written, be it one beyond all doubles', async () => {
      const written = (data: string) => postOfTexts('a', [text('1')], [`{"data":${data},"type":"hall.opened","source":"/kiosk/1","id":"1","specversion":"1.0"}`]);
      await append(written('{"a":1,"b":"号","c":"\\ud800","d":-0,"e":1e999}'));
      const answers = await append(written('{ "e":1e999, "b":"\\u53f7", "a":1.0, "d":0, "c":"\\uD800" }'), written('{"a":1,"b":"号","c":"\\ud800","d":-0,"e":-1e999}'), post('a', text('2')));
      expect(answers.map(({ verdicts }) => verdicts)).toEqual([['duplicate'], ['conflict'], null]);
    });

    it('so the same id of another source or another hall is another event', async () => {
      await append(post('a', text('1')));
      const [otherSource, otherHall] = await append(post('a', text('1', { source: '/kiosk/2' })), post('b', text('1')));
      expect([otherSource!.verdicts, otherSource!.firstSeq]).toEqual([null, 2]);
      expect([otherHall!.verdicts, otherHall!.firstSeq]).toEqual([null, 1]);
    });
  });

  describe('chains what it stores', () => {
    it('hall by hall, link by link, also where posts of several halls share a commit and some events are known', async () => {
      for (let round = 0; round < 20; round++) {
        kept.clock[0]! += round % 3 === 0 ? -5_000 : 1_000; // a clock set back does not set the journal back
        await append(post('a', text(`a${round}`), text(`a${round - 1}`)), post('b', text(`b${round}`)), post('a', text(`c${round}`)));
      }
      for (const [hallId, count] of [['a', 41], ['b', 20]] as const) {
        const links = await kept.links(hallId);
        expect(firstBroken(links)).withContext(hallId).toBeNull();
        expect(links.reduce((sum, link) => sum + link.count, 0)).toBe(count);
        const logged = links.map(({ loggedAt }) => loggedAt);
        expect(logged).toEqual([...logged].sort((a, b) => a - b));
      }
      expect(await kept.journal.hallIds()).toEqual(['a', 'b']);
    });

    it('so that a flipped bit of any link is found', async () => {
      for (let number = 0; number < 8; number++) await append(post('a', text(`${number}`, { data: { note: 'as it was' } })));
      for (const firstSeq of [1, 5, 8]) {
        await kept.close();
        flipBit(kept.file, firstSeq);
        await kept.reopen();
        expect(firstBroken(await kept.links('a'))?.firstSeq).toBe(firstSeq);
        await kept.close();
        flipBit(kept.file, firstSeq);
      }
      await kept.reopen();
      expect(firstBroken(await kept.links('a'))).toBeNull();
    }, 20_000);
  });

  describe('is read', () => {
    it('in pages of whole links, from any seq, to the end', async () => {
      for (let number = 0; number < 9; number++) {
        await append(post('a', ...Array.from({ length: 700 }, (_, index) => text(`${number}-${index}`))));
      }
      const page = await kept.journal.links('a', 701);
      expect(page.map(({ firstSeq }) => firstSeq)).toEqual([701, 1401, 2101]);
      expect((await kept.journal.links('a', 800)).map(({ firstSeq }) => firstSeq)).toEqual([701, 1401, 2101]);
      expect(await kept.journal.links('a', 6301)).toEqual([]);
      expect(await kept.journal.links('nowhere', 1)).toEqual([]);
      for (const from of [1, 699, 700, 701, 2101, 6300]) {
        const seqs: number[] = [];
        for await (const events of storedEvents(kept.journal, 'a', from)) seqs.push(...events.map(({ seq }) => seq));
        expect(seqs).withContext(`from ${from}`).toEqual(Array.from({ length: 6301 - from }, (_, index) => from + index));
      }
    });

    it('with what a correction speaks of, the same live as when it is read again', async () => {
      const correction = (id: string, of: string) => text(id, { type: 'event.corrected', data: { source: '/kiosk/1', id: of, void: true } });
      await append(post('a', text('1'), text('2')));
      const posts = [
        [correction('c1', '1'), correction('c2', 'nothing')],
        [text('3'), correction('c3', '3'), correction('c4', '4'), text('4')],
        [text('1'), text('2'), correction('c5', '5'), text('5')],
        [text('1'), correction('c6', '5'), correction('c1', '1')],
      ];
      const live = new Map<number, number | undefined>();
      for (const events of posts) {
        const [{ firstSeq, verdicts, corrects }] = (await append(post('a', ...events))) as [Awaited<ReturnType<SqliteJournal['append']>>[number]];
        let seq = firstSeq;
        events.forEach(({ type }, index) => {
          if (verdicts && verdicts[index] !== 'accepted') return;
          if (type === 'event.corrected') live.set(seq, corrects.get(index)?.seq);
          seq++;
        });
      }
      const again = new Map<number, number | undefined>();
      for await (const events of storedEvents(kept.journal, 'a', 1)) {
        for (const { seq, event, corrects } of events) if (event.type === 'event.corrected') again.set(seq, corrects?.seq);
      }
      expect(live).toEqual(again);
      expect(again.size).toBe(6);
    });
  });

  it('finds the first event of an instant or later', async () => {
    for (let round = 0; round < 10; round++) {
      kept.clock[0] = NOW + Math.floor(round / 2) * 1_000;
      await append(post('a', text(`${round}`), text(`${round}+`)));
    }
    const at = (second: number) => kept.journal.seqAt('a', NOW + second * 1_000);
    expect(await Promise.all([-1, 0, 0.5, 1, 4, 4.1].map(at))).toEqual([1, 1, 5, 5, 17, 21]);
    expect(await kept.journal.seqAt('nobody', NOW)).toBe(1);
  });

  it('keeps a checkpoint of many parts, lets posts pass in between, and takes it for none once a part is not what it was', async () => {
    await append(post('a', text('1')));
    const state = Buffer.alloc(5_500_000, 'hall ');
    const saved = kept.journal.saveCheckpoint('a', { seq: 1, foldVersion: 7, state: new Uint8Array(state) });
    let posts = 0;
    for (let over = false; !over; posts++) {
      void saved.then(() => (over = true));
      await append(post('a', text(`more ${posts}`)));
    }
    expect(posts).toBeGreaterThan(3);
    const read = async () => (await kept.journal.lastCheckpoint('a', 7))?.state;
    expect(Buffer.compare((await read())!, state)).toBe(0);
    await kept.journal.saveCheckpoint('a', { seq: 1, foldVersion: 7, state: new Uint8Array(state.subarray(0, 2_500_000)) });
    expect((await read())!.length).toBe(2_500_000);
    const swap = 'UPDATE checkpoint_part SET part = part + 10; UPDATE checkpoint_part SET part = 11 - part';
    for (const harm of ['DELETE FROM checkpoint_part WHERE part = 1', swap, 'UPDATE checkpoint_part SET state = zeroblob(1048608) WHERE part = 0']) {
      await kept.journal.saveCheckpoint('a', { seq: 1, foldVersion: 7, state: new Uint8Array(state.subarray(0, 2_500_000)) });
      expect(await read()).withContext(harm).toBeDefined();
      await edited((db) => db.exec(harm));
      expect(await read()).withContext(harm).toBeUndefined();
    }
    for (const seq of [2, 3, 4]) await kept.journal.saveCheckpoint('a', { seq, foldVersion: 7, state: new Uint8Array(state.subarray(0, 2_500_000)) });
    await edited((db) => expect(db.prepare('SELECT DISTINCT seq FROM checkpoint_part ORDER BY seq').pluck().all()).toEqual([3, 4]));
  });

  it('keeps the two newest checkpoints and gives the newest of the fold version asked for', async () => {
    await append(post('a', text('1')));
    for (const seq of [10, 20, 30]) await kept.journal.saveCheckpoint('a', { seq, foldVersion: seq === 30 ? 8 : 7, state: Buffer.from(`at ${seq}`) });
    await kept.reopen();
    expect((await kept.journal.lastCheckpoint('a', 7))?.seq).toBe(20);
    expect(Buffer.from((await kept.journal.lastCheckpoint('a', 8))!.state).toString()).toBe('at 30');
    expect(await kept.journal.lastCheckpoint('a', 9)).toBeNull();
    expect(await kept.journal.lastCheckpoint('nowhere', 7)).toBeNull();
  });

  it('stores nothing of a group that fails, says so, and stores the next as if it had not been', async () => {
    await append(post('a', text('1')));
    const broken = { ...post('b', text('1'), text('2')), sources: ['/kiosk/1', null as unknown as string] };
    await expectAsync(append(post('a', text('2')), broken)).toBeRejected();
    expect((await kept.links('a')).length).toBe(1);
    expect(await kept.journal.hallIds()).toEqual(['a']);
    const [next] = await append(post('a', text('2', { data: { other: true } })));
    expect(next).toEqual(jasmine.objectContaining({ firstSeq: 2, verdicts: null }));
    expect((await append(post('a', text('2', { data: { other: true } }))))[0]!.verdicts).toEqual(['duplicate']);
    expect(firstBroken(await kept.links('a'))).toBeNull();
  });

  it('refuses a second process on its folder, in words, and the first goes on', async () => {
    await append(post('a', text('1')));
    const child = fork(new URL('./second-process.spec-kit.js', import.meta.url), [kept.data], { stdio: 'ignore' });
    const [said] = (await once(child, 'message')) as [string];
    expect(said).toMatch(/journal\.sqlite is in use by another Hallboard: one data folder serves one process\. Stop the other/);
    await once(child, 'exit');
    expect((await append(post('a', text('2'))))[0]!.firstSeq).toBe(2);
  }, 20_000);

  it('says once that its thread has died, and from then on stores nothing and keeps nobody waiting', async () => {
    const failed = jasmine.createSpy('failed');
    await kept.close();
    const journal = await SqliteJournal.open({ data: kept.data, failed });
    const underway = journal.append([post('a', text('1'))]);
    underway.catch(() => undefined);
    await journal['worker'].terminate();
    await expectAsync(journal.append([post('a', text('2'))])).toBeRejectedWithError(/thread has ended/);
    expect(failed).toHaveBeenCalledTimes(1);
    await expectAsync(journal.close()).toBeResolved();
    await kept.reopen();
  });

  it('answers whoever asks after its end, instead of leaving them waiting', async () => {
    const { journal } = kept;
    await kept.close();
    await expectAsync(journal.append([post('a', text('1'))])).toBeRejectedWithError(/journal/);
    await expectAsync(journal.close()).toBeResolved();
  });
});

/** One bit in the middle of the link's body, as a disk might turn it. */
function flipBit(file: string, firstSeq: number): void {
  const db = new Database(file);
  const body = db.prepare('SELECT body FROM link WHERE first_seq = ?').pluck().get(firstSeq) as Buffer;
  body[body.indexOf('it') + 3]! ^= 1;
  db.prepare('UPDATE link SET body = ? WHERE first_seq = ?').run(body, firstSeq);
  db.close();
}
