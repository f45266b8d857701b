/** A hall and its feed with nothing but memory below: the server's own fold, deltas, ring and budgets, without a journal or a socket. */
import type { PostedEvent } from '../../../shared/events/cloud-event.js';
import { formatInstant } from '../../../shared/instant.js';
import type { Seeded } from '../../../server/domain/golden/seeded.js';
import { settingsForSpec } from '../../../server/domain/hall/hall.spec-kit.js';
import { newHall, type Hall } from '../../../server/domain/hall/hall.js';
import { HallFeed } from '../../../server/feed/hall-feed.js';
import type { Committer } from '../../../server/live/committer.js';
import { LiveHall } from '../../../server/live/live-hall.js';
import { ManualClock } from '../../../server/live/manual-clock.spec-kit.js';

const START = Date.UTC(2026, 10, 23, 1, 30);
const SETTINGS = settingsForSpec({ services: [{ id: 'S1', name: 'First', waitLimit: 'PT1M' }, { id: 'S2', name: 'Second' }] });

export class MemoryHall {
  readonly clock = new ManualClock(START);
  private readonly hall: Hall = newHall('m', SETTINGS, START);
  private live = this.open();
  feed = this.feedOf(this.live);
  private told = 0;

  /** The server's process starts anew: the hall is as it was, its epoch and its ring are not. */
  restart(): void {
    this.live.end();
    this.live = this.open();
    this.feed = this.feedOf(this.live);
  }

  post(event: Pick<PostedEvent, 'type' | 'data'>, lateMs = 0): void {
    const envelope = { specversion: '1.0', id: `e${++this.told}`, source: '/kiosk', time: formatInstant(this.clock.now() - lateMs) };
    void this.live.post({ events: [{ ...envelope, ...event } as PostedEvent], body: new Uint8Array() });
  }

  /** A second goes by and is beaten. */
  second(): void {
    this.clock.pass(1_000);
    this.feed.tick();
  }

  private open(): LiveHall {
    const committer = { commit: (_post: object, fold: (appended: object) => unknown) => Promise.resolve(fold(this.appended())) } as unknown as Committer;
    const live = new LiveHall(this.hall, { clock: this.clock, committer, published: () => undefined, posted: () => undefined, unread: () => undefined, ownerOf: () => 'operator' });
    live.watch();
    return live;
  }

  private feedOf(live: LiveHall): HallFeed {
    return new HallFeed(live, () => this.clock.now(), { numberOf: () => '007' });
  }

  private appended(): object {
    return { firstSeq: this.hall.seq + 1, loggedAt: this.clock.now(), verdicts: null, corrects: new Map() };
  }
}

const TYPES = ['ticket.called', 'service.started', 'ticket.noShow', 'ticket.parked', 'ticket.resumed', 'ticket.abandoned', 'counter.opened', 'counter.paused', 'counter.closed'];

/** Something that a kiosk or a counter might say, sensible or not. */
export function anyEvent(draw: Seeded): Pick<PostedEvent, 'type' | 'data'> {
  const one = <T>(items: readonly T[]): T => draw.pick(items, () => 1);
  const [ticketId, counterId] = [`t${Math.floor(draw.next() * 30)}`, one(['C1', 'C2', 'C3'])];
  const issued = { type: 'ticket.issued', data: { ticketId, number: ticketId, serviceId: one(['S1', 'S2', 'S9']) } };
  const ended = { type: 'service.ended', data: { ticketId, counterId, outcome: 'completed' } };
  const other = { type: one(TYPES), data: { ticketId, counterId, staffId: `p-${counterId}` } };
  return draw.pick([issued, ended, other], (event) => (event === other ? 4 : 2)) as Pick<PostedEvent, 'type' | 'data'>;
}
