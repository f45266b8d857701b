/**
 * The halls of this server, side by side; they share the journal's thread and the one timer and nothing else. Boot is
 * checkpoint → replay → arm.
 */
import { Subject, type Observable } from 'rxjs';
import type { AlertEntry, AlertStory } from '../../shared/commands/alert.js';
import type { HallSettings } from '../../shared/commands/hall.js';
import type { Backtest, BacktestAnswer } from '../../shared/commands/standard.js';
import type { Rows } from '../../shared/rows/rows.js';
import { newHall, type Hall } from '../domain/hall/hall.js';
import { allRows } from '../domain/hall/make-rows.js';
import { BrokenChainError } from '../journal/chain.js';
import type { Journal } from '../journal/journal.js';
import { alertNews, alertsBetween, type AlertNews, type Range } from './alert-history.js';
import { alertStory } from './alert-story.js';
import { AlarmClock } from './alarm-clock.js';
import type { ServerClock } from './clock.js';
import { Committer } from './committer.js';
import { LiveHall } from './live-hall.js';
import type { LiveHallTools } from './live-hall-tools.js';
import { Aside } from './aside/aside.js';
import { foldJournal } from './fold-journal.js';
import type { Past } from './past/past.js';
import { Pasts } from './past/pasts.js';
import { Retention } from './retention.js';
import { seqsOfTicket } from './texts-of-ticket.js';

/** A hall gone quiet is checkpointed too, so that a start after days has little to fold. */
const LOOK_MS = 15_000;
const WORTH_EVENTS = 1_000;
/** The checkpoint of a hall of more takes longer than a stop may: the next start folds what came since the last one. */
const STOP_TICKETS = 100_000;
/** After so long without another try nobody knows any more. */
const FAILED_MS = 5_000;

export class Halls {
  private readonly byId = new Map<string, LiveHall>();
  private readonly pasts: Pasts;
  private readonly retention: Retention;
  private readonly committer: Committer;
  private readonly alarm: AlarmClock;
  private readonly aside: Aside;
  private readonly added = new Subject<LiveHall>();
  private readonly lost = new Subject<string>();
  /** Halls whose journal cannot be trusted, from the seq on that says why. */
  readonly quarantined = new Map<string, BrokenChainError>();
  /** Hears of each post that was answered; `seconds` from its coming to its answer. */
  posted: LiveHallTools['posted'] = () => undefined;
  ownerOf: LiveHallTools['ownerOf'] = (_hallId, wanted) => wanted ?? 'operator';
  /** Hears of each event that the fold failed on. */
  unread: LiveHallTools['unread'] = () => undefined;
  private cancelLook: (() => void) | null = null;
  private armed = false;
  /** Halls that are being made just now. */
  private readonly making = new Map<string, Promise<LiveHall>>();

  private constructor(
    private readonly journal: Journal,
    private readonly clock: ServerClock,
    private readonly stopTickets: number,
  ) {
    this.committer = new Committer(journal, () => clock.now());
    this.retention = new Retention({ journal, clock, halls: this.byId, erase: (...asked) => this.erase(...asked) });
    this.aside = new Aside({ journal, clock });
    this.pasts = new Pasts({ journal, clock, halls: this.byId, aside: this.aside });
    this.alarm = new AlarmClock(clock, () => this.byId.values());
  }

  /** Folds every hall of the journal; `start` lets their time run. */
  static async open({ journal, clock, stopTickets = STOP_TICKETS }: { journal: Journal; clock: ServerClock; stopTickets?: number }): Promise<Halls> {
    const halls = new Halls(journal, clock, stopTickets);
    for (const id of await journal.hallIds()) {
      const found = await foldJournal(journal, id).catch((error: unknown) => halls.quarantine(id, error as BrokenChainError));
      if (found) halls.keep(halls.live(found.hall, found.folded));
    }
    return halls;
  }

  /** Takes a hall out of service whose journal is not what was stored; the others go on. */
  quarantine(id: string, why: BrokenChainError): void {
    const live = this.byId.get(id);
    this.quarantined.set(id, why);
    this.byId.delete(id);
    live?.end();
    if (live) this.lost.next(id);
  }

  /** Deadlines that passed while nobody looked come now; from here on each comes when it is due. */
  start(): void {
    this.armed = true;
    for (const hall of this.byId.values()) hall.watch();
    this.alarm.arm();
    this.look();
    this.pasts.start();
    this.retention.start();
  }

  /** False while what comes cannot be stored (a full disk). */
  get storing(): boolean {
    const { failedAt } = this.committer;
    return failedAt === null || this.clock.now() > failedAt + FAILED_MS;
  }

  get(id: string): LiveHall | undefined {
    return this.byId.get(id);
  }

  all(): LiveHall[] {
    return [...this.byId.values()];
  }

  /** Halls made after the start. */
  get opened(): Observable<LiveHall> {
    return this.added;
  }

