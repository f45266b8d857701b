/**
 * F6: the disk changes a bit, a sector or the length of the journal's file. Either the server says so, at its start or by its scrub,
 * and takes that hall out of service while the others live; or it makes no difference to anything that is shown.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashRows } from '../../../shared/messages/hash.js';
import type { HallConfigured } from '../../../server/domain/event/own-event.js';
import { foldEvent } from '../../../server/domain/hall/fold-event.js';
import { newHall } from '../../../server/domain/hall/hall.js';
import { allRows } from '../../../server/domain/hall/make-rows.js';
import { storedEvents } from '../../../server/journal/journal.js';
import { SqliteJournal } from '../../../server/journal/sqlite-journal.js';
import { openFile, readJournalFile } from '../../../server/keep/journal-file.js';
import { Scrub } from '../../../server/keep/scrub.js';
import { ManualClock } from '../../../server/live/manual-clock.spec-kit.js';
import { Halls } from '../../../server/live/halls.js';
import { Ingest, makeHall } from '../kit/ingest.js';
import { randomOf } from '../kit/random.js';
import { ServerHere } from '../kit/server-here.js';
import { count, seed, tried } from '../kit/tried.js';

const HALLS = ['a', 'b', 'c'];
const EVENTS = 600;

interface Seen {
  /** It did not start, and said why. */
  refused: string | null;
  quarantined: string[];
  /** By hall that lives: the hash of its rows. */
  rows: Map<string, string>;
}

describe('When the disk changes the journal', () => {
  let folder: string;
  let whole: string;
  let rows: Map<string, string>;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hallboard-rot-'));
    whole = join(folder, 'whole');
    await fill(whole);
    rows = (await served(whole)).rows;
    expect([...rows.keys()]).toEqual(HALLS);
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  it('it is found, or it makes no difference', async () => {
    const random = randomOf(seed);
    const cases = count(60, 1_000);
    const outcomes = { refused: 0, quarantined: 0, harmless: 0 };
    const missed: string[] = [];
    for (let no = 0; no < cases; no++) {
      const [data, done] = damaged(no, random);
      const seen = await served(data);
      const silent = HALLS.filter((id) => !seen.quarantined.includes(id) && seen.rows.get(id) !== rows.get(id));
      if (seen.refused !== null) outcomes.refused++;
      else if (silent.length > 0) missed.push(`seed ${seed}, case ${no}, ${done}: hall ${silent.join(', ')} is another, and nobody said so`);
      else outcomes[seen.quarantined.length > 0 ? 'quarantined' : 'harmless']++;
    }
    expect(missed).toEqual([]);
    tried({ promise: 'F6', how: 'one bit flipped, one sector zeroed or the file cut, anywhere in journal.sqlite', cases, outcome: `${missed.length} missed; ${outcomes.quarantined} quarantined, ${outcomes.refused} refused at the start, ${outcomes.harmless} without any difference` });
  });

  // SQLite says nothing of a page that tells of one entry less than it has: so the end of a hall was once hidden
  it('it is found where the last entry of any page of an index is gone: the case that was missed once', async () => {
    const all = pagesOf(join(whole, 'journal.sqlite'), ['link', 'event_id']);
    const every = Math.ceil(all.length / count(10, all.length));
    const pages = all.filter((_, index) => index % every === 0);
    const missed: string[] = [];
    for (const { name, at } of pages) {
      const data = copyOf(whole);
      const file = join(data, 'journal.sqlite');
      const bytes = readFileSync(file);
      bytes.writeUInt16BE(bytes.readUInt16BE(at) - 1, at);
      writeFileSync(file, bytes);
      const seen = await served(data);
      const silent = HALLS.filter((id) => !seen.quarantined.includes(id) && seen.rows.get(id) !== rows.get(id));
      if (seen.refused === null && silent.length > 0) missed.push(`${name}, ${at}: hall ${silent.join(', ')} is another, and nobody said so`);
    }
    expect(pages.length).toBeGreaterThan(HALLS.length);
    expect(missed).toEqual([]);
    tried({ promise: 'F6', how: 'the last entry of a page of the links or of the identities hidden', cases: pages.length, outcome: `${missed.length} missed` });
  });

  it('the net has teeth: a server that trusts what it reads is found to show another hall', async () => {
    const random = randomOf(seed);
    const cases = count(30, 200);
    const truth = await trusting(whole);
    let fooled = 0;
    for (let no = 0; no < cases; no++) {
      const [data] = damaged(no, random);
      const shown = await trusting(data);
      if (shown !== null && shown !== truth) fooled++;
    }
    expect(fooled).toBeGreaterThan(0);
    tried({ promise: 'F6', how: 'the same, read by a fold that proves nothing: must be fooled', cases, outcome: `${fooled} showed another hall in silence` });
  });

  function copyOf(whole: string): string {
    const data = join(folder, 'damaged');
    rmSync(data, { recursive: true, force: true });
    cpSync(whole, data, { recursive: true });
    return data;
  }

  /** A copy of the folder with one thing changed, and what that was. */
  function damaged(no: number, random: (below: number) => number): [data: string, done: string] {
    const data = copyOf(whole);
    const file = join(data, 'journal.sqlite');
    const bytes = readFileSync(file);
    const at = random(bytes.length);
    if (no % 10 === 8) bytes.fill(0, at - (at % 512), at - (at % 512) + 512);
    else if (no % 10 !== 9) bytes[at]! ^= 1 << random(8);
    writeFileSync(file, no % 10 === 9 ? bytes.subarray(0, at) : bytes);
    return [data, `${no % 10 === 9 ? 'cut to' : no % 10 === 8 ? 'sector zeroed at' : 'bit flipped at'} ${at} of ${bytes.length}`];
  }
});

