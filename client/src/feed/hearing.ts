import { computed, signal } from '@angular/core';
import { parseInstant } from '../../../shared/instant.js';
import { LOST_AFTER_MS } from './freshness';
import { HallClock } from './hall-clock';

/** The hall's instants between which the screen last heard nothing for ten seconds or more; null until it once was so. */
export interface LostBetween {
  from: number | null;
  to: number | null;
}

const NEVER: LostBetween = { from: null, to: null };

/** When the server last spoke, by this page's steady clock and by the hall's own; and what was missed in between. */
export class Hearing {
  readonly clock = new HallClock();
  private readonly heardAt = signal(0);
  private readonly elapsed = signal(0);
  private readonly heardHallAt = signal<number | null>(null);
  private readonly lost = signal(NEVER);

  readonly lastDataAt = this.heardHallAt.asReadonly();
  readonly lostBetween = this.lost.asReadonly();
  readonly silenceMs = computed(() => Math.max(0, this.elapsed() - this.heardAt()));

  /** A word came at `elapsed` of the steady clock, and said that it is `at` in the hall. */
  hear(elapsed: number, at: string): void {
    const silentMs = elapsed - this.heardAt();
    this.heardAt.set(elapsed);
    this.elapsed.set(elapsed);
    const instant = parseInstant(at);
    if (Number.isNaN(instant)) return;
    const before = this.heardHallAt();
    if (before !== null && silentMs >= LOST_AFTER_MS) this.lost.set({ from: before, to: instant });
    this.heardHallAt.set(instant);
    this.clock.set(instant, elapsed);
  }

  tick(elapsed: number): void {
    this.elapsed.set(elapsed);
    this.clock.tick(elapsed);
  }

  /** Silence counts from now on; nothing is known of the hall. */
  restart(elapsed: number): void {
    this.heardAt.set(elapsed);
    this.elapsed.set(elapsed);
    this.heardHallAt.set(null);
    this.lost.set(NEVER);
    this.clock.clear();
  }
}
