/**
 * One hall, live: the single writer of its journal and the single owner of its fold. `post` → journal → fold → publish. The
 * first change after a quiet moment is published at once, further ones at most four times a second.
 */
import { randomUUID } from 'node:crypto';
import { Subject, type Observable } from 'rxjs';
import type { HallEntry, HallSettings } from '../../shared/commands/hall.js';
import type { IntakeAnswer } from '../../shared/events/cloud-event.js';
import { formatInstant, parseInstant } from '../../shared/instant.js';
import type { Delta } from '../../shared/messages/messages.js';
import type { ticketStates } from '../../shared/glossary/states.js';
import type { Progress } from '../../shared/rows/progress.js';
import { hallTime, realTime } from '../domain/calendar/clock.js';
import { isAlertEvent, OWN_SOURCE, type HallEvent, type OwnEvent } from '../domain/event/own-event.js';
import { advance, nextDeadline } from '../domain/hall/advance.js';
import { foldOrNote } from '../domain/hall/fold-or-note.js';
import type { Hall } from '../domain/hall/hall.js';
import { progressOf } from '../domain/hall/progress.js';
import { hallState, isObserved } from '../domain/hall/rows.js';
import { readText, type Appended, type Checkpoint, type Verdict } from '../journal/journal.js';
import type { AlertNews } from './alert-history.js';
import { Appraisals } from './appraisals.js';
import { postOf, type Batch } from './batch.js';
import { Cases } from './cases.js';
import { checkpointOf } from './checkpoint.js';
import { Judging } from './judging.js';
import { LiveAlerts } from './live-alerts.js';
import type { LiveHallTools } from './live-hall-tools.js';
import { Mirror } from './mirror.js';
import { Ratings } from './ratings.js';
import { Records } from './records.js';
import { Standards } from './standards.js';
import { turnOf } from './turns.js';

export interface Posted {
  /** Null: every event was accepted. */
  verdicts: Verdict[] | null;
  lastSeq: number;
}

/** A start folds at most about so many events of a hall anew, or as many as the hall has tickets. */
const CHECKPOINT_EVENTS = 250_000;
const PUBLISH_MS = 250;
/** Told later than this, an event is of the past. */
const PAST_MS = 60_000;
/** Making rows may take about this part of the time: a month posted at once is folded first and shown now and then. */
const PUBLISH_SHARE = 0.05;

export class LiveHall {
  private readonly mirror = new Mirror();
  private readonly out = new Subject<Delta>();
  private readonly told = new Subject<AlertNews>();
  private readonly erasures = new Subject<void>();
  private publishedAt = -Infinity;
  private publishMs = PUBLISH_MS;
  private cancelPublish: (() => void) | null = null;
  private readonly judging: Judging;
  /** The versions of its standard. */
  readonly standards: Standards;
  /** What people do about its alerts. */
  readonly alerts: LiveAlerts;
  /** Its ledgers. */
  readonly cases: Cases;
  /** What a month came to for each person and counter. */
  readonly appraisals: Appraisals;
  /** What is published or kept on file. */
  readonly records: Records;
  /** What citizens say of their service by the link on their ticket. */
  readonly ratings: Ratings;

  constructor(
    private readonly hall: Hall,
    private readonly tools: LiveHallTools,
    /** Journal events folded since the last checkpoint. */
    public sinceCheckpoint = 0,
  ) {
    const own = { now: () => this.now(), commit: (events: OwnEvent[]) => this.commitOwn(events) };
    this.judging = new Judging(hall, { clock: tools.clock, ...own, ownerOf: tools.ownerOf, look: () => this.publish() });
    this.standards = new Standards(hall, own);
    this.cases = new Cases(hall, own);
    this.appraisals = new Appraisals(hall, own);
    this.records = new Records(hall, own);
    this.ratings = new Ratings(hall, { now: () => this.now(), post: (batch) => this.post(batch) });
    this.alerts = new LiveAlerts(hall, own);
  }

