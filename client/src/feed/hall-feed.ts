import { computed, DestroyRef, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import { interval, Subscription, type Observable } from 'rxjs';
import { Follower, type HelloReason } from '../../../shared/messages/follower.js';
import type { Beat, Delta, Hello, Refused, Snapshot } from '../../../shared/messages/messages.js';
import { PROTOCOL } from '../../../shared/messages/protocol.js';
import { freshnessOf, LOST_AFTER_MS } from './freshness';
import { Hearing } from './hearing';
import { openPastLine } from './past-line';
import { openLiveSocket, type LiveLink, type LiveMessage } from './live-socket';
import { OpenFeeds } from './open-feeds';
import { RowTables } from './row-tables';
import { ThisScreen } from './this-screen';
import { wakingClock } from './waking-clock';

/** What a feed stands on; a spec puts a line and a clock of its own here. */
export interface FeedGround {
  /** A line to the hall as it is, or as it was: `at` names the instant, null now. */
  open(key: string | null, at: () => string | null): LiveLink;
  ticks: Observable<unknown>;
  /** Milliseconds of a clock that only goes forward. */
  elapsed(): number;
}
export const FEED_GROUND = new InjectionToken<FeedGround>('FEED_GROUND', {
  providedIn: 'root',
  factory: () => ({ open: (key, at) => (at() === null ? openLiveSocket(key) : openPastLine(key, at)), ticks: interval(1_000), elapsed: wakingClock() }),
});

/** A refused screen keeps asking: the hall may be made, or the key be given, without anyone touching the wall. */
const ASK_AFTER_REFUSAL_MS = 15_000;
const STATUS_EVERY_MS = 60_000;

/** One hall's feed: its rows as signals, kept true by its follower; its clock; and how fresh both are. Screens read it through hall/. */
@Injectable()
export class HallFeed {
  private readonly ground = inject(FEED_GROUND);
  private readonly screen = inject(ThisScreen);
  private readonly tables = new RowTables();
  private readonly hearing = new Hearing();
  private readonly follower = new Follower({
    rows: this.tables,
    hello: (held, reason) => this.sayHello(held, reason),
    answered: () => this.sendStatus(),
  });
  private line: { link: LiveLink; messages: Subscription } | null = null;
  private askedAt = 0;
  private reopenedAt = 0;
  private statusAt = 0;
  private hallId = '';
  private readonly pastAt = signal<string | null>(null);
  private readonly held = signal(false);
  private readonly refusal = signal<Refused | null>(null);
  private readonly counts = signal({ hellos: 0, gaps: 0, mismatches: 0 });
  private readonly serverBuild = signal<string | null>(null);

  readonly rows = this.tables.signals;
  readonly now = this.hearing.clock.now;
  readonly refused = this.refusal.asReadonly();
  /** How often the screen had to ask, found a gap, or found its rows to differ from the server's. */
  readonly tally = this.counts.asReadonly();
  /** The hall's instant at which the server last spoke: the screen knows everything up to then. */
  readonly lastDataAt = this.hearing.lastDataAt;
  /** The build of the server's newest pages, as its last snapshot named it. */
  readonly build = this.serverBuild.asReadonly();
  readonly lostBetween = this.hearing.lostBetween;
  readonly silenceMs = computed(() => (this.pastAt() !== null && this.held() ? 0 : this.hearing.silenceMs()));
  readonly freshness = computed(() => freshnessOf({ refused: this.refusal() !== null, held: this.held(), past: this.pastAt() !== null, silenceMs: this.silenceMs() }));

  constructor() {
    const ticking = this.ground.ticks.subscribe(() => this.tick());
    const openFeeds = inject(OpenFeeds);
    openFeeds.add(this);
    inject(DestroyRef).onDestroy(() => {
      ticking.unsubscribe();
      openFeeds.remove(this);
      this.leave();
    });
  }

  /** Turns to a hall, dropping whatever was held of another. `at`: as it stood then; from one instant to another the rows stay until others come. */
  watch(hallId: string, key: string | null, at: string | null = null): void {
    untracked(() => {
      const moves = at !== null && this.freshness() === 'past' && hallId === this.hallId;
      this.pastAt.set(at);
      if (moves) return this.follower.hello('opened');
      this.leave();
      this.hallId = hallId;
      const link = this.ground.open(key, this.pastAt);
      this.line = { link, messages: link.messages.subscribe((message) => this.take(message)) };
    });
  }

  private leave(): void {
    this.line?.messages.unsubscribe();
    this.line?.link.close();
    this.line = null;
    this.follower.forget();
    this.held.set(false);
    this.refusal.set(null);
    this.hearing.restart(this.ground.elapsed());
  }

  private take(message: LiveMessage): void {
    switch (message.kind) {
      case 'opened':
        return this.follower.hello('opened');
      case 'shut': return;
      case 'refused':
        return this.takeRefusal(message.body);
      case 'snapshot':
        return this.takeSnapshot(message.body);
      case 'delta':
        return this.takeDelta(message.body);
      case 'beat':
        return this.takeBeat(message.body);
      case 'reload':
        return message.body.screenId === this.screen.id ? this.screen.reload() : undefined;
    }
  }

  private takeRefusal(refused: Refused): void {
    if (refused.code === 'slow') return; // the server cuts the line; opening it again brings the rows
    this.refusal.set(refused);
    this.held.set(false);
    this.follower.forget();
  }

  private takeSnapshot(snapshot: Snapshot): void {
    this.serverBuild.set(snapshot.build);
    this.refusal.set(null);
    this.held.set(true);
    this.follower.snapshot(snapshot);
    this.hear(snapshot.at);
  }

  private takeDelta(delta: Delta): void {
    if (this.follower.delta(delta)) this.hear(delta.at);
  }

  /** A beat beside rows that are behind makes them no fresher. */
  private takeBeat(beat: Beat): void {
    if (this.follower.beat(beat)) this.hear(beat.now);
  }

  private sendStatus(): void {
    this.statusAt = this.ground.elapsed();
    this.line?.link.status(this.screen.status());
  }

  private sayHello(held: Partial<Pick<Hello, 'epoch' | 'seq'>>, reason: HelloReason): void {
    this.askedAt = this.ground.elapsed();
    this.counts.update(({ hellos, gaps, mismatches }) => (
      { hellos: hellos + 1, gaps: gaps + Number(reason === 'gap'), mismatches: mismatches + Number(reason === 'mismatch') }));
    this.line?.link.hello({ protocol: PROTOCOL, hallId: this.hallId, ...held });
  }

  private hear(at: string): void {
    this.hearing.clock.setSpeed(this.pastAt() === null ? (this.rows.hall()[this.hallId]?.speed ?? 1) : 0);
    this.hearing.hear(this.ground.elapsed(), at);
  }

  private tick(): void {
    const elapsed = this.ground.elapsed();
    this.hearing.tick(elapsed);
    if (this.freshness() === 'live' && elapsed - this.statusAt >= STATUS_EVERY_MS) this.sendStatus();
    if (this.refusal()) {
      if (elapsed - this.askedAt >= ASK_AFTER_REFUSAL_MS) this.follower.hello('refused');
    } else if (Math.min(this.silenceMs(), elapsed - this.reopenedAt) >= LOST_AFTER_MS) {
      this.reopenedAt = elapsed;
      this.line?.link.reopen(); // a line may look open long after the other end has gone
    }
  }
}
