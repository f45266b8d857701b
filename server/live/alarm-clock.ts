/**
 * The single timer: waits for the earliest deadline of all halls and then asks each hall that is due. Armed at most 60 s
 * ahead: a longer `setTimeout` may fire at once, and a machine's clock may be set while we wait.
 */
import type { ServerClock } from './clock.js';
import type { LiveHall } from './live-hall.js';

const AHEAD_MS = 60_000;

export class AlarmClock {
  private cancel: (() => void) | null = null;
  private armedFor = Infinity;

  constructor(
    private readonly clock: ServerClock,
    private readonly halls: () => Iterable<LiveHall>,
  ) {}

  /** Looks again at the deadlines: called whenever a hall has changed. */
  arm(): void {
    let next = this.clock.now() + AHEAD_MS;
    for (const hall of this.halls()) next = Math.min(next, hall.nextDeadlineAt());
    if (this.cancel && next === this.armedFor) return;
    this.cancel?.();
    this.armedFor = next;
    this.cancel = this.clock.at(Math.max(next, this.clock.now() + 1), () => this.ring());
  }

  private ring(): void {
    this.cancel = null;
    const now = this.clock.now();
    for (const hall of this.halls()) if (hall.nextDeadlineAt() <= now) hall.ring();
    this.arm();
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }
}
