import type { ServerClock } from './clock.js';

/** A clock that stands until a spec moves it; `shared` tells the journal's thread the same time. */
export class ManualClock implements ServerClock {
  readonly shared = new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT);
  private readonly shown = new Float64Array(this.shared);
  private readonly timers = new Set<{ at: number; then: () => void }>();

  constructor(at: number) {
    this.shown[0] = at;
  }

  now(): number {
    return this.shown[0]!;
  }

  after(ms: number, then: () => void): () => void {
    const timer = { at: this.now() + ms, then };
    this.timers.add(timer);
    return () => this.timers.delete(timer);
  }

  at(instant: number, then: () => void): () => void {
    return this.after(Math.max(1, Math.ceil(instant - this.now())), then);
  }

  /** Moves on, and calls what falls due on the way, each at its own instant. */
  pass(ms: number): void {
    const until = this.now() + ms;
    for (let next = this.earliest(); next && next.at <= until; next = this.earliest()) {
      this.timers.delete(next);
      this.shown[0] = Math.max(next.at, this.now());
      next.then();
    }
    this.shown[0] = until;
  }

  /** What is due now is called, as if no time went by. */
  settle(): void {
    this.pass(0);
  }

  /** Sets the clock, forwards or back, as a person would; no timer hears of it before the next `pass`. */
  set(at: number): void {
    this.shown[0] = at;
  }

  private earliest(): { at: number; then: () => void } | undefined {
    return [...this.timers].sort((a, b) => a.at - b.at)[0];
  }
}
