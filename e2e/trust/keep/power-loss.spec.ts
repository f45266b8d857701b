/**
 * F3: the power goes. The real server runs with a recorder under it that keeps the order of every write and sync; from the tape
 * come the disks that a loss of power at any instant may leave, and on each of them everything acknowledged must be there.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openFile } from '../../../server/keep/journal-file.js';
import { proveHall } from '../../../server/keep/prove-hall.js';
import { Store } from '../../../server/journal/store.js';
import { Ingest, makeHall, SOURCE } from '../kit/ingest.js';
import { randomOf } from '../kit/random.js';
import { ServerHere } from '../kit/server-here.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, seed, skip, tried } from '../kit/tried.js';
import { imageAt, noteAcknowledged, readTape, type Op } from './tape.js';

const RECORDER = fileURLToPath(new URL('../../../../e2e/trust/keep/recorder.c', import.meta.url));
const SMALL_WAL = new URL('./small-wal.js', import.meta.url).href;
const HALLS = ['a', 'b'];
const EVENTS = count(600, 3_000);

describe('When the power goes', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'hallboard-power-'));
  });

  afterEach(() => rmSync(folder, { recursive: true }));

  it('everything acknowledged is on the disk that it leaves', async () => {
    const ops = await record(folder);
    const images = count(300, 10_000);
    const found = await tryImages(folder, ops, images);
    expect(found.acknowledged).withContext('acknowledged events looked for').toBeGreaterThan(images);
    expect(found.faults).toEqual([]);
    const restarts = count(3, 50);
    for (let no = 0; no < restarts; no++) await restartOn(folder, ops, no);
    tried({ promise: 'F3', how: `power lost at a random instant under ingest, unsynced writes torn at 512 bytes; ${restarts} of the disks served from`, cases: images + restarts, outcome: `${found.faults.length} of ${found.acknowledged.toLocaleString('en')} acknowledged events looked for were lost` });
  });

  it('the net has teeth: a server that waits for no sync is found to lose what it acknowledged', async () => {
    const ops = await record(folder, { RECORD_MODE: 'NORMAL' });
    const images = count(40, 300);
    const { faults } = await tryImages(folder, ops, images);
    expect(faults.length).toBeGreaterThan(images / 10);
    tried({ promise: 'F3', how: 'the same of a server whose synchronous FULL was taken away: must fail', cases: images, outcome: `${faults.length} of the disks had lost an acknowledged event` });
  });
});

/** What a server wrote while events were posted to it, and what it acknowledged. */
async function record(folder: string, env: Record<string, string> = {}): Promise<Op[]> {
  const [library, tape, data] = [join(folder, 'recorder.so'), join(folder, 'tape'), join(folder, 'recorded')];
  try {
    execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, RECORDER, '-ldl', '-lpthread'], { stdio: 'pipe' });
  } catch (error) {
    skip('F3', `the recorder cannot be built here (gcc): ${(error as Error).message}`);
  }
  mkdirSync(data);
  const server = await ServerProcess.start(data, {
    env: { LD_PRELOAD: library, RECORD_BELOW: data, RECORD_TO: tape, UV_USE_IO_URING: '0', ...env },
    node: ['--import', SMALL_WAL],
  });
  for (const hallId of HALLS) await makeHall(server, hallId);
  const acknowledgements = openSync(tape, 'a');
  const ingest = new Ingest(server, HALLS, { heard: (ids) => noteAcknowledged(acknowledgements, ids) });
  await ingest.reached(EVENTS);
  await Promise.all([server.end('SIGKILL'), ingest.end()]);
  return readTape(readFileSync(tape));
}

async function tryImages(folder: string, ops: Op[], images: number): Promise<{ acknowledged: number; faults: string[] }> {
  const random = randomOf(seed);
  const first = ops.findIndex(({ op }) => op === 'a');
  let acknowledged = 0;
  const faults: string[] = [];
  for (let no = 0; no < images; no++) {
    const cut = first + 1 + random(ops.length - first);
    const data = layOut(join(folder, 'image'), imageAt(ops, cut, random));
    const ids = acknowledgedBefore(ops, cut);
    acknowledged += ids.length;
    const fault = await faultOf(join(data, 'journal.sqlite'), ids);
    if (fault) faults.push(`seed ${seed}, image ${no}, cut ${cut}: ${fault}`);
  }
  return { acknowledged, faults };
}

function layOut(data: string, files: Map<string, Buffer>): string {
  rmSync(data, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    if (path.endsWith('-shm')) continue; // memory, which is gone
    mkdirSync(dirname(join(data, path)), { recursive: true });
    writeFileSync(join(data, path), bytes);
  }
  return data;
}

function acknowledgedBefore(ops: Op[], cut: number): string[] {
  return ops.slice(0, cut).flatMap(({ op, bytes }) => (op === 'a' ? bytes.toString().split('\n') : []));
}

/** What is wrong with a journal, in words: its structure, its chains, or what it should hold. */
async function faultOf(file: string, ids: string[]): Promise<string | null> {
  const db = openFile(file);
  try {
    const [structure] = db.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (structure?.integrity_check !== 'ok') return structure?.integrity_check ?? 'no answer';
    const store = new Store(db, () => 0);
    for (const hallId of HALLS) await proveHall({ links: async (...asked) => store.links(...asked), seqsOf: async (...asked) => store.seqsOf(...asked) }, hallId);
    const lost = ids.filter((id) => !store.find(id[0]!, SOURCE, id));
    return lost.length === 0 ? null : `${lost.length} of ${ids.length} acknowledged events are lost`;
  } catch (error) {
    return (error as Error).message;
  } finally {
    db.close();
  }
}

/** A server starts on such a disk and serves every hall. */
async function restartOn(folder: string, ops: Op[], no: number): Promise<void> {
  const random = randomOf(seed + no);
  const cut = ops.length - random(ops.length >> 1);
  const data = layOut(join(folder, 'restarted'), imageAt(ops, cut, random));
  const server = await ServerHere.start(data);
  const ready = (await (await fetch(`${server.url}/readyz`)).json()) as { halls: number; quarantined: string[] };
  expect(ready).withContext(`seed ${seed}, restart ${no}, cut ${cut}`).toEqual(jasmine.objectContaining({ halls: HALLS.length, quarantined: [] }));
  await server.end();
}
