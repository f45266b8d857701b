/**
 * A day's marks as columns of numbers: what happened, to whom it belongs, and the lengths that ended with it. A day of a million
 * tickets is some typed arrays, of which `totals.ts` makes the counts and exact percentiles of every group in a few passes.
 */
import type { Mark } from '../ticket/ticket.js';

/** What figures are told by: each mark belongs to at most one group of each. */
export const dimensions = ['services', 'counters', 'staff', 'zones', 'hours'] as const;
export type Dimension = (typeof dimensions)[number];
export type Place = Record<Dimension, string | null>;

/** What is counted; queued and dequeued are no counts of a day. */
export const kinds = [
  'issued', 'called', 'started', 'completed', 'returned', 'referred', 'noShow', 'abandoned', 'removed', 'transferredIn', 'transferredOut',
  'ratingRequested', 'ratingDefaulted', 'ratingGiven',
] as const;
export type Kind = (typeof kinds)[number];

/** No length is known; none are negative. */
export const UNKNOWN = -1;
export const NO_GROUP = -1;

/** Whether a wait was within its limit; unknown where nothing was promised. */
export const WITHIN = { unknown: 0, no: 1, yes: 2 } as const;

const FIRST_ROOM = 1024;

export class Columns {
  rows = 0;
  kind = new Uint8Array(FIRST_ROOM);
  within = new Uint8Array(FIRST_ROOM);
  /** The length that ended, of a rating its level; of a start the wait until it, and in `second` the walk. */
  first = new Float64Array(FIRST_ROOM);
  second = new Float64Array(FIRST_ROOM);
  /** By dimension: the number of the group. */
  readonly groups = Object.fromEntries(dimensions.map((dimension) => [dimension, new Int32Array(FIRST_ROOM)])) as Record<Dimension, Int32Array>;
  private readonly numbers = Object.fromEntries(dimensions.map((dimension) => [dimension, new Map<string, number>()])) as Record<Dimension, Map<string, number>>;

  /** Ids of a dimension's groups, in the order of their numbers. */
  idsOf(dimension: Dimension): string[] {
    return [...this.numbers[dimension].keys()];
  }

  add(mark: Mark, place: Place, within: boolean | null): void {
    if (mark.kind === 'queued' || mark.kind === 'dequeued') return;
    if (this.rows === this.kind.length) this.grow();
    const row = this.rows++;
    const [first, second] = lengthsOf(mark);
    this.kind[row] = kinds.indexOf(mark.kind === 'ended' ? mark.outcome : mark.kind);
    this.within[row] = within === null ? WITHIN.unknown : within ? WITHIN.yes : WITHIN.no;
    this.first[row] = first ?? UNKNOWN;
    this.second[row] = second ?? UNKNOWN;
    for (const dimension of dimensions) this.groups[dimension][row] = this.numberOf(dimension, place[dimension]);
  }

  private numberOf(dimension: Dimension, id: string | null): number {
    if (id === null) return NO_GROUP;
    const numbers = this.numbers[dimension];
    let number = numbers.get(id);
    if (number === undefined) numbers.set(id, (number = numbers.size));
    return number;
  }

  private grow(): void {
    const room = this.kind.length * 2;
    const larger = <A extends Uint8Array | Float64Array | Int32Array>(column: A, next: A): A => {
      next.set(column);
      return next;
    };
    this.kind = larger(this.kind, new Uint8Array(room));
    this.within = larger(this.within, new Uint8Array(room));
    this.first = larger(this.first, new Float64Array(room));
    this.second = larger(this.second, new Float64Array(room));
    for (const dimension of dimensions) this.groups[dimension] = larger(this.groups[dimension], new Int32Array(room));
  }
}

function lengthsOf(mark: Mark): (number | null)[] {
  switch (mark.kind) {
    case 'called':
      return [mark.waitMs];
    case 'started':
      return [mark.waitToServiceMs, mark.walkMs];
    case 'ended':
      return [mark.serviceMs];
    case 'abandoned':
      return [mark.abandonMs];
    case 'ratingGiven':
      return [mark.level];
    default:
      return [];
  }
}
