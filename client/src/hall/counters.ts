import type { CounterRow } from '../../../shared/rows/rows.js';
import { minutes, UNKNOWN } from './format';
import { waitAt, type Queue } from './queues';
import type { Severity } from './severity';

/** What a counter's tile says. Only strings and flags: the tile paints again when one of them differs. */
export interface CounterTile {
  label: string;
  state: CounterRow['state'];
  ticket: string;
  minutes: string;
  waiting: number;
  wait: string;
  severity: Severity;
  stale: boolean;
}

/** What stands for a counter whose row has just gone. */
const GONE: CounterTile = { label: UNKNOWN, state: 'closed', ticket: '', minutes: UNKNOWN, waiting: 0, wait: UNKNOWN, severity: 'none', stale: false };

export interface Around {
  now: number | null;
  queues: ReadonlyMap<string, Queue>;
  staleIds: ReadonlySet<string>;
}

/** A closed counter owes nobody anything: its queue's severity belongs to the counters that are in use. */
export function counterTile(id: string, row: CounterRow | undefined, around: Around): CounterTile {
  if (!row) return GONE;
  const { now, queues, staleIds } = around;
  const queue = waitAt(row.serviceIds, queues);
  const stale = staleIds.has(id);
  const inUse = row.state !== 'closed';
  const sinceMs = inUse && now !== null && row.stateAt !== null ? now - row.stateAt : null;
  return {
    label: row.name,
    state: row.state,
    ticket: row.ticketNumber ?? '',
    minutes: stale ? UNKNOWN : minutes(sinceMs),
    waiting: queue.waiting,
    wait: minutes(queue.waitMs),
    severity: inUse && !stale ? queue.severity : 'none',
    stale,
  };
}

/** What stands on a tile too small for names: the tail of the id that tells it from its neighbours, such as 07 of A07. */
export function shortLabels(ids: readonly string[]): string[] {
  if (ids.length < 2) return ids.map((id) => id.slice(-3));
  const shared = sharedPrefix(ids);
  return ids.map((id) => id.slice(shared).slice(-3) || id.slice(-3));
}

/** The length of what all ids begin with, not cutting into a number. */
function sharedPrefix(ids: readonly string[]): number {
  const first = ids[0] as string;
  let length = 0;
  while (length < first.length && ids.every((id) => id[length] === first[length])) length++;
  while (length > 0 && /\d/.test(first[length - 1] as string)) length--;
  return length;
}
