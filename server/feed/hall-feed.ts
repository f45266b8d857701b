/**
 * The feed of one hall: hello → the missed deltas or a snapshot; then each delta, and a beat every second. Holds the last
 * deltas of this epoch; whatever lies further back is answered by a snapshot.
 */
import { createHash } from 'node:crypto';
import { formatInstant } from '../../shared/instant.js';
import type { Beat, Delta, Hello } from '../../shared/messages/messages.js';
import type { LiveHall } from '../live/live-hall.js';
import { audiences, changeFor, rowsFor, type Audience, type NumberOf } from './audience.js';
import { canonicalRows } from './canonical-rows.js';
import { frameOf } from './frame.js';
import { NAMESPACE, type Screen } from './screen.js';
import { Screens } from './screens.js';

const RING_DELTAS = 512;
/** A hash with every tenth beat: a screen finds within ten seconds that it has drifted. */
const HASH_BEATS = 10;
/** Of the hall's clock a snapshot tells no more than the next beat does. */
const SHARED_MS = 250;

interface FeedOptions {
  /** The build of the server's pages. */
  build?: string;
  /** Halls begin apart, so that not all of them make their hash in one second. */
  beats?: number;
  numberOf?: NumberOf;
}

export class HallFeed {
  readonly build: string;
  private beats: number;
  private readonly numberOf: NumberOf;
  /** What the screens say of themselves. */
  readonly known = new Screens();
  private readonly screens = new Set<Screen>();
  private readonly ring: Delta[] = [];
  private readonly snapshots: Partial<Record<Audience, { seq: number; madeAt: number; frame: Buffer }>> = {};
  private readonly hashes: Partial<Record<Audience, { seq: number; hash: string }>> = {};

  constructor(
    readonly hall: LiveHall,
    private readonly now: () => number,
    { build = '', beats = 0, numberOf = () => null }: FeedOptions = {},
  ) {
    this.build = build;
    this.beats = beats;
    this.numberOf = numberOf;
    hall.deltas.subscribe((delta) => this.publish(delta));
    hall.erased.subscribe(() => void (this.ring.length = 0));
  }

  get connected(): ReadonlySet<Screen> {
    return this.screens;
  }

  /** W4: a screen that holds a seq of this epoch gets what it missed; any other gets everything. */
  join(screen: Screen, { epoch, seq }: Pick<Hello, 'epoch' | 'seq'>): void {
    const position = this.hall.position();
    const missed = epoch === position.epoch && seq !== undefined ? this.since(seq, position.seq) : null;
    if (missed) {
      for (const delta of missed) screen.write(this.frame('delta', changeFor(screen.audience, delta, this.numberOf)), this.now());
      screen.write(this.frame('beat', this.beat()), this.now());
    } else this.sendSnapshot(screen);
    this.screens.add(screen); // only now: no delta may come to it before its snapshot
  }

  leave(screen: Screen): void {
    this.screens.delete(screen);
  }

  private since(seq: number, current: number): Delta[] | null {
    if (seq === current) return [];
    const index = this.ring.findIndex(({ prev }) => prev === seq);
    return index < 0 ? null : this.ring.slice(index);
  }

  private sendSnapshot(screen: Screen): void {
    screen.write(this.snapshotFor(screen.audience), this.now());
  }

  /** One for all who come within a moment in which nothing changes: after a power cut a building of walls asks at once. */
  private snapshotFor(audience: Audience): Buffer {
    const held = this.snapshots[audience];
    if (held?.seq === this.hall.position().seq && this.now() - held.madeAt < SHARED_MS) return held.frame;
    const snapshot = this.hall.snapshot();
    const frame = this.frame('snapshot', { ...snapshot, build: this.build, rows: rowsFor(audience, snapshot.rows, this.numberOf) });
    this.snapshots[audience] = { seq: snapshot.seq, madeAt: this.now(), frame };
    return frame;
  }

  private publish(delta: Delta): void {
    this.ring.push(delta);
    if (this.ring.length > RING_DELTAS) this.ring.shift();
    this.broadcast('delta', (audience) => changeFor(audience, delta, this.numberOf));
  }

  /** Every second: the hall's clock, the feed's place, now and then the hash; screens that lagged catch up or are cut off. */
  tick(): void {
    this.tend();
    if (this.screens.size === 0) return;
    const withHash = this.beats++ % HASH_BEATS === 0;
    this.broadcast('beat', (audience) => (withHash ? this.provenBeat(audience) : this.beat()));
  }

  private tend(): void {
    for (const screen of this.screens) {
      const lag = screen.lag(this.now());
      if (lag === 'drained') this.sendSnapshot(screen);
      if (lag === 'cut') screen.refuse({ code: 'slow', message: 'This screen takes in less than it is sent: it was cut off after 10 s.' });
    }
  }

  private beat(): Beat {
    return { ...this.hall.position(), now: formatInstant(this.hall.now()) };
  }

  /** The hash comes first: making it may publish, and the beat's seq must be that of the rows it proves. */
  private provenBeat(audience: Audience): Beat {
    const hash = this.hash(audience);
    return { ...this.beat(), hash };
  }

  /** W3, as `hashRows` computes it on a screen. */
  private hash(audience: Audience): string {
    const { seq, rows } = this.hall.snapshot();
    const known = this.hashes[audience];
    if (known?.seq === seq) return known.hash;
    const hash = createHash('sha256').update(canonicalRows(rowsFor(audience, rows, this.numberOf))).digest('hex');
    this.hashes[audience] = { seq, hash };
    return hash;
  }

  private broadcast(name: string, valueFor: (audience: Audience) => object): void {
    for (const audience of audiences) {
      let frame: Buffer | undefined;
      for (const screen of this.screens) {
        if (screen.audience === audience) screen.write((frame ??= this.frame(name, valueFor(audience))), this.now());
      }
    }
  }

  private frame(name: string, value: object): Buffer {
    return frameOf(NAMESPACE, name, JSON.stringify(value));
  }
}
