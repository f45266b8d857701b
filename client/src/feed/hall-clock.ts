import { signal, type Signal } from '@angular/core';

/**
 * The hall's clock. It is told by the server's beats and only carried on between them, since a replayed day runs on its own
 * time; this machine's own clock is never shown. One signal, set once a second, drives every running minute of the page.
 */
export class HallClock {
  private anchor: { at: number; elapsed: number } | null = null;
  private speed = 1;
  private readonly shown = signal<number | null>(null);

  /** The hall's instant in epoch ms; null until the first word from the server. */
  readonly now: Signal<number | null> = this.shown;

  /** The server said that it is `at`, heard at `elapsed` of this page's own steady clock. */
  set(at: number, elapsed: number): void {
    this.anchor = { at, elapsed };
    if (this.shown() === null) this.tick(elapsed);
  }

  /** How fast the hall's clock runs; 0: it stands still. */
  setSpeed(speed: number): void {
    this.speed = speed >= 0 ? speed : 1;
  }

  tick(elapsed: number): void {
    if (this.anchor) this.shown.set(this.anchor.at + (elapsed - this.anchor.elapsed) * this.speed);
  }

  clear(): void {
    this.anchor = null;
    this.shown.set(null);
  }
}
