import type { CounterRow } from '../../../shared/rows/rows.js';
import { CALM, type Standing } from './counter-alerts';
import { minutes, UNKNOWN } from './format';
import { waitAt, type Queue, type Waiting } from './queues';
import type { Severity } from './severity';

/** What a counter's tile says. Only strings, numbers and flags: the tile paints again when one of them differs. */
export interface CounterTile {
  name: string;
  /** The first service it gives, and how many more. */
  service: string;
  moreServices: number;
  state: CounterRow['state'];
  ticket: string;
  staff: string;
  /** The longest wait of its queues in minutes; nothing where it is closed or nobody said what it serves, a dash where the wait is not known. */
  wait: string;
  waiting: number | null;
  rating: string;
  severity: Severity;
  held: boolean;
  owner: string;
  stale: boolean;
  inverted: boolean;
}

/** What stands for a counter whose row has just gone. */
const GONE: CounterTile = {
  name: UNKNOWN, service: '', moreServices: 0, state: 'closed', ticket: '', staff: '', wait: '', waiting: null, rating: '',
  severity: 'none', held: false, owner: '', stale: false, inverted: false,
};

export interface Around {
  queues: ReadonlyMap<string, Queue>;
  standings: ReadonlyMap<string, Standing>;
  staleIds: ReadonlySet<string>;
  inverted: ReadonlySet<string>;
}

export function counterTile(id: string, row: CounterRow | undefined, around: Around): CounterTile {
  if (!row) return GONE;
  const { queues, standings, staleIds, inverted } = around;
  const queue = waitAt(row.serviceIds, queues);
  const { severity, held, owner } = standings.get(id) ?? CALM;
  const stale = staleIds.has(id) || (queue?.stale ?? false);
  return {
    name: row.name,
    service: queues.get(row.serviceIds[0] ?? '')?.name ?? '',
    moreServices: Math.max(0, row.serviceIds.length - 1),
    state: row.state,
    ticket: stale ? '' : (row.ticketNumber ?? ''),
    staff: row.staffId ?? '',
    ...waitOf(row, stale ? null : queue, stale),
    rating: row.ratingMean === null || stale ? '' : row.ratingMean.toFixed(1),
    severity,
    held,
    owner,
    stale,
    inverted: inverted.has(id),
  };
}

/** Whoever is closed, or of whom nobody said what it serves, has no wait to tell. */
function waitOf({ state, serviceIds }: CounterRow, queue: Waiting | null, stale: boolean): Pick<CounterTile, 'wait' | 'waiting'> {
  const serves = state !== 'closed' && serviceIds.length > 0;
  if (serves && queue) return { wait: minutes(queue.waitMs), waiting: queue.waiting };
  return { wait: serves || stale ? UNKNOWN : '', waiting: null };
}

/** What a zone's ids begin with, and what is left to tell each from its neighbours: A, and 07 of A07. */
export function shortLabels(ids: readonly string[]): { prefix: string; tails: string[] } {
  const shared = ids.length < 2 ? 0 : sharedPrefix(ids);
  return { prefix: ids[0]?.slice(0, shared) ?? '', tails: ids.map((id) => id.slice(shared).slice(-3) || id.slice(-3)) };
}

/** The length of what all ids begin with, not cutting into a number. */
function sharedPrefix(ids: readonly string[]): number {
  const first = ids[0] as string;
  let length = 0;
  while (length < first.length && ids.every((id) => id[length] === first[length])) length++;
  while (length > 0 && /\d/.test(first[length - 1] as string)) length--;
  return length;
}
