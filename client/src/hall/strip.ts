import type { FigureRow } from '../../../shared/rows/figures.js';
import { stripStates } from '../../../shared/glossary/choices.js';
import type { Zone } from './zones';

export type StripState = (typeof stripStates)[keyof typeof stripStates];

/** What one counter did, quarter by quarter. */
export interface StripLine {
  id: string;
  zone: string;
  states: StripState[];
}

/** The last hours of all counters, in their places in the field. */
export interface CounterStrip {
  startAt: number;
  quarters: number;
  lines: StripLine[];
}

/** null before the first quarter of the day has ended. */
export function stripOf(row: FigureRow | undefined, zones: readonly Zone[]): CounterStrip | null {
  if (!row || !('counters' in row)) return null;
  const { startAt, counters } = row;
  const quarters = Math.max(0, ...Object.values(counters).map((letters) => letters.length));
  const lines = zones.flatMap(({ name, ids }) => ids.map((id) => ({ id, zone: name, states: statesOf(counters[id] ?? '', quarters) })));
  return quarters > 0 && lines.length > 0 ? { startAt, quarters, lines } : null;
}

/** A counter that says nothing of a quarter was not there yet: closed. */
function statesOf(letters: string, quarters: number): StripState[] {
  return [...letters.padStart(quarters, 'c')].map((letter) => stripStates[letter as keyof typeof stripStates] ?? 'closed');
}

const QUARTER_MS = 15 * 60_000;

/** How many counters were open, serving or not, by the start of each quarter the strip knows. */
export function openByQuarter(strip: CounterStrip | null): ReadonlyMap<number, number> {
  const open = new Map<number, number>();
  for (let quarter = 0; strip && quarter < strip.quarters; quarter++) {
    const count = strip.lines.filter(({ states }) => states[quarter] === 'open' || states[quarter] === 'serving').length;
    open.set(strip.startAt + quarter * QUARTER_MS, count);
  }
  return open;
}