  get id(): string {
    return this.hall.id;
  }

  get settings(): HallSettings {
    return this.hall.settings;
  }

  get lastSeq(): number {
    return this.hall.seq;
  }

  /** Seqs of events that the fold failed on, the first hundred. */
  get unread(): readonly number[] {
    return this.hall.unread ?? [];
  }

  /** Each delta, once, in order. */
  get deltas(): Observable<Delta> {
    return this.out;
  }

  /** Each commit of alert events once, in order, after its fold. */
  get alertNews(): Observable<AlertNews> {
    return this.told;
  }

  /** Texts were erased: what was sent before may hold them. */
  get erased(): Observable<void> {
    return this.erasures;
  }

  /** What the hall's clock shows now, epoch ms. */
  now(): number {
    return hallTime(this.hall.clock, this.tools.clock.now());
  }

  /** Stores the events and folds the new ones; fulfils when they are on disk. A repeated (source, id) ends in its verdict. */
  post(batch: Batch): Promise<Posted> {
    return this.tools.committer.commit(postOf(this.id, batch), (appended) => this.take(batch.events, appended));
  }

  /** For the metrics: a post was answered, so many seconds after it was read. */
  note(answer: IntakeAnswer, seconds: number): void {
    this.tools.posted(this.id, answer, seconds);
  }

  /** A person's settings, as an event of the same journal. */
  async configure(data: HallSettings): Promise<void> {
    const time = formatInstant(this.tools.clock.now());
    await this.commitOwn([{ specversion: '1.0', id: randomUUID(), source: OWN_SOURCE, type: 'hall.configured', time, data }]);
  }

  private commitOwn(events: OwnEvent[]): Promise<Posted> {
    const body = new TextEncoder().encode(JSON.stringify(events));
    return this.tools.committer.commit({ hallId: this.id, body, ids: events.map(({ id }) => id), sources: OWN_SOURCE }, (appended) => {
      const posted = this.take(events, appended);
      const news = events.filter((event, index) => isAlertEvent(event) && (posted.verdicts === null || posted.verdicts[index] === 'accepted'));
      if (news.length > 0) this.told.next({ seq: posted.lastSeq, loggedAt: appended.loggedAt, events: news as AlertNews['events'] });
      return posted;
    });
  }

  /** Erases the free texts of these events from the journal and from what is shown; the seqs of those that held any. */
  async erase(seqs: number[], { reason, author }: { reason: string; author: string }): Promise<number[]> {
    const time = formatInstant(this.tools.clock.now());
    const erased = await this.tools.committer.erase(this.id, { seqs, id: randomUUID(), time, reason, author }, ({ event, appended }) => {
      this.take([event], appended);
      this.erasures.next();
      return event.data.seqs;
    });
    return erased ?? [];
  }

  /** From here on deadlines are judged. */
  watch(): void {
    this.judging.watch();
  }

  /** Fulfils when no verdict is on its way. */
  judged(): Promise<void> {
    return this.judging.settled();
  }

  private take(events: HallEvent[], { firstSeq, loggedAt, verdicts, corrects }: Appended): Posted {
    let seq = firstSeq;
    events.forEach((event, index) => {
      if (verdicts && verdicts[index] !== 'accepted') return;
      const corrected = corrects.get(index);
      const at = seq;
      foldOrNote(this.hall, corrected ? { seq, loggedAt, event, corrects: readText(corrected) } : { seq, loggedAt, event }, (error) => this.tools.unread(this.id, at, error));
      seq++;
    });
    this.sinceCheckpoint += seq - firstSeq;
    if (this.isPast(events[0]!)) this.judging.heardPast();
    if (seq > firstSeq) this.changed();
    return { verdicts, lastSeq: this.hall.seq };
  }

  private isPast({ time }: HallEvent): boolean {
    return time !== undefined && this.now() - parseInstant(time) > PAST_MS * Math.max(1, this.hall.clock.speed);
  }

