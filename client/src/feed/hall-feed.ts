import { computed, DestroyRef, inject, Injectable, InjectionToken, signal, untracked } from '@angular/core';
import { interval, Subscription, type Observable } from 'rxjs';
import type { Beat, Delta, Refused, Snapshot } from '../../../shared/messages/messages.js';
import { PROTOCOL } from '../../../shared/messages/protocol.js';
import { freshnessOf } from './freshness';
import { Hearing } from './hearing';
import { openPastLine } from './past-line';
import { openLiveSocket, type LiveLink, type LiveMessage } from './live-socket';
import { OpenFeeds } from './open-feeds';
import { RowTables } from './row-tables';
import { ThisScreen } from './this-screen';

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
  factory: () => ({ open: (key, at) => (at() === null ? openLiveSocket(key) : openPastLine(key, at)), ticks: interval(1_000), elapsed: () => performance.now() }),
});

/** Beats that may pass with the rows behind, or a hello unanswered, before the screen asks again: deltas are merged for ≤ 1 s. */
const PATIENCE_BEATS = 3;
/** A refused screen keeps asking: the hall may be made, or the key be given, without anyone touching the wall. */
const ASK_AFTER_REFUSAL_MS = 15_000;
const STATUS_EVERY_MS = 60_000;

/**
 * One hall's feed: its rows as signals, its clock, and how fresh both are. It promises that the rows are exactly the
 * server's rows at `place`, or that it has said hello again; there is no other way back. Screens read it through hall/.
 */
@Injectable()
export class HallFeed {
  private readonly ground = inject(FEED_GROUND);
  private readonly screen = inject(ThisScreen);
  private readonly tables = new RowTables();
  private readonly hearing = new Hearing();
  private line: { link: LiveLink; messages: Subscription } | null = null;
  private place: { epoch: string; seq: number } | null = null;
  private asked = false;
  private beatsBehind = 0;
  private askedAt = 0;
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
      if (moves) return this.hello();
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
    this.place = null;
    this.held.set(false);
    this.refusal.set(null);
    this.hearing.restart(this.ground.elapsed());
  }

  private take(message: LiveMessage): void {
    switch (message.kind) {
      case 'opened':
        return this.hello();
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
    this.place = null;
  }

  private takeSnapshot({ epoch, seq, at, build, rows }: Snapshot): void {
    this.tables.replace(rows);
    this.serverBuild.set(build);
    this.settle(epoch, seq);
    this.refusal.set(null);
    this.held.set(true);
    this.hear(at);
  }

  private takeDelta({ epoch, prev, seq, at, put, remove }: Delta): void {
    if (!this.place || epoch !== this.place.epoch || prev !== this.place.seq) {
      if (this.asked) return; // the answer is on its way
      this.count('gaps');
      return this.hello();
    }
    this.tables.apply({ put, remove });
    this.settle(epoch, seq);
    this.hear(at);
  }

  private takeBeat({ epoch, seq, now, hash }: Beat): void {
    this.hear(now);
    const ahead = epoch === this.place?.epoch ? seq - this.place.seq : NaN;
    if (ahead !== 0) {
      if (this.asked || ahead > 0 ? ++this.beatsBehind >= PATIENCE_BEATS : true) this.hello();
      return;
    }
    this.answered(); // nothing was missed: the beat itself is the answer
    if (hash === undefined || hash === this.tables.hash()) return;
    this.count('mismatches');
    this.place = null;
    this.hello();
  }

  private settle(epoch: string, seq: number): void {
    this.place = { epoch, seq };
    this.answered();
    this.hearing.clock.setSpeed(this.pastAt() === null ? (this.rows.hall()[this.hallId]?.speed ?? 1) : 0);
  }

  private answered(): void {
    this.beatsBehind = 0;
    if (this.asked) this.sendStatus();
    this.asked = false;
  }

  private sendStatus(): void {
    this.statusAt = this.ground.elapsed();
    this.line?.link.status(this.screen.status());
  }

  private hello(): void {
    this.asked = true;
    this.askedAt = this.ground.elapsed();
    this.beatsBehind = 0;
    this.count('hellos');
    this.line?.link.hello({ protocol: PROTOCOL, hallId: this.hallId, ...this.place });
  }

  private hear(at: string): void {
    this.hearing.hear(this.ground.elapsed(), at);
  }

  private tick(): void {
    const elapsed = this.ground.elapsed();
    this.hearing.tick(elapsed);
    if (this.freshness() === 'live' && elapsed - this.statusAt >= STATUS_EVERY_MS) this.sendStatus();
    if (this.refusal() && elapsed - this.askedAt >= ASK_AFTER_REFUSAL_MS) this.hello();
  }

  private count(what: 'hellos' | 'gaps' | 'mismatches'): void {
    this.counts.update((counts) => ({ ...counts, [what]: counts[what] + 1 }));
  }
}
