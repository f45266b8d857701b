/**
 * The past of a hall: as it stood at any instant, and what happened in any time. A hall is folded in the order in which
 * things happened; on the way each day's start is kept, so that another look folds no more than a day. What comes late or is
 * corrected lets go of the starts of the days after it. The journal's own order matters nowhere here.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { dayAt, dayOf, instantOf, type Day } from '../../domain/calendar/day.js';
import { OWN_SOURCE } from '../../domain/event/own-event.js';
import { advance } from '../../domain/hall/advance.js';
import { FOLD_VERSION, newHall, type Hall } from '../../domain/hall/hall.js';
import { putAway } from '../../domain/hall/put-away.js';
import type { KeptVersion } from '../../domain/standard/standard.js';
import { checkpointOf, hallOfCheckpoint } from '../checkpoint.js';
import { pack, unpack } from './packed.js';
import { PastReader, type PastJournal } from './past-reader.js';
import type { PastFact, ToldEvent } from './time-line.js';

const WORTH_EVENTS = 500;

interface Tools {
  journal: PastJournal;
  hallId: string;
  /** Whether an alert that nothing in the journal ends stands, or was raised in vain (A1). */
  stands: (alertId: string) => boolean;
  /** A day's start is kept when so many events lie between it and the one kept before. */
  worth?: number;
}

/** Hears of each event's flags as it is folded. */
type Heard = (fact: PastFact, flags: QualityFlag[]) => void;

export class Past {
  private reader: PastReader;
  private underway: Promise<unknown> = Promise.resolve();

  constructor(private readonly tools: Tools) {
    this.reader = new PastReader(tools.journal, tools.hallId);
  }

  /** P1: the hall as it stood at an instant. It is the caller's own. */
  async hallAt(instant: number, heard?: Heard): Promise<Hall> {
    const hall = await this.inTurn(() => this.foldTo(instant, heard));
    await this.withdrawVain(hall);
    return hall;
  }

  /** What happened in a time, `from` inclusive, `to` exclusive, in (time, seq) order, with its corrections. */
  factsBetween(range: { from: number; to: number }): Promise<PastFact[]> {
    return this.inTurn(async () => {
      const facts: PastFact[][] = [];
      for await (const some of this.reader.facts(range)) facts.push(some);
      return facts.flat();
    });
  }

  /** Every version of the standard, as far as the past has been read. */
  get standards(): KeptVersion[] {
    return this.reader.line.state.standards;
  }

  /** The hall's own day of that date, YYYY-MM-DD, by the settings then in force. */
  dayOn(date: string): Promise<Day> {
    return this.inTurn(() => Promise.resolve(dayOf(date, this.zoneOn(date))));
  }

  /** The instant of a time of day, HH:MM, by the hall's clocks. */
  localInstant(date: string, time: string): Promise<number> {
    return this.inTurn(() => Promise.resolve(instantOf(date, time, this.zoneOn(date))));
  }

  private zoneOn(date: string): string {
    return this.reader.line.settingsAt(Date.parse(`${date}T12:00:00Z`)).timezone;
  }

  /** The hall's own day of an instant. */
  dayAt(instant: number): Promise<Day> {
    return this.inTurn(() => Promise.resolve(dayAt(instant, this.reader.line.settingsAt(instant).timezone)));
  }

  async eventsOfDay(date: string): Promise<PastFact[]> {
    const { startAt, endAt } = await this.dayOn(date);
    return this.factsBetween({ from: startAt, to: endAt });
  }

  /** What was posted of a ticket in a time, as it was posted. */
  eventsOfTicket(ticketId: string, range: { from: number; to: number }): Promise<ToldEvent[]> {
    return this.inTurn(() => this.reader.ofTicket(ticketId, range));
  }

  /** Reads the journal to its end and keeps the starts of the days up to now: what is asked next is quick to answer. */
  prepare(now: number): Promise<void> {
    return this.inTurn(async () => void (await this.foldTo(now)));
  }

  /** Between two looks the journal becomes another: what was read of it is let go of. */
  anew<T>(work: () => Promise<T>): Promise<T> {
    const done = this.underway.then(async () => {
      const result = await work();
      const { stopped } = this.reader;
      this.reader = new PastReader(this.tools.journal, this.tools.hallId);
      this.reader.stopped = stopped;
      return result;
    });
    this.underway = done.catch(() => undefined);
    return done;
  }

  /** Whoever still waits is refused: the journal is about to be closed. */
  stop(): void {
    this.reader.stopped = true;
  }

  /** One after another: two readers would only do the same twice. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.underway.then(async () => {
      await this.reader.catchUp();
      return work();
    });
    this.underway = done.catch(() => undefined);
    return done;
  }

  private async foldTo(instant: number, heard?: Heard): Promise<Hall> {
    const kept = await this.tools.journal.keptPast(this.tools.hallId, { kind: 'dayStart', at: instant, version: FOLD_VERSION });
    let hall = kept ? hallOfCheckpoint({ seq: 0, foldVersion: kept.version, state: new Uint8Array(await unpack(kept.state)) }) : null;
    if (hall) hall.standards = this.reader.line.state.standards;
    let folded = 0;
    for await (const facts of this.reader.facts({ from: kept?.at ?? 0, to: instant + 1 })) {
      if (facts.length > 0) hall ??= this.newHall(facts[0]!.at);
      for (const fact of facts) {
        if (fact.at >= hall!.day.endAt) folded = await this.beginDay(hall!, { at: fact.at, folded });
        advance(hall!, fact.at);
        const flags = this.reader.line.apply(hall!, fact);
        heard?.(fact, flags);
        folded++;
        await this.reader.breathe();
      }
    }
    hall ??= this.newHall(instant);
    if (instant >= hall.day.endAt) await this.beginDay(hall, { at: instant, folded });
    advance(hall, instant);
    return hall;
  }

  private newHall(at: number): Hall {
    const hall = newHall(this.tools.hallId, this.reader.line.settingsAt(at), at);
    hall.standards = this.reader.line.state.standards;
    return hall;
  }

  /** So many events are folded and not kept. */
  private async beginDay(hall: Hall, { at, folded }: { at: number; folded: number }): Promise<number> {
    const { startAt } = dayAt(at, hall.day.zone);
    advance(hall, startAt);
    if (folded < (this.tools.worth ?? WORTH_EVENTS)) return folded;
    putAway(hall, hall.tickets.keys());
    const { state } = checkpointOf(hall);
    await this.tools.journal.keepPast(this.tools.hallId, { kind: 'dayStart', at: startAt, version: FOLD_VERSION, state: await pack(state) });
    return 0;
  }

  private async withdrawVain(hall: Hall): Promise<void> {
    const { journal, hallId, stands } = this.tools;
    for (const { id, resolvedAt } of [...hall.alerts.values()]) {
      if (resolvedAt === null && !stands(id) && !(await journal.find(hallId, OWN_SOURCE, `${id}.resolved`))) hall.alerts.delete(id);
    }
  }
}
