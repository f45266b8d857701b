/** The lines of a table of services, counters, staff or hours: best first, and nobody ranked by a handful of cases. */
import type { Figures } from '../../../shared/rows/figures.js';
import { percent } from '../hall/format';
import { natural } from '../hall/natural';
import { measures, valueText, type Measure } from './measures';
import type { Group } from './report-day';
import { ENOUGH, wilson } from './wilson';

export interface Cell {
  measure: Measure;
  text: string;
  /** Of a share of few cases: how many, and where it truly lies. */
  few: { n: number; interval: string } | null;
}

export interface Line {
  id: string;
  name: string;
  /** Its place in the order asked for; null where too few cases stand behind the value. */
  rank: number | null;
  cells: Cell[];
}

export interface Order {
  key: string;
  down: boolean;
}

/** Days are the hall's own, and have every figure. */
export function columnsOf(group: Group | 'days'): Measure[] {
  return measures.filter(({ but }) => group === 'days' || !but?.includes(group));
}

interface Asked {
  group: Group | 'days';
  names: Record<string, string>;
  /** Null: by name, which ranks nobody. */
  order: Order | null;
}

export function linesOf(table: Record<string, Figures>, { group, names, order }: Asked): Line[] {
  const columns = columnsOf(group);
  const by = columns.find(({ key }) => key === order?.key);
  const told = Object.entries(table).map(([id, figures]) => ({ id, name: names[id] ?? id, figures, value: by ? by.of(figures) : null, ranked: by ? isEnough(by, figures) : false }));
  told.sort((a, b) => Number(b.ranked) - Number(a.ranked) || (a.ranked && b.ranked ? difference(a.value, b.value, order?.down ?? true) : 0) || natural(a.name, b.name));
  return told.map(({ id, name, figures, ranked }, i) => (
    { id, name, rank: ranked ? i + 1 : null, cells: columns.map((measure) => cellOf(measure, figures)) }));
}

/** Whether its value may stand in a ranking: a count always, anything else on cases enough. */
function isEnough(measure: Measure, figures: Figures): boolean {
  return measure.of(figures) !== null && (measure.unit === 'count' || casesOf(measure, figures) >= ENOUGH);
}

function casesOf({ key, n }: Measure, figures: Figures): number {
  if (n) return n(figures);
  return key.startsWith('waitMs') ? figures.waitMs.count : key === 'serviceMs' ? figures.serviceMs.count : Infinity;
}

function difference(a: number | null, b: number | null, down: boolean): number {
  return ((b ?? 0) - (a ?? 0)) * (down ? 1 : -1);
}

export function cellOf(measure: Measure, figures: Figures): Cell {
  const value = measure.of(figures);
  return { measure, text: valueText(measure.unit, value), few: measure.n && value !== null ? fewOf(value, measure.n(figures)) : null };
}

function fewOf(share: number, n: number): Cell['few'] {
  const interval = n < ENOUGH ? wilson(share, n) : null;
  return interval && { n, interval: `${percent(interval.low)}–${percent(interval.high)}` };
}
