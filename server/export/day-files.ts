/**
 * The files of days: made once for each revision, beside its snapshot and with their hash, and given from there. One is made at
 * a time, in a thread, so that an export takes little memory and never holds up the feed.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Format, Written } from './formats.js';
import type { Printer } from './printer.js';
import { writeFiles } from './write-files.js';

interface Revision {
  date: string;
  revision: number;
}

/** Where the snapshots are: the newest revision of each day of a range, and the text of one. */
export interface Snapshots {
  list(hallId: string, range: { from: string; to: string }): Promise<Revision[]>;
  text(hallId: string, date: string, revision?: number): Promise<string | null>;
}

export interface KeptDay extends Revision {
  hallId: string;
}

export interface FilesTools {
  data: string;
  snapshots: Snapshots;
  printer: Pick<Printer, 'print' | 'prints'>;
  /** The files of a new revision could not be made. */
  failed: (error: Error) => void;
}

/** An id of dots alone names no folder. */
const folderOf = (hallId: string) => (/^\.+$/.test(hallId) ? hallId.replaceAll('.', '%2E') : hallId);

export function fileName({ hallId, date, revision }: KeptDay, format: Format): string {
  return `${folderOf(hallId)}_kpi_${date}_r${revision}.${format}`;
}

export class DayFiles {
  private readonly exports: string;
  private last: Promise<unknown> = Promise.resolve();
  private keeping: Promise<void> = Promise.resolve();
  private closed = false;

  private readonly snapshots: Snapshots;
  private readonly printer: Pick<Printer, 'print' | 'prints'>;
  private readonly failed: (error: Error) => void;

  constructor({ data, snapshots, printer, failed }: FilesTools) {
    this.exports = join(data, 'exports');
    this.snapshots = snapshots;
    this.printer = printer;
    this.failed = failed;
  }

  /**
   * Begins to make the files of new revisions. A PDF only of the newest, for a browser takes its time; whatever is not made now
   * is made when it is asked for.
   */
  keep(hallId: string, days: readonly Revision[]): void {
    this.keeping = this.keeping.then(() => this.keepAll(hallId, days)).catch(this.failed);
  }

  /** Fulfils when all that was begun is made. */
  kept(): Promise<void> {
    return this.keeping;
  }

  /** Ends with the file in hand. */
  async close(): Promise<void> {
    this.closed = true;
    await this.keeping;
  }

  private async keepAll(hallId: string, days: readonly Revision[]): Promise<void> {
    for (const day of days) if (!this.closed) await this.inTurn(() => this.write({ hallId, ...day }, ['csv', 'xlsx']));
    const newest = days.at(-1);
    if (newest && !this.closed && (await this.printer.prints())) await this.path({ hallId, ...newest }, 'pdf');
  }

  /** Where the file of a day's revision lies, made now when it was not yet. */
  async path(day: KeptDay, format: Exclude<Format, 'json'>): Promise<string> {
    await this.inTurn(() => (format === 'pdf' ? this.print(day) : this.write(day, [format])));
    return this.pathOf(day, format);
  }

  /** Several days in one file, open to be read; nobody else can reach it, and it is gone once closed. */
  async range(hallId: string, days: readonly Revision[], format: Written): Promise<FileHandle> {
    const path = join(this.exports, `.${randomUUID()}`);
    await mkdir(this.exports, { recursive: true, mode: 0o700 });
    try {
      await this.inTurn(() => writeFiles([{ format, path, next: this.texts(hallId, days) }]));
      return await open(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  private pathOf(day: KeptDay, format: Format): string {
    return join(this.exports, folderOf(day.hallId), day.date, fileName(day, format));
  }

  private async write(day: KeptDay, formats: readonly Exclude<Written, 'json'>[]): Promise<void> {
    const missing = formats.filter((format) => !isKept(this.pathOf(day, format)));
    if (missing.length === 0) return;
    await mkdir(dirname(this.pathOf(day, 'json')), { recursive: true, mode: 0o700 });
    const hashes = await writeFiles(missing.map((format) => ({ format, path: partOf(this.pathOf(day, format)), next: this.texts(day.hallId, [day]) })));
    for (const [index, format] of missing.entries()) await keepPart(this.pathOf(day, format), hashes[index]!);
  }

  private async print(day: KeptDay): Promise<void> {
    const path = this.pathOf(day, 'pdf');
    if (isKept(path)) return;
    const bytes = await this.printer.print(`/report/${day.hallId}?day=${day.date}&print=1`);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(partOf(path), bytes, { mode: 0o600 });
    await keepPart(path, createHash('sha256').update(bytes).digest('hex'));
  }

  /** The snapshots' texts one after the other, the earliest first. */
  private texts(hallId: string, days: readonly Revision[]): () => Promise<string | null> {
    const left = [...days].sort((a, b) => (a.date < b.date ? 1 : -1));
    return async () => {
      const day = left.pop();
      return day ? this.snapshots.text(hallId, day.date, day.revision) : null;
    };
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work);
    this.last = turn.catch(() => undefined);
    return turn;
  }
}

/** The hash comes last: a file that has one is whole. */
const isKept = (path: string) => existsSync(`${path}.sha256`);
const partOf = (path: string) => `${path}.part`;

async function keepPart(path: string, sha256: string): Promise<void> {
  await rename(partOf(path), path);
  await writeFile(`${path}.sha256`, `${sha256}  ${basename(path)}\n`, { mode: 0o600 });
}
