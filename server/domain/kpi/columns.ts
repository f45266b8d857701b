/**
 * A day's marks as columns of numbers: what happened, in which cell, and the lengths that ended with it. A cell is what belongs to
 * the same service, counter, person, zone and hour: a million tickets have a few thousand, so whatever is worked out of every mark is
 * worked out by cell, and groups are sums of cells.
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
/** A cell outside every group of a dimension. */
export const NO_GROUP = -1;

/** Whether a wait was within its limit; unknown where nothing was promised. */
export const WITHIN = { unknown: 0, no: 1, yes: 2 } as const;

const FIRST_ROOM = 1024;
const MOST_GROUPS = 2 ** 24;

export class Columns {
  rows = 0;
  kind = new Uint8Array(FIRST_ROOM);
  within = new Uint8Array(FIRST_ROOM);
  /** The length that ended, of a rating its level; of a start the wait until it, and in `second` the walk. */
  first = new Float64Array(FIRST_ROOM);
  second = new Float64Array(FIRST_ROOM);
  cell = new Uint32Array(FIRST_ROOM);
  /** By dimension: the number of each cell's group. */
  readonly groupOf = Object.fromEntries(dimensions.map((dimension) => [dimension, [] as number[]])) as Record<Dimension, number[]>;
  private readonly numbers = Object.fromEntries(dimensions.map((dimension) => [dimension, new Map<string, number>()])) as Record<Dimension, Map<string, number>>;
  /** By how many dimensions were asked for: the branch, and the group there, to the next branch. */
  private readonly branches = dimensions.map(() => new Map<number, number>());

  get cells(): number {
    return this.groupOf.hours.length;
  }

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
    this.cell[row] = this.cellOf(place);
  }

  private cellOf(place: Place): number {
    let branch = 0;
    for (let level = 0; level < dimensions.length; level++) {
      const key = branch * MOST_GROUPS + this.numberOf(dimensions[level]!, place[dimensions[level]!]) + 1;
      const branches = this.branches[level]!;
      const known = branches.get(key);
      branch = known ?? branches.size;
      if (known === undefined) branches.set(key, branch);
    }
    if (branch === this.cells) for (const dimension of dimensions) this.groupOf[dimension].push(this.numberOf(dimension, place[dimension]));
    return branch;
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
    const larger = <A extends Uint8Array | Float64Array | Uint32Array>(column: A, next: A): A => {
      next.set(column);
      return next;
    };
    this.kind = larger(this.kind, new Uint8Array(room));
    this.within = larger(this.within, new Uint8Array(room));
    this.first = larger(this.first, new Float64Array(room));
    this.second = larger(this.second, new Float64Array(room));
    this.cell = larger(this.cell, new Uint32Array(room));
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
