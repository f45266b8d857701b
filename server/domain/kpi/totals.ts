/** Counts and exact spreads of every group of a day, from its columns: one sort of each length, then one pass a dimension. */
import { Columns, dimensions, kinds, NO_GROUP, UNKNOWN, WITHIN, type Dimension, type Kind } from './columns.js';
import type { Totals } from './figures.js';
import { rowsByLength } from './radix.js';
import { sortedSpread } from './sorted-spread.js';
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

export function totalsOf(columns: Columns): DayTotals {
  const hall = countsBy(columns, null)[0]!;
  const counted = dimensions.map((dimension) => countsBy(columns, columns.groups[dimension], columns.idsOf(dimension).length));
  for (const measure of measures) {
    const { sorted, rows } = rowsByLength(...lengthsOf(columns, measure));
    hall.spreads[measure] = sortedSpread(sorted, 0, sorted.length);
    dimensions.forEach((dimension, index) => spreadGroups(counted[index]!, { measure, sorted, rows, groups: columns.groups[dimension] }));
  }
  const by = dimensions.map((dimension, index) => [dimension, new Map(columns.idsOf(dimension).map((id, number) => [id, counted[index]![number]!]))]);
  return { hall, by: Object.fromEntries(by) as DayTotals['by'] };
}

export function noTotals(): Totals {
  const { counts, within, called, leftLate, rating } = newTally();
  return { counts, within, called, leftLate, rating, spreads: Object.fromEntries(measures.map((measure) => [measure, sortedSpread([], 0, 0)])) as Spreads };
}

/** Known lengths of a measure, and the rows that they stand in. */
function lengthsOf({ kind, rows: count, ...columns }: Columns, measure: keyof Spreads): [lengths: Float64Array, rows: Uint32Array] {
  const { kinds: of, column } = ended[measure];
  const values = columns[column];
  const wanted = kinds.map((name) => of.includes(name));
  const [lengths, rows] = [new Float64Array(count), new Uint32Array(count)];
  let found = 0;
  for (let row = 0; row < count; row++) {
    if (!wanted[kind[row]!] || values[row] === UNKNOWN) continue;
    lengths[found] = values[row]!;
    rows[found++] = row;
  }
  return [lengths.subarray(0, found), rows.subarray(0, found)];
}

interface Sorted {
  measure: keyof Spreads;
  sorted: Float64Array;
  rows: Uint32Array;
  groups: Int32Array;
}

/** Lengths in rising order go each to its group, which so has its own in rising order. */
function spreadGroups(totals: Totals[], { measure, sorted, rows, groups }: Sorted): void {
  const next = new Uint32Array(totals.length + 1);
  for (const row of rows) if (groups[row] !== NO_GROUP) next[groups[row]! + 1]!++;
  for (let number = 0; number < totals.length; number++) next[number + 1]! += next[number]!;
  const starts = next.slice();
  const grouped = new Float64Array(next[totals.length]!);
  for (let index = 0; index < rows.length; index++) {
    const number = groups[rows[index]!]!;
    if (number !== NO_GROUP) grouped[next[number]!++] = sorted[index]!;
  }
  totals.forEach((one, number) => {
    one.spreads[measure] = sortedSpread(grouped, starts[number]!, starts[number + 1]!);
  });
}

/** Counts of each kind and of waits within their limit, group by group. */
function countsBy({ rows, kind, within, first }: Columns, groups: Int32Array | null, size = 1): Totals[] {
  const width = kinds.length;
  const counts = new Uint32Array(size * width);
  const waits = new Uint32Array(size * 4); // called: no, yes; abandoned: no, yes
  const levels = new Uint32Array(size * 5);
  const [called, abandoned, given] = [kinds.indexOf('called'), kinds.indexOf('abandoned'), kinds.indexOf('ratingGiven')];
  for (let row = 0; row < rows; row++) {
    const number = groups ? groups[row]! : 0;
    if (number === NO_GROUP) continue;
    const what = kind[row]!;
    counts[number * width + what]!++;
    if (within[row] !== WITHIN.unknown && (what === called || what === abandoned)) waits[number * 4 + (what === called ? 0 : 2) + within[row]! - 1]!++;
    if (what === given) levels[number * 5 + first[row]! - 1]!++;
  }
  return Array.from({ length: size }, (_, number) => read(counts.subarray(number * width), waits.subarray(number * 4), levels.subarray(number * 5)));
}

function read(counts: Uint32Array, [calledLate, calledWithin, leftLate]: Uint32Array, levels: Uint32Array): Totals {
  const of = (kind: Kind) => counts[kinds.indexOf(kind)]!;
  const totals = noTotals();
  for (const kind of ['issued', 'called', 'returned', 'referred', 'noShow', 'abandoned', 'removed', 'transferredIn', 'transferredOut'] as const) totals.counts[kind] = of(kind);
  totals.counts.served = of('completed');
  const rating = { requested: of('ratingRequested'), given: of('ratingGiven'), defaulted: of('ratingDefaulted') };
  const [one, two, three, four, five] = levels as unknown as [number, number, number, number, number];
  return { ...totals, within: calledWithin!, called: calledLate! + calledWithin!, leftLate: leftLate!, rating: { ...rating, byLevel: [one, two, three, four, five] } };
}
