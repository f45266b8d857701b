import type { Rows } from '../../../shared/rows/rows.js';
import { CALM, worse } from './counter-alerts';
import type { Around } from './counters';
import { minutes, UNKNOWN } from './format';
import { natural } from './natural';
import { waitAt } from './queues';
import type { Severity } from './severity';

/** A zone of the hall and the counters in it, in their places. */
export interface Zone {
  name: string;
  ids: string[];
}

/**
 * The place of every counter in the field: by id within its zone, zones by their first counter, those without a zone last;
 * never by anything that changes during the day, for people find a counter by where it stands.
 */
export function zonesOf(counters: Rows['counters']): Zone[] {
  const zones = new Map<string, Zone>();
  for (const id of Object.keys(counters).sort(natural)) {
    const name = counters[id]?.zone ?? '';
    const zone = zones.get(name) ?? { name, ids: [] };
    zone.ids.push(id);
    zones.set(name, zone);
  }
  const nameless = zones.get('');
  zones.delete('');
  return nameless ? [...zones.values(), nameless] : [...zones.values()];
}

/** What is said of a zone as a whole, in words and flags. */
export interface ZoneSummary {
  inUse: number;
  waiting: string;
  /** The longest wait, in minutes. */
  wait: string;
  /** The 90th percentile of today's waits, in minutes; empty where today has none. */
  p90: string;
  severity: Severity;
  held: boolean;
  stale: boolean;
}

/** Whom a zone serves and how long they wait, each queue counted once however many counters serve it. */
export function zoneSummary(zone: Zone, { counters, figures }: Pick<Rows, 'counters' | 'figures'>, around: Around): ZoneSummary {
  const rows = zone.ids.flatMap((id) => counters[id] ?? []);
  const queue = waitAt(new Set(rows.flatMap((row) => row.serviceIds)), around.queues);
  const stale = (queue?.stale ?? false) || zone.ids.every((id) => around.staleIds.has(id));
  const known = stale ? null : queue;
  const { severity, held } = zone.ids.reduce((worst, id) => worse(worst, around.standings.get(id) ?? CALM), CALM);
  return {
    inUse: rows.filter((row) => row.state !== 'closed').length,
    waiting: known ? String(known.waiting) : UNKNOWN,
    wait: known ? minutes(known.waitMs) : UNKNOWN,
    p90: p90Of(figures[`zone:${zone.name}`]),
    severity,
    held,
    stale,
  };
}

function p90Of(row: Rows['figures'][string] | undefined): string {
  const p90 = row && 'waitMs' in row ? row.waitMs.p90 : null;
  return p90 === null ? '' : minutes(p90);
}
