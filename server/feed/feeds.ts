/** The feeds of all halls and the one timer that beats them. */
import type { Refused } from '../../shared/messages/messages.js';
import type { Access } from '../access/access.js';
import { may } from '../access/caller.js';
import { quarantineText } from '../known-hall.js';
import type { ServerClock } from '../live/clock.js';
import type { Halls } from '../live/halls.js';
import type { LiveHall } from '../live/live-hall.js';
import { HallFeed } from './hall-feed.js';
import type { Screen } from './screen.js';

const BEAT_MS = 1_000;

export class Feeds {
  private readonly byHall = new Map<string, HallFeed>();
  private cancel: (() => void) | null = null;

  constructor(
    private readonly halls: Halls,
    private readonly access: Access,
    private readonly clock: ServerClock,
    private readonly build: string,
  ) {
    for (const hall of halls.all()) this.add(hall);
    halls.opened.subscribe((hall) => this.add(hall));
    halls.closed.subscribe((hallId) => this.shut(hallId));
    this.arm();
  }

  now(): number {
    return this.clock.now();
  }

  of(hallId: string): HallFeed | undefined {
    return this.byHall.get(hallId);
  }

  all(): Iterable<HallFeed> {
    return this.byHall.values();
  }

  private add(hall: LiveHall): void {
    this.byHall.set(hall.id, new HallFeed(hall, () => this.clock.now(), { build: this.build, beats: this.byHall.size, numberOf: (username) => this.access.people.staffNumber(username) }));
  }

  /** Why there is no feed of a hall whose journal does not hold; null where that is not it. */
  quarantine(hallId: string): Refused | null {
    const broken = this.halls.quarantined.get(hallId);
    return broken ? { code: 'quarantined', message: quarantineText(hallId, broken) } : null;
  }

  private shut(hallId: string): void {
    const refusal = this.quarantine(hallId)!;
    for (const screen of this.byHall.get(hallId)?.connected ?? []) screen.refuse(refusal);
    this.byHall.delete(hallId);
  }

  private arm(): void {
    this.cancel = this.clock.after(BEAT_MS, () => {
      this.arm();
      for (const feed of this.byHall.values()) {
        this.cutRevoked(feed);
        feed.tick();
      }
    });
  }

  /** Who lost the right to look is cut off within a second. */
  private cutRevoked(feed: HallFeed): void {
    for (const screen of feed.connected) {
      if (this.mayStill(feed.hall, screen)) continue;
      screen.refuse({ code: 'unauthorized', message: 'The key or log-in that this screen came with is no longer valid.' });
    }
  }

  /** A public hall shows everyone the wall's view, and no more: what a key gave beyond it goes with the key. */
  private mayStill({ id, settings }: LiveHall, { credentials, audience }: Screen): boolean {
    return (settings.public && audience === 'wall') || may(this.access.caller(credentials), 'hall.read', id);
  }

  close(): void {
    this.cancel?.();
  }
}
