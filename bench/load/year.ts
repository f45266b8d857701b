import { join } from 'node:path';
import BetterSqlite from 'better-sqlite3';
import canonicalize from 'canonicalize';
import type { Daily } from '../../shared/rows/daily.js';
import type { Figures, Spread } from '../../shared/rows/figures.js';
import { figuresOf } from '../../server/domain/kpi/figures.js';
import { newTally } from '../../server/domain/kpi/tally.js';

const DAY_MS = 86_400_000;
const nobody = { now: 0, carriedIn: 0, waiting: 0, called: 0, serving: 0, parked: 0, overdue: 0, targetMs: 1_200_000, openMs: 2.7e7, pausedMs: 0, busyMs: 2e7 };
const empty = figuresOf(newTally(), nobody);

/** Of a number of its own each: as long when written as real ones are. */
function figures(issued: number): Figures {
  const spread = (base: number): Spread => ({ count: issued, mean: base / 3, p50: base / 7, p90: base / 1.1, p95: base / 1.05, max: base });
  const share = 1 - 1 / (issued + 2);
  return {
    ...empty,
    tickets: { ...empty.tickets, issued, called: issued - 3, served: issued - 5, abandoned: 3 },
    waitMs: spread(issued * 11_003), waitToServiceMs: spread(issued * 12_007), walkMs: spread(issued * 307), serviceMs: spread(issued * 9001), abandonMs: spread(issued * 7001),
    serviceLevel: { ...empty.serviceLevel, within: issued - 7, of: issued, share },
    abandonmentRate: share / 19, noShowRate: share / 23,
    rating: { ...empty.rating, given: issued, mean: 5 - share, satisfiedShare: share, badShare: 1 - share, ratedShare: share / 2 },
  };
}

const groups = (count: number, prefix: string, seed: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`${prefix}${String(n + 1).padStart(2, '0')}`, figures(40 + ((n * 7 + seed) % 60))]));

/** A day of a hall of 36 counters. */
function dayOf(hallId: string, date: string, seed: number): Daily {
  const honest = { count: 1500 + seed, censored: 40, p50: 300_000 + seed, p90: 900_000 + seed };
  const services = groups(9, 'S', seed);
  return {
    hallId, hallName: 'Bench', date, timezone: 'Asia/Shanghai', startAt: `${date}T00:00:00+08:00`, endAt: `${date}T24:00:00+08:00`,
    revision: 1, kpiVersion: 1, standardVersion: 1, journal: { firstSeq: 1, lastSeq: 9000, events: 9000, sha256: 'a'.repeat(64) },
    hall: figures(1500 + (seed % 100)), services, counters: groups(36, 'C', seed), staff: groups(40, 'P', seed), zones: groups(6, 'Z', seed), hours: groups(24, '', seed),
    honestWait: { hall: honest, services: Object.fromEntries(Object.keys(services).map((id) => [id, honest])) },
    alerts: { raised: 12, byClause: { wait: 9, paused: 3 }, acknowledgedMsMean: 61_000.5, resolvedMsMean: 300_000.25 }, quality: { late: 3, outOfOrder: 2 },
    names: { services: {}, counters: {} }, changes: [], because: [], previous: null, sha256: 'b'.repeat(64),
  };
}

/** Puts so many days into the data folder of a server that is stopped, and tells the first and the last. */
export function fillDays(data: string, hallId: string, count: number): { from: string; to: string } {
  const database = new BetterSqlite(join(data, 'daily.sqlite'));
  const add = database.prepare('INSERT INTO daily (hallId, date, revision, sha256, issued, served, raised, madeAt, text) VALUES (?, ?, 1, ?, 0, 0, 0, 0, ?)');
  const dates = Array.from({ length: count }, (_, n) => new Date(Date.UTC(2025, 0, 1) + n * DAY_MS).toISOString().slice(0, 10));
  database.transaction(() => {
    for (const [n, date] of dates.entries()) add.run(hallId, date, 'b'.repeat(64), canonicalize(dayOf(hallId, date, n)));
  })();
  database.close();
  return { from: dates[0]!, to: dates.at(-1)! };
}
