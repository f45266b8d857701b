/**
 * The files that prove what was done about cases, below `attachments` in the data folder: each under its own hash, so that the same file is
 * kept once and none is ever changed. What no case has named within a day is put away.
 */
import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attachment } from '../../shared/commands/attachments.js';
import type { ServerClock } from '../live/clock.js';
import type { Halls } from '../live/halls.js';
import { Problem } from '../problem.js';
import { writeWhole } from '../whole-file.js';
import { bareFile, typeOf } from './bare-file.js';
import { Malformed } from './malformed.js';

const LOOK_MS = 3_600_000;
const DAY_MS = 24 * 3_600_000;
const NAME = /^[0-9a-f]{64}$/;

/** `since`: when it was last posted, or about to be named. */
interface Kept {
  bytes: number;
  since: number;
  written: Promise<void>;
}
type Folder = Map<string, Kept>;

export interface AttachmentsTools {
  data: string;
  halls: Halls;
  clock: ServerClock;
  /** Of all files of one hall, in bytes. */
  most: number;
  /** What could not be put away is put away an hour later. */
  failed: (error: Error) => void;
}

export class Attachments {
  private readonly folders = new Map<string, Promise<Folder>>();
  private cancel: (() => void) | null = null;
  private underway: Promise<void> = Promise.resolve();

  constructor(private readonly tools: AttachmentsTools) {}

  start(): void {
    this.cancel = this.tools.clock.after(LOOK_MS, () => {
      this.underway = this.look().catch(this.tools.failed).finally(() => this.cancel && this.start());
    });
  }

  /** On disk when it fulfils. */
  async keep(hallId: string, posted: Buffer): Promise<Attachment> {
    const type = typeOf(posted);
    if (type === null) throw new Problem(415, 'fileType', 'The file was refused: by its first bytes it is none of JPEG, PNG, WebP and PDF.');
    const bytes = readable(() => bareFile(type, posted));
    const id = Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('hex');
    const folder = await this.folderOf(hallId);
    if (!folder.has(id)) {
      this.demandRoom(hallId, folder, bytes.length);
      folder.set(id, { bytes: bytes.length, since: 0, written: writeWhole(this.fileOf(hallId, id), bytes) });
    }
    const kept = folder.get(id)!;
    kept.since = this.tools.clock.now();
    await kept.written.catch((error: unknown) => {
      folder.delete(id);
      throw error;
    });
    return { id, bytes: bytes.length, type };
  }

  /** Null where the hall keeps no such file. */
  async read(hallId: string, id: string): Promise<Buffer | null> {
    return (await this.folderOf(hallId)).has(id) ? readFile(this.fileOf(hallId, id)) : null;
  }

  /** Whether the hall keeps it; a case is about to name it, and so it stays for another day at least. */
  async holds(hallId: string, id: string): Promise<boolean> {
    const kept = (await this.folderOf(hallId)).get(id);
    if (kept) kept.since = this.tools.clock.now();
    return kept !== undefined;
  }

  /** Puts away what no case of a hall names, and did not come of late. */
  async look(): Promise<void> {
    const before = this.tools.clock.now() - DAY_MS;
    for (const { id: hallId, cases } of this.tools.halls.all()) {
      const folder = await this.folderOf(hallId);
      const named = cases.proof();
      for (const [id, { since }] of folder) {
        if (since > before || named.has(id)) continue;
        folder.delete(id);
        rmSync(this.fileOf(hallId, id), { force: true }); // at once: whoever posts it again meanwhile shall not lose it
      }
    }
  }

  async close(): Promise<void> {
    this.cancel?.();
    this.cancel = null;
    await this.underway;
  }

  private demandRoom(hallId: string, folder: Folder, bytes: number): void {
    const used = [...folder.values()].reduce((sum, kept) => sum + kept.bytes, 0);
    if (used + bytes <= this.tools.most) return;
    const [most, has] = [this.tools.most, used].map((size) => `${(size / 2 ** 20).toFixed(0)} MB`);
    throw new Problem(507, 'attachmentsFull', `The file was refused: the attachments of hall ${hallId} take ${has} of ${most}. An administrator raises HALLBOARD_ATTACHMENTS_MB, or a smaller file is sent.`);
  }

  private folderOf(hallId: string): Promise<Folder> {
    let folder = this.folders.get(hallId);
    if (!folder) this.folders.set(hallId, (folder = readFolder(this.pathOf(hallId))));
    return folder;
  }

  /** An id of dots alone names no folder. */
  private pathOf(hallId: string): string {
    return join(this.tools.data, 'attachments', /^\.+$/.test(hallId) ? hallId.replaceAll('.', '%2E') : hallId);
  }

  private fileOf(hallId: string, id: string): string {
    return join(this.pathOf(hallId), id);
  }
}

async function readFolder(path: string): Promise<Folder> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  const names = (await readdir(path)).filter((name) => NAME.test(name));
  return new Map(await Promise.all(names.map(async (name): Promise<[string, Kept]> => {
    const { size, mtimeMs } = await stat(join(path, name));
    return [name, { bytes: size, since: mtimeMs, written: Promise.resolve() }];
  })));
}

function readable(read: () => Buffer): Buffer {
  try {
    return read();
  } catch (error) {
    if (error instanceof Malformed) throw new Problem(422, 'damagedFile', `The file was refused: ${error.message}. Take the picture or save the document again.`);
    throw error;
  }
}
