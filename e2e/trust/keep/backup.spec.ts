/**
 * F7: backups of a server that is being written to, taken elsewhere, restored and served from: what they hold is what the source held
 * at that seq, and a backup that is not what it was is refused.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { HeldHall } from '../../../shared/commands/backup.js';
import { hashRows } from '../../../shared/messages/hash.js';
import { allRows } from '../../../server/domain/hall/make-rows.js';
import { ChainCheck } from '../../../server/journal/chain.js';
import { linksOfLines } from '../../../server/journal/links-of-lines.js';
import { foldFrom } from '../../../server/live/fold-journal.js';
import type { Answering } from '../kit/answering.js';
import { Ingest, makeHall } from '../kit/ingest.js';
import { randomOf } from '../kit/random.js';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, seed, tried } from '../kit/tried.js';

const HALL = fileURLToPath(new URL('../../../server/keep/main.js', import.meta.url));
const HALLS = ['a', 'b'];
type Answer = { halls: Record<string, HeldHall>; faults?: string[] };

describe('A backup', () => {
  let folder: string;
  let data: string;
  let server: ServerProcess;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'hallboard-backup-'));
    data = join(folder, 'data');
    mkdirSync(data);
    server = await ServerProcess.start(data);
    for (const hallId of HALLS) await makeHall(server, hallId);
  });

  afterEach(async () => {
    await server.end('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  it('of a server under load holds what the server held at that seq, and a server elsewhere serves it', async () => {
    const ingest = new Ingest(server, HALLS);
    const backups = count(3, 50);
    for (let no = 0; no < backups; no++) {
      await ingest.reached((no + 1) * 100);
      const before = ingest.acknowledged.length;
      const [backup, restored] = [join(folder, `backup-${no}`), join(folder, `restored-${no}`)];
      const { halls } = await hall<Answer>('backup', backup, '--data', data);
      expect(Object.values(halls).reduce((sum, { seq }) => sum + seq, 0)).withContext('what was acknowledged before').toBeGreaterThanOrEqual(before);
      expect((await hall<Answer>('restore', backup, '--data', restored)).halls).toEqual(halls);
      const elsewhere = await ServerHere.start(restored);
      for (const hallId of HALLS) await compare(hallId, halls[hallId]!, elsewhere);
      await elsewhere.end();
      rmSync(backup, { recursive: true });
      rmSync(restored, { recursive: true });
    }
    await ingest.end();
    tried({ promise: 'F7', how: 'backup under ingest, restored and served elsewhere', cases: backups, outcome: 'every hall byte for byte as at that seq, and its rows by the hash that the backup names' });
  });

  it('with the journal of after it is whole up to the last event', async () => {
    const ingest = new Ingest(server, HALLS);
    await ingest.reached(50);
    const backup = join(folder, 'backup');
    await hall<Answer>('backup', backup, '--data', data);
    await ingest.reached(ingest.acknowledged.length + 200);
    await ingest.end();
    const tails = await Promise.all(HALLS.map(async (hallId) => {
      writeFileSync(join(folder, hallId), await journalOf(server, hallId));
      return ['--journal', `${hallId}=${join(folder, hallId)}`];
    }));
    const at = new Date().toISOString();
    const rows = await Promise.all(HALLS.map((hallId) => rowsAt(server, hallId, at)));
    await server.end();
    const restored = join(folder, 'restored');
    await hall<Answer>('restore', backup, '--data', restored, ...tails.flat());
    const elsewhere = await ServerHere.start(restored);
    expect(await Promise.all(HALLS.map((hallId) => rowsAt(elsewhere, hallId, at)))).toEqual(rows);
    for (const hallId of HALLS) expect(await journalOf(elsewhere, hallId)).toBe(readFileSync(join(folder, hallId), 'utf8'));
    await elsewhere.end();
  });

  it('the net has teeth: one with a changed byte, one cut short and one of a full folder are refused, each in a sentence', async () => {
    const random = randomOf(seed);
    const ingest = new Ingest(server, HALLS);
    await ingest.reached(100);
    await ingest.end();
    const backup = join(folder, 'backup');
    await hall<Answer>('backup', backup, '--data', data);
    const others = readdirSync(backup).filter((name) => !/^(manifest\.json|journal\.sqlite)$/.test(name) && statSync(join(backup, name)).isFile());
    const files = ['journal.sqlite', ...others].slice(0, count(2, 99));
    for (const name of files) {
      const bytes = readFileSync(join(backup, name));
      const other = Buffer.from(bytes);
      other[random(bytes.length)]! ^= 1 << random(8);
      writeFileSync(join(backup, name), other);
      await expectAsync(hall('verify', backup)).withContext(name).toBeRejectedWithError(/faults|other bytes/);
      await expectAsync(hall('restore', backup, '--data', join(folder, 'elsewhere'))).toBeRejectedWithError(/is not as it was made/);
      writeFileSync(join(backup, name), bytes);
    }
    expect((await hall<Answer>('verify', backup)).faults).toEqual([]);
    await expectAsync(hall('restore', backup, '--data', data)).toBeRejectedWithError(/is not empty/);
    rmSync(join(backup, 'manifest.json'));
    await expectAsync(hall('restore', backup, '--data', join(folder, 'elsewhere'))).toBeRejectedWithError(/no backup, or one that was cut short/);
    tried({ promise: 'F7', how: 'a byte of each file of a backup changed, its manifest taken away, a folder that is not empty: must be refused', cases: files.length + 2, outcome: `${files.length + 2} refused in a sentence` });
  });

  it('of a server that is killed over it is none, and the next one is', async () => {
    const underway = server.ask('backups', { method: 'POST' }).catch(() => null);
    await server.end('SIGKILL');
    await underway;
    const backup = join(folder, 'backup');
    const { halls } = await hall<Answer>('backup', backup, '--data', data);
    expect(Object.keys(halls)).toEqual(HALLS);
    await (await ServerHere.start(data)).end();
  });

  /** The events of the source up to that seq, byte for byte, and the rows that they fold to. */
  async function compare(hallId: string, held: HeldHall, elsewhere: Answering): Promise<void> {
    const source = await journalOf(server, hallId, held.seq);
    expect(await journalOf(elsewhere, hallId, held.seq)).withContext(hallId).toBe(source);
    const links = [...linksOfLines(source.split('\n'))];
    const check = new ChainCheck();
    for (const link of links) check.take(link);
    expect([check.brokenAt(), check.next - 1, check.hash]).withContext(hallId).toEqual([null, held.seq, held.hash]);
    const folded = await foldFrom({ links: (_, from) => Promise.resolve(from === 1 ? links : []), find: () => Promise.resolve(null) }, hallId, null);
    expect(hashRows(allRows(folded))).withContext(hallId).toBe(held.foldHash!);
  }
});

async function journalOf(server: Answering, hallId: string, to?: number): Promise<string> {
  return (await server.ask(`halls/${hallId}/journal${to === undefined ? '' : `?to=${to}`}`)).text();
}

async function rowsAt(server: Answering, hallId: string, at: string): Promise<unknown> {
  return ((await (await server.ask(`halls/${hallId}/state?at=${at}`)).json()) as { rows: unknown }).rows;
}

/** What `npm run hall` answers; rejects with what it says where it says no. */
function hall<T>(...words: string[]): Promise<T> {
  return new Promise((fulfil, reject) => {
    execFile(process.execPath, [HALL, ...words, '--json'], (error, out, said) => (error ? reject(new Error(out + said)) : fulfil(JSON.parse(out) as T)));
  });
}
