/** Counts and exact spreads of every group of a day, from its columns: marks are counted by cell, lengths are sorted once each. */
import { Columns, dimensions, kinds, UNKNOWN, WITHIN, type Dimension, type Kind } from './columns.js';
import type { Totals } from './figures.js';
import { byLength, type ByLength } from './radix.js';
import { spreadsOf, type Group } from './ranks.js';
import { measures, newTally, type Spreads } from './tally.js';

export interface DayTotals {
  hall: Totals;
  by: Record<Dimension, Map<string, Totals>>;
}

/** Where each length stands: the kinds of marks that end it, and its column. */
const ended: Record<keyof Spreads, { kinds: Kind[]; column: 'first' | 'second' }> = {
  waits: { kinds: ['called'], column: 'first' },
  waitsToService: { kinds: ['started'], column: 'first' },
  walks: { kinds: ['started'], column: 'second' },
  services: { kinds: ['completed', 'returned', 'referred'], column: 'first' },
  abandons: { kinds: ['abandoned'], column: 'first' },
};

/** The groups of a dimension: how many, and each cell's. */
interface Grouping {
  size: number;
  groupOf: ArrayLike<number>;
}

export function totalsOf(columns: Columns): DayTotals {
  const groupings: Grouping[] = [
    { size: 1, groupOf: new Int32Array(columns.cells) },
    ...dimensions.map((dimension) => ({ size: columns.idsOf(dimension).length, groupOf: columns.groupOf[dimension] })),
  ];
  const counts = countsByCell(columns);
  const totals = groupings.map((grouping) => summed(counts, WIDTH, grouping).map(read));
  for (const measure of measures) {
    const sorted = byLength(...lengthsOf(columns, measure));
    const cells = measuredCells(sorted, columns.cells);
    groupings.forEach((grouping, index) => {
      const groups = summed(cells, 2, grouping).map(([count, sum]): Group => ({ count: count!, sum: sum! }));
      spreadsOf(sorted, grouping.groupOf, groups).forEach((spread, number) => {
        totals[index]![number]!.spreads[measure] = spread;
      });
    });
  }
  const [[hall], ...rest] = totals as [[Totals], ...Totals[][]];
  const by = dimensions.map((dimension, index) => [dimension, new Map(columns.idsOf(dimension).map((id, number) => [id, rest[index]![number]!]))]);
  return { hall, by: Object.fromEntries(by) as DayTotals['by'] };
}

/** How many lengths each cell has, and their sum. */
function measuredCells({ lengths, along }: ByLength, cells: number): Float64Array {
  const measured = new Float64Array(cells * 2);
  for (let index = 0; index < lengths.length; index++) {
    const at = along[index]! * 2;
    measured[at]!++;
    measured[at + 1]! += lengths[index]!;
  }
  return measured;
}

export function noTotals(): Totals {
  const { counts, within, called, leftLate, rating } = newTally();
  const none = { count: 0, mean: null, p50: null, p90: null, p95: null, max: null };
  return { counts, within, called, leftLate, rating, spreads: Object.fromEntries(measures.map((measure) => [measure, none])) as Spreads };
}

/** Known lengths of a measure, and their cells. */
function lengthsOf(columns: Columns, measure: keyof Spreads): [lengths: Float64Array, cells: Uint32Array] {
  const { kind, rows, cell } = columns;
  const { kinds: of, column } = ended[measure];
  const values = columns[column];
  const wanted = Uint8Array.from(kinds, (name) => (of.includes(name) ? 1 : 0));
  const [lengths, cells] = [new Float64Array(rows), new Uint32Array(rows)];
  let found = 0;
  for (let row = 0; row < rows; row++) {
    if (wanted[kind[row]!] === 0 || values[row] === UNKNOWN) continue;
    lengths[found] = values[row]!;
    cells[found++] = cell[row]!;
  }
  return [lengths.subarray(0, found), cells.subarray(0, found)];
}

/** What is counted of a cell: marks by kind, promised waits that were called late and in time and left late, ratings by level. */
const [CALLED_LATE, CALLED_WITHIN, LEFT_LATE] = [kinds.length, kinds.length + 1, kinds.length + 2];
const LEVEL = kinds.length + 2; // level 1 stands behind it
const WIDTH = kinds.length + 8;

function countsByCell(columns: Columns): Float64Array {
  const { rows, kind, within, first, cell } = columns;
  const counts = new Float64Array(columns.cells * WIDTH);
  const [called, abandoned, given] = [kinds.indexOf('called'), kinds.indexOf('abandoned'), kinds.indexOf('ratingGiven')];
  for (let row = 0; row < rows; row++) {
    const [at, what] = [cell[row]! * WIDTH, kind[row]!];
    counts[at + what]!++;
    if (what === called && within[row] !== WITHIN.unknown) counts[at + (within[row] === WITHIN.yes ? CALLED_WITHIN : CALLED_LATE)]!++;
    else if (what === abandoned && within[row] === WITHIN.no) counts[at + LEFT_LATE]!++;
    else if (what === given) counts[at + LEVEL + first[row]!]!++;
  }
  return counts;
}

/** Cells of some numbers each, added up group by group. */
function summed(cells: Float64Array, width: number, { size, groupOf }: Grouping): Float64Array[] {
  const groups = Array.from({ length: size }, () => new Float64Array(width));
  for (let cell = 0; cell < groupOf.length; cell++) {
    const group = groups[groupOf[cell]!];
    if (group) for (let index = 0; index < width; index++) group[index]! += cells[cell * width + index]!;
  }
  return groups;
}

function read(counts: Float64Array): Totals {
  const of = (kind: Kind) => counts[kinds.indexOf(kind)]!;
  const totals = noTotals();
  for (const kind of ['issued', 'called', 'returned', 'referred', 'noShow', 'abandoned', 'removed', 'transferredIn', 'transferredOut'] as const) totals.counts[kind] = of(kind);
  totals.counts.served = of('completed');
  const rating = { requested: of('ratingRequested'), given: of('ratingGiven'), defaulted: of('ratingDefaulted') };
  const byLevel = [...counts.subarray(LEVEL + 1, LEVEL + 6)] as Totals['rating']['byLevel'];
  const [late, within, leftLate] = [counts[CALLED_LATE]!, counts[CALLED_WITHIN]!, counts[LEFT_LATE]!];
  return { ...totals, within, called: late + within, leftLate, rating: { ...rating, byLevel } };
}
