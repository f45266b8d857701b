/** How often one may fail before having to wait, and how long that wait may grow. */
export interface Patience {
  readonly free: number;
  readonly longestMs: number;
}

interface Tries {
  count: number;
  lastAt: number;
  nextAt: number;
}

const SECOND = 1000;
/** After this long without a try all is forgotten. */
const QUIET_MS = 60 * 60 * SECOND;
/** Invented names must not fill the memory: beyond this many the one that has been still for longest is forgotten. */
const MOST = 10_000;

/**
 * Log-ins tried under one name or from one address: `free` at once, then each wait twice as long as the last. A try counts
 * when it begins, so that many at once gain nothing, and names nobody bears are counted like any other.
 */
export class Attempts {
  readonly #tries = new Map<string, Tries>();

  constructor(
    private readonly now: () => number,
    private readonly patience: Patience,
  ) {}

  /** How long until the next try; 0 when it may be now. */
  waitMs(key: string): number {
    const tries = this.#tries.get(key);
    if (!tries) return 0;
    // Never longer than the longest wait, even when the clock has been set back.
    return Math.min(Math.max(0, tries.nextAt - this.now()), this.patience.longestMs);
  }

  count(key: string): void {
    const at = this.now();
    const tries = this.#tries.get(key);
    const count = tries && at - tries.lastAt < QUIET_MS ? tries.count + 1 : 1;
    this.#tries.delete(key); // to stand last again: the first is the one that has been still for longest
    this.#tries.set(key, { count, lastAt: at, nextAt: at + this.#pause(count) });
    const [stillest] = this.#tries.keys();
    if (this.#tries.size > MOST && stillest !== undefined) this.#tries.delete(stillest);
  }

  /** The last try turned out right: it does not count. */
  takeBack(key: string): void {
    const tries = this.#tries.get(key);
    if (!tries) return;
    tries.count -= 1;
    tries.nextAt = tries.lastAt + this.#pause(tries.count);
  }

  forget(key: string): void {
    this.#tries.delete(key);
  }

  #pause(count: number): number {
    const over = count - this.patience.free;
    return over < 0 ? 0 : Math.min(SECOND * 2 ** over, this.patience.longestMs);
  }
}
