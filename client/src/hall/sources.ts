import type { Rows, SourceRow } from '../../../shared/rows/rows.js';
import { natural } from './natural';

export interface Source {
  id: string;
  name: string;
  kind: SourceRow['kind'];
  state: SourceRow['state'];
  /** Since its last word, in whole seconds of the hall's clock; null before the clock is known. */
  silentSeconds: number | null;
  /** It beats, is not given up yet, and its next word is overdue. */
  late: boolean;
  /** How far its own clock is ahead of the hall's, in ms, behind it where negative; 0 where that is nothing to see to. */
  offMs: number;
}

const DEVICE = 'device:';
/** [N2] A source that sends no heartbeat is given so long and owes no word before. */
const NO_BEAT_MS = 15 * 60_000;
/** [D5] Further ahead it is not believed; further behind is no delay of the wire. */
const [AHEAD_MS, BEHIND_MS] = [5_000, 300_000];

export function sourcesOf(sources: Rows['sources'], now: number | null): Source[] {
  return Object.keys(sources)
    .sort(natural)
    .map((id) => {
      const row = sources[id] as SourceRow;
      const name = id.startsWith(DEVICE) ? id.slice(DEVICE.length) : id;
      const silentMs = now === null ? null : Math.max(0, now - row.lastHeardAt);
      const silentSeconds = silentMs === null ? null : Math.floor(silentMs / 1000);
      return { id, name, kind: row.kind, state: row.state, silentSeconds, late: isLate(row, silentMs ?? 0), offMs: offBy(row.lagMs ?? 0) };
    });
}

function offBy(lagMs: number): number {
  return lagMs < -AHEAD_MS || lagMs > BEHIND_MS ? -lagMs : 0;
}

/** It stands as silent after three missed beats (N3): a beat and a half without a word is worth saying before. */
function isLate({ state, silentAfterMs }: SourceRow, silentMs: number): boolean {
  return state === 'live' && silentAfterMs < NO_BEAT_MS && silentMs > silentAfterMs / 2;
}

/** Ids of those whose word no longer holds. */
export function deadSources(sources: readonly Source[]): Set<string> {
  return new Set(sources.filter((source) => source.state !== 'live').map((source) => source.id));
}

/** Counters of which nobody can tell any more: their own device, named like them, or the feed that last spoke of them is dead. */
export function staleCounters(sources: readonly Source[], counters: Rows['counters']): Set<string> {
  const dead = deadSources(sources);
  if (dead.size === 0) return dead;
  return new Set(Object.keys(counters).filter((id) => dead.has(DEVICE + id) || dead.has(counters[id]?.sourceId ?? '')));
}

/** How many dead sources a figure over all counters, or over all queues, would mix in: one is enough to make it untrue. */
export interface Missing {
  counters: number;
  queues: number;
}

export function missingSources(sources: readonly Source[], { counters, services }: Pick<Rows, 'counters' | 'services'>): Missing {
  const ofCounters = new Set(Object.entries(counters).flatMap(([id, row]) => [DEVICE + id, row.sourceId]));
  const ofQueues = new Set(Object.values(services).flatMap((row) => row.sourceIds));
  const dead = [...deadSources(sources)];
  return { counters: dead.filter((id) => ofCounters.has(id)).length, queues: dead.filter((id) => ofQueues.has(id)).length };
}

/** How long the whole hall has been without data, in seconds, or null while any feed still speaks. */
export function hallSilence(sources: readonly Source[]): number | null {
  const feeds = sources.filter((source) => source.kind === 'feed');
  if (feeds.length === 0 || feeds.some((source) => source.state === 'live')) return null;
  return Math.min(...feeds.map((source) => source.silentSeconds ?? 0));
}

/** How long the latest of the feeds that still count as live has kept the hall waiting, in seconds; null while all speak in time. */
export function hallDelay(sources: readonly Source[]): number | null {
  const late = sources.filter((source) => source.kind === 'feed' && source.late);
  return late.length === 0 ? null : Math.max(...late.map((source) => source.silentSeconds ?? 0));
}
