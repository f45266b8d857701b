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