  /** Halls that were live and are quarantined now. */
  get closed(): Observable<string> {
    return this.lost;
  }

  /** Makes the hall or changes its settings; true when it is new. */
  async configure(id: string, settings: HallSettings): Promise<boolean> {
    const known = this.byId.get(id) ?? (await this.making.get(id));
    if (known) {
      await known.configure(settings);
      return false;
    }
    const live = this.live(newHall(id, settings, this.clock.now()));
    const made = live.configure(settings).then(() => live);
    this.making.set(id, made);
    try {
      await made;
      this.keep(live);
    } finally {
      this.making.delete(id);
    }
    return true;
  }

  /** A hall's rows as they stood at an instant. */
  async rowsAt(id: string, instant: number): Promise<Rows> {
    return allRows(await this.past(id).hallAt(instant));
  }

  /** What a hall has been through. */
  past(id: string): Past {
    return this.pasts.of(id);
  }

  /** The alerts that other clauses would have raised in a past time, beside those of what was in force. */
  backtest(id: string, asked: Backtest): Promise<BacktestAnswer> {
    return this.aside.backtest({ id, settings: this.byId.get(id)!.settings }, asked);
  }

  /** Erases the free texts of these events for good, wherever they are kept; the seqs of those that held any. */
  async erase(id: string, batches: Iterable<number[]>, by: { reason: string; author: string }): Promise<number[]> {
    const live = this.byId.get(id)!;
    const erased: number[] = [];
    for (const seqs of batches) erased.push(...(await this.pasts.of(id).anew(() => live.erase(seqs, by))));
    if (erased.length > 0) await this.journal.saveCheckpoint(id, live.checkpoint());
    return erased;
  }

  /** The events that speak of a ticket. */
  seqsOfTicket(id: string, ticketId: string): Promise<number[]> {
    return seqsOfTicket(this.journal, id, ticketId);
  }

  /** NDJSON of a hall's events, seqs `from` to `to`. */
  journalLines(id: string, range: { from: number; to: number }): AsyncGenerator<string> {
    return this.aside.journalLines(id, range);
  }

  /** Every alert that a hall raised within the range. */
  alertsBetween(id: string, range: Range): Promise<AlertEntry[]> {
    return alertsBetween(this.journal, this.byId.get(id)!, range);
  }

  /** What was done about an alert, and the events around it; null for one that was never raised. */
  alertStory(id: string, alertId: string): Promise<AlertStory | null> {
    return alertStory(this.journal, this.byId.get(id)!, alertId);
  }

  /** What the journal tells of a hall's alerts from a seq on. */
  alertNews(id: string, fromSeq: number): AsyncGenerator<AlertNews> {
    return alertNews(this.journal, id, fromSeq);
  }

  private live(hall: Hall, sinceCheckpoint = 0): LiveHall {
    return new LiveHall(hall, { clock: this.clock, committer: this.committer, published: () => this.armed && this.alarm.arm(), posted: (...of) => this.posted(...of), ownerOf: (...of) => this.ownerOf(...of), unread: (...of) => this.unread(...of) }, sinceCheckpoint);
  }

  private keep(live: LiveHall): void {
    this.byId.set(live.id, live);
    if (this.armed) live.watch();
    this.added.next(live);
  }

  private look(): void {
    const seen = new Map(this.all().map((hall) => [hall.id, hall.lastSeq]));
    this.cancelLook = this.clock.after(LOOK_MS, () => {
      const quiet = (hall: LiveHall) => hall.sinceCheckpoint >= WORTH_EVENTS && seen.get(hall.id) === hall.lastSeq;
      // one that could not be written (a full disk) costs the next start some time and nothing else
      void this.checkpointAside((hall) => hall.checkpointDue || quiet(hall)).catch(() => undefined).finally(() => this.armed && this.look());
    });
  }

  private async checkpointAside(due: (hall: LiveHall) => boolean): Promise<void> {
    for (const hall of this.byId.values()) {
      if (!due(hall)) continue;
      const checkpoint = await this.aside.checkpoint(hall.id);
      const { seq } = checkpoint;
      await this.journal.saveCheckpoint(hall.id, checkpoint);
      hall.checkpointed(seq);
    }
  }

  private async checkpointThose(due: (hall: LiveHall) => boolean): Promise<void> {
    for (const hall of this.byId.values()) if (due(hall)) await this.journal.saveCheckpoint(hall.id, hall.checkpoint(), { atOnce: true });
  }

  /** Stops the timers and writes the last checkpoints; posts must have ended before. */
  async close(): Promise<void> {
    this.cancelLook?.();
    this.alarm.stop();
    this.armed = false;
    await Promise.all([this.pasts.stop(), this.retention.stop(), this.aside.end()]);
    for (const hall of this.byId.values()) hall.end();
    await this.checkpointThose((hall) => hall.sinceCheckpoint >= WORTH_EVENTS && hall.tickets <= this.stopTickets).catch(() => undefined);
    await this.journal.close();
  }
}
