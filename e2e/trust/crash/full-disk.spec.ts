/**
 * F5: a full disk, a real one. What cannot be stored is refused with 503 and Retry-After, and is not stored; /readyz says so; the screens
 * go on; an alert that falls due meanwhile is raised once there is room, and says that it is late. Nobody has to do anything but make room.
 */
import { execFileSync } from 'node:child_process';
import { mkdtemp, open, rm, rmdir, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AlertsAnswer } from '../../../shared/commands/alert.js';
import { BATCH, ONE } from '../../../server/server.spec-kit.js';
import { ServerProcess } from '../kit/server-process.js';
import { count, skip, tried } from '../kit/tried.js';
import { audit } from './audit.spec-kit.js';
import { Book, HALL } from './book.spec-kit.js';
import { eventually, lateTicket } from './scripted-day.spec-kit.js';

const SIZES = ['2m', '3m', '5m'];
/** Each disk is filled twice: what is stored stays, so it would soon be full of that alone. */
const [DISKS, FILLS] = [count(1, 8), 2];
const FULL_ACK = fileURLToPath(new URL('./full-ack.spec-kit.js', import.meta.url));
const HEAL_MS = 5_000;
const DUE_MS = 2_000;
/** Raised so long after its instant an alert says that it is late. */
const LATE_MS = 5_000;
const CLAUSES = [{ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT2S', during: 'always', source: 'local' }];

describe('a full disk', () => {
  let disk = '';
  afterEach(unmount);

  async function unmount(): Promise<void> {
    execFileSync('umount', ['-l', disk], { stdio: 'pipe' });
    await rmdir(disk);
  }

  async function mount(size: string): Promise<void> {
    disk = await mkdtemp(join(tmpdir(), 'hallboard-full-'));
    try {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'hallboard-spec', disk], { stdio: 'pipe' });
    } catch (error) {
      skip('F5', `no small disk can be mounted here: ${(error as Error).message}`);
    }
  }

  const ballast = () => join(disk, 'ballast');

  /** Leaves so many bytes free. */
  async function fill(left: number): Promise<void> {
    const { bavail, bsize } = await statfs(disk);
    const file = await open(ballast(), 'w');
    await file.write(Buffer.alloc(Math.max(0, bavail * bsize - left)));
    await file.close();
  }

  const makeRoom = () => rm(ballast());

  async function posts(server: ServerProcess, book: Book): Promise<boolean> {
    const events = Array.from({ length: 40 }, () => book.some());
    return (await book.post(server, { type: BATCH, events })) !== null;
  }

  /** How long after there is room something is stored again. */
  async function heals(server: ServerProcess, book: Book): Promise<number> {
    const began = performance.now();
    while (!(await posts(server, book))) {
      if (performance.now() - began > 2 * HEAL_MS) break;
      await wait(50);
    }
    return performance.now() - began;
  }

  for (const size of SIZES) {
    it(`of ${size} refuses what it cannot store, says so, and heals by itself`, async () => {
      let [slowest, acknowledged] = [0, 0];
      for (let disks = 0; disks < DISKS; disks++) {
        if (disks > 0) await unmount();
        await mount(size);
        const book = new Book();
        slowest = Math.max(slowest, await fillsAndHeals(book));
        acknowledged += book.acknowledged.size;
      }
      expect(slowest).toBeLessThan(HEAL_MS);
      tried({ promise: 'F5', how: `a disk of ${size} filled up, and room made again`, cases: DISKS * FILLS, outcome: `refused with 503 and not stored; what was acknowledged is what is stored (${acknowledged.toLocaleString('en')}); stored again ${Math.round(slowest)} ms after there was room, at most` });
    });
  }

  /** How long at most it took until something was stored again. */
  async function fillsAndHeals(book: Book): Promise<number> {
    let [slowest, server] = [0, await ServerProcess.start(disk)];
    await Book.openHall(server);
    for (let fills = 0; fills < FILLS; fills++) {
      await fill(Math.floor(book.draw.next() * 300_000));
      while (await posts(server, book));
      await refusesAll(server, book);
      if (fills % 2) {
        expect((await server.end()).code).withContext('a stop while it is full').toBe(0);
        await makeRoom();
        server = await ServerProcess.start(disk);
      } else await makeRoom();
      slowest = Math.max(slowest, await heals(server, book));
      expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
      await book.postAgain(server);
      expect((await audit(server, book)).faults).withContext('healed').toEqual([]);
    }
    await server.end();
    return slowest;
  }

  async function refusesAll(server: ServerProcess, book: Book): Promise<void> {
    const refused = await server.ask(`${HALL}/events`, { method: 'POST', type: BATCH, body: JSON.stringify(Array.from({ length: 40 }, () => book.some())) });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(await refused.json()).toEqual(jasmine.objectContaining({ code: 'notStored', detail: 'The disk of the server is full; nothing of this post was stored.' }));
    expect((await fetch(`${server.url}/readyz`)).status).toBe(503);
    expect((await audit(server, book)).faults).withContext('full').toEqual([]);
  }

  it('the net has teeth: a server that answers for what it could not store is found out', async () => {
    await mount('2m');
    const book = new Book();
    const server = await ServerProcess.start(disk, { node: ['--import', FULL_ACK] });
    await Book.openHall(server);
    await fill(0);
    for (let post = 0; post < 20; post++) await posts(server, book);
    expect((await audit(server, book)).faults.filter((fault) => fault.endsWith('was acknowledged and is lost'))).not.toEqual([]);
    await server.end('SIGKILL');
  });

  it('raises an alert that fell due meanwhile, late, once there is room', async () => {
    await mount('4m');
    const book = new Book();
    const server = await ServerProcess.start(disk);
    await Book.openHall(server);
    await server.ask(`${HALL}/standard`, { method: 'PUT', body: JSON.stringify({ name: 'k', source: 'local', clauses: CLAUSES }) });
    await book.post(server, { type: ONE, events: [lateTicket('w')] });
    await fill(0);
    while (await posts(server, book));
    const alerts = async () => ((await (await server.ask(`${HALL}/alerts?status=open`)).json()) as AlertsAnswer).alerts.filter(({ subject }) => subject.id === 'w');
    await wait(DUE_MS + LATE_MS);
    expect(await alerts()).toEqual([]);
    await makeRoom();
    const [began, [alert]] = [performance.now(), await eventually('the alert', async () => ((await alerts()).length > 0 ? alerts() : undefined))];
    const raisedMs = Math.round(performance.now() - began);
    expect(raisedMs).toBeLessThan(HEAL_MS);
    expect(alert).toEqual(jasmine.objectContaining({ late: true }));
    expect((await audit(server, book)).faults).toEqual([]);
    await server.end();
    tried({ promise: 'F5', how: 'an alert that falls due while the disk is full', cases: 1, outcome: `raised ${raisedMs} ms after there was room, with the instant at which it was due, and marked late` });
  });

  it('keeps a start from beginning, in a sentence', async () => {
    await mount('2m');
    await fill(0);
    await expectAsync(ServerProcess.start(disk)).toBeRejectedWithError(new RegExp(`ended \\(1\\).*The disk of ${disk} is full: free some space and start again`, 's'));
  });
});
