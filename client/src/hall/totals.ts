import type { Figures } from '../../../shared/rows/figures.js';
import type { Rows } from '../../../shared/rows/rows.js';
import type { QuarterPoint } from './curve';
import type { Queue } from './queues';

/** The hall as it stands now. */
export interface Totals {
  counters: number;
  inUse: number;
  serving: number;
  waiting: number;
}

export function totalsOf(counters: Rows['counters'], services: Rows['services']): Totals {
  const states = Object.values(counters).map((row) => row.state);
  return {
    counters: states.length,
    inUse: states.filter((state) => state !== 'closed').length,
    serving: states.filter((state) => state === 'serving' || state === 'calling').length,
    waiting: Object.values(services).reduce((sum, row) => sum + row.waiting, 0),
  };
}

/** Today's figures of the hall; null before the first. */
export function hallFigures(figures: Rows['figures']): Figures | null {
  const row = figures['hall'];
  return row && 'tickets' in row ? row : null;
}

/** What can be said of a hall of boards: nobody's wait is known there, only lengths. */
export interface BoardTotals {
  waiting: number;
  queues: number;
  busy: number;
  openCounters: number;
  longest: { name: string; waiting: number } | null;
  peak: { waiting: number; startAt: number } | null;
}

export function boardTotals(queues: readonly Queue[], quarters: readonly QuarterPoint[]): BoardTotals {
  const longest = queues.reduce<Queue | null>((best, queue) => (queue.waiting > (best?.waiting ?? 0) ? queue : best), null);
  const peak = quarters.reduce<QuarterPoint | null>((best, point) => ((point.waiting ?? 0) > (best?.waiting ?? 0) ? point : best), null);
  return {
    waiting: queues.reduce((sum, queue) => sum + queue.waiting, 0),
    queues: queues.length,
    busy: queues.filter((queue) => queue.waiting > 0).length,
    openCounters: queues.reduce((sum, queue) => sum + queue.openCounters, 0),
    longest: longest && { name: longest.name, waiting: longest.waiting },
    peak: peak && { waiting: peak.waiting ?? 0, startAt: peak.startAt },
  };
}