  private changed(): void {
    if (this.cancelPublish) return;
    const due = this.publishedAt + this.publishMs - this.tools.clock.now();
    // even at once means after the caller's answer is on its way; a clock set back must not hold it up
    this.cancelPublish = this.tools.clock.after(Math.min(this.publishMs, Math.max(0, due)), () => this.publish());
  }

  /** Brings the hall's clock to now and sends what changed. */
  publish(): void {
    this.cancelPublish?.();
    this.cancelPublish = null;
    const startedAt = this.tools.clock.now();
    advance(this.hall, this.now());
    this.judging.judge();
    this.sendDelta();
    this.publishMs = Math.max(PUBLISH_MS, (this.tools.clock.now() - startedAt) / PUBLISH_SHARE);
    if (this.hall.dirty.tickets.size > 0) this.changed(); // of very many changes not all were shown yet
    this.tools.published();
  }

  private sendDelta(): void {
    const delta = this.mirror.next(this.hall);
    if (!delta) return;
    this.publishedAt = this.tools.clock.now();
    this.out.next(delta);
  }

  /** A deadline has come. Verdicts go first: what else it changed is shown with them, once they are stored. */
  ring(): void {
    advance(this.hall, this.now());
    if (!this.judging.judge()) this.publish();
  }

  /** Fulfils when everything that is so now was shown; after a flood others have their turn in between. */
  async caughtUp(): Promise<void> {
    this.publish();
    while (this.hall.dirty.tickets.size > 0) {
      await turnOf(this.id);
      this.sendDelta();
    }
  }

  /** The rows as they are shown, brought to now unless that takes long: what is missing comes with the next deltas. */
  shown(): Pick<Mirror, 'seq' | 'held' | 'rows'> {
    if (!this.cancelPublish || this.publishMs === PUBLISH_MS) this.publish();
    return this.mirror;
  }

  /** Open tickets by state. */
  get open(): Record<keyof typeof ticketStates, number> {
    const { waiting, called, serving, parked } = this.hall.all;
    return { waiting, called, serving, parked };
  }

  get sources(): ReadonlyMap<string, { readonly lastHeardAt: number }> {
    return this.hall.sources;
  }

  /** Where the feed stands, without moving it. */
  position(): { hallId: string; epoch: string; seq: number } {
    return { hallId: this.id, epoch: this.mirror.epoch, seq: this.mirror.seq };
  }

  /** The real instant at which the hall next changes though no event comes. */
  nextDeadlineAt(): number {
    return realTime(this.hall.clock, Math.min(nextDeadline(this.hall), this.judging.heldUntil));
  }

  entry(): HallEntry {
    advance(this.hall, this.now());
    const { settings, all, day } = this.hall;
    const boards = [...this.hall.services.values()].filter(isObserved).reduce((sum, { observed }) => sum + observed!.waiting, 0);
    return {
      id: this.id, name: settings.name, demo: settings.demo, state: hallState(this.hall), day: day.date,
      waiting: all.waiting + boards, serving: all.serving,
    };
  }

  /** Where a ticket or a request stands; null for a number that nobody has. */
  progress(number: string): Progress | null {
    advance(this.hall, this.now());
    return progressOf(this.hall, number);
  }

  /** The state is worth keeping when folding since the last checkpoint would cost more than the checkpoint does. */
  get checkpointDue(): boolean {
    return this.sinceCheckpoint >= Math.max(CHECKPOINT_EVENTS, this.tickets);
  }

  get tickets(): number {
    return this.hall.tickets.size + this.hall.ended.size;
  }

  /** One was made of what the journal held up to this seq. */
  checkpointed(seq: number): void {
    this.sinceCheckpoint = this.hall.seq - seq;
  }

  checkpoint(): Checkpoint {
    this.sinceCheckpoint = 0;
    return checkpointOf(this.hall);
  }

  end(): void {
    this.judging.end();
    this.cancelPublish?.();
    this.out.complete();
    this.told.complete();
    this.erasures.complete();
  }
}
