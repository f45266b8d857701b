/**
 * The files of days: made once for each revision, beside its snapshot and with their hash, and given from there. One is made at
 * a time, in a thread, so that an export takes little memory and never holds up the feed.
 */
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, rename, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Format, Written } from './formats.js';
import type { Printer } from './printer.js';
import { writeFileOf } from './write-file.js';

/** Where the snapshots are: the newest revision of each day of a range, and the text of one. */
export interface Snapshots {
  list(hallId: string, range: { from: string; to: string }): Promise<{ date: string; revision: number }[]>;
  text(hallId: string, date: string, revision?: number): Promise<string | null>;
}

export interface KeptDay {
  hallId: string;
  date: string;
  revision: number;
}

/** An id of dots alone names no folder. */
const folderOf = (hallId: string) => (/^\.+$/.test(hallId) ? hallId.replaceAll('.', '%2E') : hallId);

export function fileName({ hallId, date, revision }: KeptDay, format: Format): string {
  return `${folderOf(hallId)}_kpi_${date}_r${revision}.${format}`;
}

export class DayFiles {
  private readonly exports: string;
  private last: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    data: string,
    private readonly snapshots: Snapshots,
    private readonly printer: Pick<Printer, 'print' | 'prints'>,
  ) {
    this.exports = join(data, 'exports');
  }

  /**
   * Makes the files of new revisions. A PDF only of the newest, for a browser takes its time; whatever is not made now is made
   * when it is asked for.
   */
  async keep(hallId: string, days: readonly { date: string; revision: number }[]): Promise<void> {
    for (const day of days) {
      for (const format of ['csv', 'xlsx'] as const) if (!this.closed) await this.path({ hallId, ...day }, format);
    }
    const newest = days.at(-1);
    if (newest && !this.closed && (await this.printer.prints())) await this.path({ hallId, ...newest }, 'pdf');
  }

  close(): void {
    this.closed = true;
  }

  /** Where the file of a day's revision lies, made now when it was not yet. */
  async path(day: KeptDay, format: Exclude<Format, 'json'>): Promise<string> {
    const path = join(this.exports, folderOf(day.hallId), day.date, fileName(day, format));
    await this.inTurn(async () => {
      if (!existsSync(`${path}.sha256`)) await this.make(path, day, format);
    });
    return path;
  }

  /** Several days in one file, open to be read; nobody else can reach it, and it is gone once closed. */
  async range(hallId: string, days: readonly { date: string; revision: number }[], format: Written): Promise<FileHandle> {
    const path = join(this.exports, `.${randomUUID()}`);
    await mkdir(this.exports, { recursive: true, mode: 0o700 });
    try {
      await this.inTurn(() => writeFileOf({ format, path }, this.texts(hallId, days)));
      return await open(path);
    } finally {
      await rm(path, { force: true });
    }
  }

  private async make(path: string, day: KeptDay, format: Exclude<Format, 'json'>): Promise<void> {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const part = `${path}.part`;
    const sha256 = format === 'pdf' ? await this.print(part, day) : await writeFileOf({ format, path: part }, this.texts(day.hallId, [day]));
    await rename(part, path);
    await writeFile(`${path}.sha256`, `${sha256}  ${fileName(day, format)}\n`, { mode: 0o600 });
  }

  private async print(path: string, { hallId, date }: KeptDay): Promise<string> {
    const bytes = await this.printer.print(hallId, date);
    await writeFile(path, bytes, { mode: 0o600 });
    return createHash('sha256').update(bytes).digest('hex');
  }

  /** The snapshots' texts one after the other, the earliest first. */
  private texts(hallId: string, days: readonly { date: string; revision: number }[]): () => Promise<string | null> {
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
