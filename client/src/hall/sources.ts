import type { Rows, SourceRow } from '../../../shared/rows/rows.js';
import { natural } from './natural';

export interface Source {
  id: string;
  name: string;
  kind: SourceRow['kind'];
  state: SourceRow['state'];
  /** Since its last word, in whole seconds of the hall's clock; null before the clock is known. */
  silentSeconds: number | null;
}

const DEVICE = 'device:';

export function sourcesOf(sources: Rows['sources'], now: number | null): Source[] {
  return Object.keys(sources)
    .sort(natural)
    .map((id) => {
      const row = sources[id] as SourceRow;
      const name = id.startsWith(DEVICE) ? id.slice(DEVICE.length) : id;
      const silentSeconds = now === null ? null : Math.max(0, Math.floor((now - row.lastHeardAt) / 1000));
      return { id, name, kind: row.kind, state: row.state, silentSeconds };
    });
}

/** Counters whose own device, named like them, is silent or broken: what their tile says can no longer be trusted. */
export function staleCounters(sources: readonly Source[]): Set<string> {
  return new Set(sources.filter((source) => source.kind === 'device' && source.state !== 'live').map((source) => source.name));
}

/**
 * How long the whole hall has been without data, in seconds, or null while any feed still speaks. A closed hall is quiet by
 * right.
 */
export function hallSilence(sources: readonly Source[], hallOpen: boolean): number | null {
  const feeds = sources.filter((source) => source.kind === 'feed');
  if (!hallOpen || feeds.length === 0 || feeds.some((source) => source.state === 'live')) return null;
  return Math.min(...feeds.map((source) => source.silentSeconds ?? 0));
}
