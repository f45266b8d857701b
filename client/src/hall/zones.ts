import type { Rows } from '../../../shared/rows/rows.js';
import { natural } from './natural';
import { waitAt, type Queue } from './queues';
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

export interface ZoneSummary {
  name: string;
  total: number;
  inUse: number;
  waiting: number;
  waitMs: number | null;
  severity: Severity;
}

/** A zone in one tile: whom it serves and how long they wait, each queue counted once however many counters serve it. */
export function zoneSummary(zone: Zone, counters: Rows['counters'], queues: ReadonlyMap<string, Queue>): ZoneSummary {
  const rows = zone.ids.flatMap((id) => counters[id] ?? []);
  const serviceIds = new Set(rows.flatMap((row) => row.serviceIds));
  return {
    name: zone.name,
    total: rows.length,
    inUse: rows.filter((row) => row.state !== 'closed').length,
    ...waitAt([...serviceIds], queues),
  };
}
