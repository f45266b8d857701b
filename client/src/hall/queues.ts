import type { Rows, ServiceRow } from '../../../shared/rows/rows.js';
import { CALM, type Standing } from './counter-alerts';
import { natural } from './natural';
import type { Severity } from './severity';

/** A queue as the wall tells it; its wait is that of the person who has waited longest. */
export interface Queue {
  id: string;
  name: string;
  waiting: number;
  waitMs: number | null;
  limitMs: number | null;
  severity: Severity;
  openCounters: number;
  lastNumber: string | null;
  observed: boolean;
  /** A feed behind it no longer speaks: its figures are not to be trusted. */
  stale: boolean;
}

/** What else is known of the queues: the alerts that stand, by service, and the sources that do not speak. */
export interface AroundQueues {
  standings: ReadonlyMap<string, Standing>;
  deadSources: ReadonlySet<string>;
}
const NOTHING_ELSE: AroundQueues = { standings: new Map(), deadSources: new Set() };

/** Every queue, always in the same order. */
export function queuesOf(services: Rows['services'], now: number | null, { standings, deadSources } = NOTHING_ELSE): Queue[] {
  return Object.keys(services).sort(natural).map((id) => {
    const row = services[id] as ServiceRow;
    return {
      id,
      name: row.name,
      waiting: row.waiting,
      waitMs: waitOf(row, now),
      limitMs: row.waitLimitMs,
      severity: (standings.get(id) ?? CALM).severity,
      openCounters: row.openCounters,
      lastNumber: row.lastNumber,
      observed: row.observed,
      stale: row.sourceIds.some((source) => deadSources.has(source)),
    };
  });
}

function waitOf(row: ServiceRow, now: number | null): number | null {
  if (row.oldestIssuedAt === null || now === null) return null;
  return Math.max(0, now - row.oldestIssuedAt);
}

/** The queue whose oldest ticket has waited longest, if anyone waits. */
export function longestWait(queues: readonly Queue[]): Queue | null {
  let longest: Queue | null = null;
  for (const queue of queues) if (queue.waitMs !== null && queue.waitMs > (longest?.waitMs ?? -1)) longest = queue;
  return longest;
}

export interface Waiting {
  waiting: number;
  /** 0 where nobody waits, null where it is not known since when. */
  waitMs: number | null;
  stale: boolean;
}

/** Of some queues together: how many wait and how long the first of them has; null where there is no queue at all. */
export function waitAt(serviceIds: Iterable<string>, queues: ReadonlyMap<string, Queue>): Waiting | null {
  const found = [...serviceIds].flatMap((id) => queues.get(id) ?? []);
  if (found.length === 0) return null;
  const waiting = found.reduce((sum, queue) => sum + queue.waiting, 0);
  return { waiting, waitMs: waiting === 0 ? 0 : (longestWait(found)?.waitMs ?? null), stale: found.some((queue) => queue.stale) };
}

/** A hall that only publishes boards: queues are read off a display and no counter is known. */
export function isObserved(services: Rows['services'], counters: Rows['counters']): boolean {
  const rows = Object.values(services);
  return rows.length > 0 && Object.keys(counters).length === 0 && rows.every((row) => row.observed);
}

/** The limits that queues of the hall promise, each once, the strictest first. */
export function limitsOf(services: Rows['services']): number[] {
  const limits = Object.values(services).flatMap((row) => row.waitLimitMs ?? []);
  return [...new Set(limits)].sort((a, b) => a - b);
}
