/** A day's snapshot with every table filled, for whoever writes or serves files of it. */
import type { Daily } from '../../shared/rows/daily.js';
import type { Figures, Spread } from '../../shared/rows/figures.js';
import { figuresOf } from '../domain/kpi/figures.js';
import { newTally } from '../domain/kpi/tally.js';

const spread = (p90: number): Spread => ({ count: 10, mean: 60_000.5, p50: 55_000, p90, p95: p90 + 1, max: p90 + 2 });
const nothing = { now: 0, carriedIn: 0, waiting: 0, called: 0, serving: 0, parked: 0, overdue: 0, targetMs: 1_200_000, openMs: 0, pausedMs: 0, busyMs: 0 };

export function figures(issued: number): Figures {
  const empty = figuresOf(newTally(), nothing);
  return {
    ...empty,
    tickets: { ...empty.tickets, issued, called: issued, served: issued },
    waitMs: spread(issued * 1000),
    serviceLevel: { ...empty.serviceLevel, within: issued - 1, of: issued, share: (issued - 1) / issued },
  };
}

export function someDay(given: Partial<Daily> = {}): Daily {
  const honest = { count: 12, censored: 2, p50: 60_000, p90: null };
  return {
    hallId: 'h1', hallName: '市政务服务中心', date: '2026-11-23', timezone: 'Asia/Shanghai', startAt: '2026-11-23T00:00:00+08:00', endAt: '2026-11-24T00:00:00+08:00',
    revision: 1, kpiVersion: 1, standardVersion: 2, journal: { firstSeq: 1, lastSeq: 99, events: 99, sha256: 'a'.repeat(64) },
    hall: figures(40), services: { SB: figures(25), ZH: figures(15) }, counters: { A01: figures(40) }, staff: { 'S-A01': figures(40) }, zones: { A区: figures(40) },
    hours: { '10': figures(22), '09': figures(18) }, honestWait: { hall: honest, services: { SB: honest } },
    cases: { opened: { complaint: 2 }, steps: { reply: 1 } }, alerts: { raised: 3, byClause: { wait: 3 }, acknowledgedMsMean: 90_000, resolvedMsMean: null }, quality: { late: 2 },
    names: { services: { SB: '社保医保', ZH: '综合受理' }, counters: { A01: 'A01 窗口' } },
    changes: [], because: [], previous: null, sha256: 'b'.repeat(64),
    ...given,
  };
}
