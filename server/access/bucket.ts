/** A bucket that fills again with time. It may be overdrawn once, and then has to be waited for. */
export class Bucket {
  private left: number;

  constructor(
    private readonly perSecond: number,
    private readonly most: number,
    private at: number,
  ) {
    this.left = most;
  }

  /** Seconds until something is in it again; 0 when there is. `now` in ms. */
  waitSeconds(now: number): number {
    this.left = Math.min(this.most, this.left + (Math.max(0, now - this.at) / 1000) * this.perSecond);
    this.at = now;
    return this.left > 0 ? 0 : Math.max(1, Math.ceil(-this.left / this.perSecond));
  }

  spend(amount: number): void {
    this.left -= amount;
  }
}
