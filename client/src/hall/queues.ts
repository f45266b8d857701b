import type { Rows, ServiceRow } from '../../../shared/rows/rows.js';
import { natural } from './natural';
import { severityOf, worseOf, type Severity } from './severity';

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
}

export function queueOf(id: string, row: ServiceRow, now: number | null): Queue {
  const waitMs = waitOf(row, now);
  return {
    id,
    name: row.name,
    waiting: row.waiting,
    waitMs,
    limitMs: row.waitLimitMs,
    severity: severityOf(waitMs, row.waitLimitMs),
    openCounters: row.openCounters,
    lastNumber: row.lastNumber,
    observed: row.observed,
  };
}

function waitOf(row: ServiceRow, now: number | null): number | null {
  if (row.oldestIssuedAt === null || now === null) return null;
  return Math.max(0, now - row.oldestIssuedAt);
}

/** Every queue, always in the same order. */
export function queuesOf(services: Rows['services'], now: number | null): Queue[] {
  const ids = Object.keys(services).sort(natural);
  return ids.map((id) => queueOf(id, services[id] as ServiceRow, now));
}

/** The queue whose oldest ticket has waited longest, if anyone waits. */
export function longestWait(queues: readonly Queue[]): Queue | null {
  let longest: Queue | null = null;
  for (const queue of queues) if (queue.waitMs !== null && queue.waitMs > (longest?.waitMs ?? -1)) longest = queue;
  return longest;
}

/** Of the queues a counter serves: the longest wait, how many wait, and how bad the worst is. */
export function waitAt(serviceIds: readonly string[], queues: ReadonlyMap<string, Queue>): { waitMs: number | null; waiting: number; severity: Severity } {
  let [waitMs, waiting, severity]: [number | null, number, Severity] = [null, 0, 'none'];
  for (const id of serviceIds) {
    const queue = queues.get(id);
    if (!queue) continue;
    waiting += queue.waiting;
    severity = worseOf(severity, queue.severity);
    if (queue.waitMs !== null && queue.waitMs > (waitMs ?? -1)) waitMs = queue.waitMs;
  }
  return { waitMs, waiting, severity };
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
