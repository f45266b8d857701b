/**
 * The single timer: waits for the earliest deadline of all halls and then asks each hall that is due. A clock that is set
 * meanwhile changes nothing: what it has then reached comes at once.
 */
import type { ServerClock } from './clock.js';
import type { LiveHall } from './live-hall.js';

export class AlarmClock {
  private cancel: (() => void) | null = null;
  private armedFor = Infinity;

  constructor(
    private readonly clock: ServerClock,
    private readonly halls: () => Iterable<LiveHall>,
  ) {}

  /** Looks again at the deadlines: called whenever a hall has changed. */
  arm(): void {
    let next = Infinity;
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
