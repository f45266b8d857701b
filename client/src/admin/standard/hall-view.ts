import type { StateAnswer } from '../../../../shared/rows/rows.js';
import type { z } from 'zod';

interface Named {
  id: string;
  name: string;
}

/** What the pages of a standard know of its hall: what things are called, and how its clocks stand. */
export interface HallView {
  timezone: string;
  /** The hall's own date. */
  day: string;
  services: Named[];
  counters: Named[];
}

export function hallView({ rows }: z.infer<typeof StateAnswer>): HallView {
  const named = (table: Record<string, { name: string }>) => Object.entries(table).map(([id, { name }]) => ({ id, name: name || id }));
  const { timezone = 'UTC', day = '' } = Object.values(rows.hall)[0] ?? {};
  return { timezone, day, services: named(rows.services), counters: named(rows.counters) };
}
