/**
 * The feed of one hall: hello → the missed deltas or a snapshot; then each delta, and a beat every second. Holds the last
 * deltas of this epoch; whatever lies further back is answered by a snapshot.
 */
import { formatInstant } from '../../shared/instant.js';
import type { Beat, Delta, Hello, Snapshot } from '../../shared/messages/messages.js';
import type { LiveHall } from '../live/live-hall.js';
import { turnOf } from '../live/turns.js';
import { audiences, changeFor, tablesFor, type Audience, type NumberOf } from './audience.js';
import { frameOf, framesOf } from './frame.js';
import { rowText, rowTextInSlices, type RowText, type TextAsked } from './row-text.js';
import { NAMESPACE, type Screen } from './screen.js';
import { Screens } from './screens.js';

const RING_DELTAS = 512;
/** A hash with every tenth beat: a screen finds within ten seconds that it has drifted. */
const HASH_BEATS = 10;
/** Open tickets and counters: the text of fewer is made before anyone has to wait. */
const MANY_ROWS = 2_000;

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
  /** Those of them that are to get a snapshot first. */
  private readonly waiting = new Set<Screen>();
  /** While nothing changes. */
  private texts: Partial<Record<Audience, RowText>> = {};
  private readonly making = new Map<Audience, Promise<RowText>>();

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
      this.tell(screen, missed);
      screen.write(this.frame('beat', this.beat()), this.now());
    } else this.waiting.add(screen);
    this.screens.add(screen); // only now: no delta may come to it before its snapshot
    if (!missed) this.showAll(screen.audience);
  }

  leave(screen: Screen): void {
    this.screens.delete(screen);
    this.waiting.delete(screen);
  }

  private tell(screen: Screen, deltas: Delta[]): void {
    for (const delta of deltas) screen.write(this.frame('delta', changeFor(screen.audience, delta, this.numberOf)), this.now());
  }

  private since(seq: number, current: number): Delta[] | null {
    if (seq === current) return [];
    const index = this.ring.findIndex(({ prev }) => prev === seq);
    return index < 0 ? null : this.ring.slice(index);
  }

  /** A snapshot for all of an audience who wait for one. */
  private showAll(audience: Audience): void {
    const text = this.textOf(audience);
    if (text) for (const screen of this.waitingFor(audience)) this.show(screen, text);
  }

  private *waitingFor(audience: Audience): Generator<Screen> {
    for (const screen of this.waiting) if (screen.audience === audience) yield screen;
  }

  /** The rows as `text` has them, and what changed since. */
  private show(screen: Screen, text: RowText): void {
    const missed = this.since(text.seq, this.hall.position().seq);
    if (!missed) return; // it took longer than the ring reaches back: with the next
    this.waiting.delete(screen);
    screen.write(framesOf(NAMESPACE, 'snapshot', this.told(text, { build: this.build })), this.now());
    this.tell(screen, missed);
  }

  private told({ seq, bytes }: RowText, more: Pick<Snapshot, 'build'> | null = null): Buffer[] {
    const head = JSON.stringify({ ...this.hall.position(), seq, at: formatInstant(this.hall.now()), ...more });
    return [Buffer.from(`${head.slice(0, -1)},"rows":`), ...bytes, Buffer.from('}')];
  }

  /** The rows as they stand; null where there are so many that they are made in slices: whoever waits is shown them then. */
  private textOf(audience: Audience): RowText | null {
    const { seq, held: shown } = this.hall.shown();
    const held = this.texts[audience];
    if (held?.seq === seq) return held;
    if (this.making.has(audience)) return null;
    const asked = { hallId: this.hall.id, seq, tables: tablesFor(audience, shown, this.numberOf) };
    if (!this.isLarge) return (this.texts[audience] = rowText(asked));
    this.making.set(audience, this.makeSlowly(audience, asked));
    return null;
  }

  /** The hall as it stands now, as JSON in pieces. */
  async state(audience: Audience): Promise<Buffer[]> {
    await this.hall.caughtUp();
    const { seq } = this.hall.position();
    for (;;) {
      const text = this.textOf(audience) ?? (await this.making.get(audience)!);
      if (text.seq >= seq) return this.told(text); // it may have been begun before
    }
  }

  private get isLarge(): boolean {
    const { open, settings } = this.hall;
    return Object.values(open).reduce((sum, tickets) => sum + tickets, settings.counters.length) > MANY_ROWS;
  }

  private async makeSlowly(audience: Audience, asked: TextAsked): Promise<RowText> {
    const text = await rowTextInSlices(asked);
    this.texts[audience] = text;
    for (const screen of this.waitingFor(audience)) {
      this.show(screen, text);
      await turnOf(this.hall.id);
    }
    this.making.delete(audience);
    if (!this.waitingFor(audience).next().done) this.showAll(audience);
    return text;
  }

  private publish(delta: Delta): void {
    this.texts = {};
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
      if (lag === 'drained') this.waiting.add(screen);
      if (lag === 'cut') screen.refuse({ code: 'slow', message: 'This screen takes in less than it is sent: it was cut off after 10 s.' });
    }
    for (const audience of new Set([...this.waiting].map((screen) => screen.audience))) this.showAll(audience);
  }

  private beat(): Beat {
    return { ...this.hall.position(), now: formatInstant(this.hall.now()) };
  }

  /** The hash comes first: making it may publish, and the beat's seq must be that of the rows it proves. None while many rows change. */
  private provenBeat(audience: Audience): Beat {
    const hash = this.textOf(audience)?.hash;
    return { ...this.beat(), ...(hash && { hash }) };
  }

  private broadcast(name: string, valueFor: (audience: Audience) => object): void {
    for (const audience of audiences) {
      let frame: Buffer | undefined;
      for (const screen of this.screens) {
        if (screen.audience === audience && !this.waiting.has(screen)) screen.write((frame ??= this.frame(name, valueFor(audience))), this.now());
      }
    }
  }

  private frame(name: string, value: object): Buffer {
    return frameOf(NAMESPACE, name, JSON.stringify(value));
  }
}
