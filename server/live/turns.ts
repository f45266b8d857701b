/**
 * All halls share one event loop. Long work of a hall is done in slices: between two of them the loop does whatever else came,
 * and where several halls have such work, each has its slice in turn.
 */
const waiting = new Map<string, (() => void)[]>();
let turning = false;

/** Fulfils when it is the hall's turn; what it does until it waits for something again is its slice. */
export function turnOf(hallId: string): Promise<void> {
  return new Promise((fulfil) => {
    const queue = waiting.get(hallId);
    if (queue) queue.push(fulfil);
    else waiting.set(hallId, [fulfil]);
    if (turning) return;
    turning = true;
    setImmediate(next);
  });
}

function next(): void {
  const [first] = waiting;
  turning = first !== undefined;
  if (!first) return;
  const [hallId, [begin, ...others]] = first;
  waiting.delete(hallId);
  if (others.length > 0) waiting.set(hallId, others);
  begin!();
  setImmediate(next);
}

/** A slice that has taken so long is over. */
const SLICE_MS = 8;

/** Long work that does not know how long its steps take: it pauses where it may, and does so no more often than it must. */
export class Slices {
  private since = performance.now();

  constructor(private readonly hallId: string) {}

  /** Null: there is time left. */
  pause(): Promise<void> | null {
    return performance.now() - this.since < SLICE_MS ? null : this.turn();
  }

  private async turn(): Promise<void> {
    await turnOf(this.hallId);
    this.since = performance.now();
  }
}
