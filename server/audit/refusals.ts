const HOUR_MS = 3_600_000;
/** Refusals an hour that are written down: of one who asks, and of all. */
const OF_ONE = 20;
const OF_ALL = 300;

/** Keeps refusals from filling the disk: so many an hour are written, and the next hour's first tells how many were not. */
export class Refusals {
  private hour = -1;
  private all = 0;
  private leftOut = 0;
  private readonly byOne = new Map<string, number>();

  /** Null when it is left out; else how many were, since the last that was written. */
  admit(one: string, at: number): number | null {
    const hour = Math.floor(at / HOUR_MS);
    if (hour !== this.hour) {
      [this.hour, this.all] = [hour, 0];
      this.byOne.clear();
    }
    const own = (this.byOne.get(one) ?? 0) + 1;
    if (own > OF_ONE || this.all >= OF_ALL) {
      this.leftOut++;
      return null;
    }
    this.byOne.set(one, own);
    this.all++;
    const leftOut = this.leftOut;
    this.leftOut = 0;
    return leftOut;
  }
}
