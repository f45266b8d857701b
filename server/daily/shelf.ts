/** Where the worker keeps what it makes: revisions, each hall's index of days, and what days left to the next. */
import { gunzipSync, gzipSync } from 'node:zlib';
import BetterSqlite, { type Database } from 'better-sqlite3';
import type { Carried } from '../domain/daily/day-book.js';
import type { Daily } from '../../shared/rows/daily.js';
import { newIndex, type DayIndex } from './day-index.js';

/** So many of the newest are kept, and the first of each month: from the nearest an older day is told anew. */
const CARRIED_KEPT = 8;

export class Shelf {
  private readonly db: Database;

  constructor(file: string) {
    this.db = new BetterSqlite(file, { timeout: 5000 });
    this.db.pragma('synchronous = FULL');
  }

  index(hallId: string): DayIndex {
    const row = this.db.prepare('SELECT text FROM days WHERE hallId = ?').pluck().get(hallId) as string | undefined;
    return row === undefined ? newIndex() : (JSON.parse(row) as DayIndex);
  }

  saveIndex(hallId: string, index: DayIndex): void {
    this.db.prepare('INSERT OR REPLACE INTO days (hallId, text) VALUES (?, ?)').run(hallId, JSON.stringify(index));
  }

  /** The newest revision of a day. */
  newest(hallId: string, date: string): Daily | null {
    const text = this.db.prepare('SELECT text FROM daily WHERE hallId = ? AND date = ? ORDER BY revision DESC LIMIT 1').pluck().get(hallId, date) as string | undefined;
    return text === undefined ? null : (JSON.parse(text) as Daily);
  }

  /** The hash of the newest revision of the last day before. */
  hashBefore(hallId: string, date: string): string | null {
    const hash = this.db.prepare('SELECT sha256 FROM daily WHERE hallId = ? AND date < ? ORDER BY date DESC, revision DESC LIMIT 1').pluck().get(hallId, date);
    return (hash as string | undefined) ?? null;
  }

  add(daily: Daily, text: string, madeAt: number): void {
    const { hallId, date, revision, sha256, hall, alerts } = daily;
    this.db.prepare('INSERT OR REPLACE INTO daily (hallId, date, revision, sha256, issued, served, raised, madeAt, text) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
      .run(hallId, date, revision, sha256, hall.tickets.issued, hall.tickets.served, alerts.raised, madeAt, text);
  }

  /** What the last day before this one left that is still known, and which day that was. */
  leftBefore(hallId: string, date: string): { date: string; carried: Carried } | null {
    const row = this.db.prepare('SELECT date, state FROM carried WHERE hallId = ? AND date < ? ORDER BY date DESC LIMIT 1').get(hallId, date) as { date: string; state: Buffer } | undefined;
    return row ? { date: row.date, carried: JSON.parse(gunzipSync(row.state).toString()) as Carried } : null;
  }

  saveLeft(hallId: string, date: string, carried: Carried): void {
    this.db.prepare('INSERT OR REPLACE INTO carried (hallId, date, state) VALUES (?, ?, ?)').run(hallId, date, gzipSync(JSON.stringify(carried)));
    this.db.prepare(`DELETE FROM carried WHERE hallId = ? AND date NOT LIKE '%-01'
      AND date NOT IN (SELECT date FROM carried WHERE hallId = ? ORDER BY date DESC LIMIT ?)`).run(hallId, hallId, CARRIED_KEPT);
  }

  close(): void {
    this.db.close();
  }
}
