/** The real journal in a folder of its own, its thread on a clock set by hand, and posts as intake makes them. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Link, Post } from './journal.js';
import { linksOfLines } from './links-of-lines.js';
import { SqliteJournal } from './sqlite-journal.js';

export const NOW = Date.UTC(2026, 10, 23, 1, 30);

export class Kept {
  readonly clock = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT)).fill(NOW);
  private open: SqliteJournal | null = null;

  private constructor(readonly data: string) {}

  static async make(): Promise<Kept> {
    const kept = new Kept(await mkdtemp(join(tmpdir(), 'hallboard-journal-')));
    await kept.reopen();
    return kept;
  }

  get file(): string {
    return join(this.data, 'journal.sqlite');
  }

  get journal(): SqliteJournal {
    return this.open!;
  }

  /** As after a restart of the server. */
  async reopen(): Promise<SqliteJournal> {
    await this.close();
    this.open = await SqliteJournal.open({ data: this.data, clock: this.clock.buffer, failed: () => undefined });
    return this.open;
  }

  async close(): Promise<void> {
    await this.open?.close();
    this.open = null;
  }

  async clear(): Promise<void> {
    await this.close();
    await rm(this.data, { recursive: true });
  }

  /** Every link of a hall, read page by page. */
  async links(hallId: string): Promise<Link[]> {
    const links: Link[] = [];
    for (let next = 1; ; ) {
      const page = await this.journal.links(hallId, next);
      if (page.length === 0) return links;
      links.push(...page);
      next = page.at(-1)!.firstSeq + page.at(-1)!.count;
    }
  }
}

export type Text = { source: string; id: string; type: string } & Record<string, unknown>;

export function text(id: string, more: Record<string, unknown> = {}): Text {
  return { specversion: '1.0', id, source: '/kiosk/1', type: 'hall.opened', data: {}, ...more };
}

export function post(hallId: string, ...events: Text[]): Post {
  return postOfTexts(hallId, events, events.map((event) => JSON.stringify(event)));
}

/** The same events, written as `texts` write them. */
export function postOfTexts(hallId: string, events: Text[], texts: string[]): Post {
  const corrections = events.flatMap(({ type, data }, index) => (type === 'event.corrected' ? [{ index, ...(data as { source: string; id: string }) }] : []));
  return {
    hallId,
    body: new Uint8Array(Buffer.from(`[${texts.join(',')}]`)),
    ids: events.map(({ id }) => id),
    sources: events.map(({ source }) => source),
    ...(corrections.length > 0 ? { corrections } : {}),
  };
}

/** The links of a hall's chain in what the journal route gave. */
export function linksOf(ndjson: string): Link[] {
  return [...linksOfLines(ndjson.split('\n'))];
}
