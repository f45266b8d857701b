/** A machine's clock: its timers run on at their own pace, whatever time it is set to. A spec lets it run and sets it. */
import { callAt, type ServerClock } from '../../../server/live/clock.js';

export class MachineClock implements ServerClock {
  /** Tells the journal's thread the same time. */
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  private readonly shown = new Float64Array(this.shared);
  private readonly timers = new Set<{ at: number; then: () => void }>();
  /** Since it was switched on. */
  ran = 0;

  constructor(at: number) {
    this.shown[0] = at;
  }

  readonly now = (): number => this.shown[0]!;

  readonly after = (ms: number, then: () => void): (() => void) => {
    const timer = { at: this.ran + Math.max(1, ms), then };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  };

  at(instant: number, then: () => void): () => void {
    return callAt(this, instant, then);
  }

  /** Runs on; every timer rings at its own instant. */
  run(ms: number): void {
    const until = this.ran + ms;
    for (let next = this.next(until); next; next = this.next(until)) {
      this.timers.delete(next);
      this.move(next.at);
      next.then();
    }
    this.move(until);
  }

  /** Sets it forwards, or back; no timer hears of it. */
  jump(byMs: number): void {
    this.shown[0]! += byMs;
  }

  private move(ran: number): void {
    this.shown[0]! += ran - this.ran;
    this.ran = ran;
  }

  private next(until: number): { at: number; then: () => void } | undefined {
    let next: { at: number; then: () => void } | undefined;
    for (const timer of this.timers) if (timer.at <= until && (!next || timer.at < next.at)) next = timer;
    return next;
  }
}