/** Where the number of entries stands in each page of these tables and of their indexes. */
function pagesOf(file: string, tables: string[]): { name: string; at: number }[] {
  const db = openFile(file);
  const size = db.pragma('page_size', { simple: true }) as number;
  const pages = db.prepare(`SELECT name, pageno FROM dbstat WHERE name IN (SELECT name FROM sqlite_master WHERE tbl_name IN (${tables.map(() => '?').join()})) AND pagetype <> 'overflow' AND ncell > 0`)
    .all(...tables) as { name: string; pageno: number }[];
  db.close();
  return pages.map(({ name, pageno }) => ({ name, at: (pageno - 1) * size + 3 }));
}

/** A folder as a server leaves it that was told to stop. */
async function fill(data: string): Promise<void> {
  const server = await ServerHere.start(data);
  for (const hallId of HALLS) await makeHall(server, hallId);
  const ingest = new Ingest(server, HALLS, { lanes: HALLS.length });
  await ingest.reached(EVENTS);
  await ingest.end();
  await server.end();
}

/** What a server makes of it: its start, and then its scrub. */
async function served(data: string): Promise<Seen> {
  const seen: Seen = { refused: null, quarantined: [], rows: new Map() };
  let journal: SqliteJournal | null = null;
  try {
    journal = await SqliteJournal.open({ data, failed: () => undefined });
    const clock = new ManualClock(Date.UTC(2030, 0, 1));
    const halls = await Halls.open({ journal, clock });
    for (const hall of halls.all()) {
      await hall.caughtUp();
      seen.rows.set(hall.id, hashRows(hall.shown().rows));
    }
    await new Scrub({ journal, halls, clock, failed: fail }).run();
    seen.quarantined = [...halls.quarantined.keys()];
  } catch (error) {
    seen.refused = (error as Error).message;
  }
  await journal?.close().catch(() => undefined);
  return seen;
}

/** The rows of every hall by a fold that proves nothing; null where it cannot read on, which is no silence. */
async function trusting(data: string): Promise<string | null> {
  try {
    return await readJournalFile(join(data, 'journal.sqlite'), async (journal) => {
      const shown: string[] = [];
      for (const id of await journal.hallIds()) {
        let hall = null;
        for await (const events of storedEvents(journal, id, 1)) {
          for (const stored of events) foldEvent((hall ??= newHall(id, (stored.event as HallConfigured).data, stored.loggedAt)), stored);
        }
        shown.push(`${id} ${hall ? hashRows(allRows(hall)) : ''}`);
      }
      return shown.join();
    });
  } catch {
    return null;
  }
}
