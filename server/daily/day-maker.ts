/**
 * Makes the days of one hall that are due: past days not told yet, told before they were over, or of which the journal now says
 * otherwise; and today once the hall has closed. Runs in a thread of its own; nothing here waits for the server.
 */
import type { KeyObject } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { dayAt, dayOf, type Day } from '../domain/calendar/day.js';
import { NOTHING_CARRIED, type Carried } from '../domain/daily/day-book.js';
import type { DayEvent } from '../domain/daily/day-events.js';
import { History } from '../domain/daily/history.js';
import { isOwn } from '../domain/event/own-event.js';
import { storedEvents, type Journal } from '../journal/journal.js';
import { Dates, indexEvent, type DayIndex, type IndexedDay } from './day-index.js';
import { canonical } from './canonical.js';
import { isSame, seal, sha256Of, type Told } from './sealed.js';
import type { Shelf } from './shelf.js';
import { signatureOf } from './signing-key.js';
import { exportFile } from './export-file.js';
import { closingOf, Gathered, tellDay } from './tell-days.js';
import { writeWhole } from '../whole-file.js';

export interface Job {
  hallId: string;
  /** What the hall's clock shows, and the server's. */
  now: number;
  madeAt: number;
}

export interface Done {
  /** The journal is looked through up to here. */
  seq: number;
  made: { date: string; revision: number }[];
  /** When the hall's clock next shows that a day is due, though no event comes. */
  dueAt: number;
}

export interface MakerTools {
  journal: Pick<Journal, 'links' | 'find'>;
  shelf: Shelf;
  data: string;
  key: KeyObject;
}

/** Days of so many events are gathered in one reading. */
const GATHER = 200_000;

export class DayMaker {
  private readonly history = new History();
  private readonly index: DayIndex;
  private news: number[] = [];

  constructor(
    private readonly tools: MakerTools,
    private readonly job: Job,
  ) {
    this.index = tools.shelf.index(job.hallId);
    for (const own of this.index.own) this.history.take(own);
  }

  async run(): Promise<Done> {
    const { shelf } = this.tools;
    await this.scan();
    const made: Done['made'] = [];
    if (this.index.seq > 0) {
      for (let due = this.due(); due.length > 0; due = this.due()) made.push(...(await this.make(due)));
    }
    shelf.saveIndex(this.job.hallId, this.index);
    return { seq: this.index.seq, made, dueAt: this.dueAt() };
  }

  private async scan(): Promise<void> {
    const dates = new Dates();
    for await (const events of storedEvents(this.tools.journal, this.job.hallId, this.index.seq + 1)) {
      for (const stored of events) {
        if (isOwn(stored.event) && (stored.event.type === 'hall.configured' || stored.event.type === 'standard.put')) {
          this.index.own.push(stored);
          this.history.take(stored);
        }
        indexEvent(this.index, stored, { history: this.history, dates });
      }
    }
  }

  private today(): Day {
    return dayAt(this.job.now, this.history.zoneAt(this.index.seq));
  }

  private closingAt(day: Day): number {
    return closingOf(day, this.history.settingsFor({ endAt: day.endAt, firstSeq: this.index.days[day.date]?.firstSeq ?? this.index.seq }));
  }

  /** Dates that are due, in order. */
  private due(): string[] {
    const today = this.today();
    const isDue = ([date, day]: [string, IndexedDay]) => {
      if (date < today.date) return !day.final || day.lastSeq > day.toldSeq;
      return date === today.date && day.toldSeq === 0 && this.job.now >= this.closingAt(today);
    };
    return Object.entries(this.index.days).filter(isDue).map(([date]) => date).sort();
  }

  private dueAt(): number {
    if (this.index.seq === 0) return Infinity;
    const today = this.today();
    const closingAt = this.closingAt(today);
    return closingAt > this.job.now ? closingAt : today.endAt;
  }

  /** From the nearest day whose beginning is known, up to the last that is due; days that are not due only lead there. */
  private async make(due: string[]): Promise<Done['made']> {
    const known = this.tools.shelf.leftBefore(this.job.hallId, due[0]!);
    let carried = known?.carried ?? NOTHING_CARRIED;
    const dates = Object.keys(this.index.days).filter((date) => date > (known?.date ?? '') && date <= due.at(-1)!).sort();
    const made: Done['made'] = [];
    for (const batch of this.batches(dates)) {
      const gathered = await this.gather(batch);
      for (const [date, events] of gathered.byDate()) {
        const { told, left } = this.tell(date, { events, carried });
        if (due.includes(date)) made.push(...(await this.keep(told, gathered.seqsOf(date))));
        if (this.index.days[date]!.final) this.pass(date, left);
        carried = left;
      }
    }
    return made;
  }

  private *batches(dates: string[]): Generator<string[]> {
    let [batch, count]: [string[], number] = [[], 0];
    for (const date of dates) {
      const { events } = this.index.days[date]!;
      if (batch.length > 0 && count + events > GATHER) {
        yield batch;
        [batch, count] = [[], 0];
      }
      batch.push(date);
      count += events;
    }
    if (batch.length > 0) yield batch;
  }

  private async gather(dates: string[]): Promise<Gathered> {
    const days = dates.map((date) => this.index.days[date]!);
    const [from, to] = [Math.min(...days.map(({ firstSeq }) => firstSeq)), Math.max(...days.map(({ lastSeq }) => lastSeq))];
    const gathered = new Gathered(this.history, new Set(dates));
    reading: for await (const events of storedEvents(this.tools.journal, this.job.hallId, from)) {
      for (const stored of events) {
        if (stored.seq > to) break reading;
        gathered.take(stored);
      }
    }
    return gathered;
  }

  private tell(date: string, { events, carried }: { events: DayEvent[]; carried: Carried }): ReturnType<typeof tellDay> {
    const { hallId, now } = this.job;
    const { firstSeq } = this.index.days[date]!;
    const day = dayOf(date, this.history.zoneAt(firstSeq));
    const cutAtMost = now >= day.endAt ? day.endAt : this.closingAt(day);
    return tellDay(this.history, { hallId, date, firstSeq, events, carried, cutAtMost });
  }

  /** A new revision, where there is anything new to say. */
  private async keep(told: Told, seqs: number[]): Promise<Done['made']> {
    const { shelf, data, key } = this.tools;
    const { hallId, date } = told;
    const day = this.index.days[date]!;
    const before = shelf.newest(hallId, date);
    const since = seqs.filter((seq) => seq > day.toldSeq);
    // what is new of a day that was only passed something else is what was new of the day before
    if (since.length > 0) this.news = since;
    const because = before ? this.news : [];
    Object.assign(day, { toldSeq: day.lastSeq, final: date < this.today().date });
    if (before && isSame(before, told)) return [];
    const daily = seal(told, { before, because, previous: shelf.hashBefore(hallId, date) });
    const text = canonical(daily);
    await write(join(data, exportFile(daily)), text);
    await write(join(data, exportFile(daily, 'sig')), canonical(signatureOf(key, daily.sha256)));
    shelf.add(daily, text, this.job.madeAt);
    return [{ date, revision: daily.revision }];
  }

  /** What a day leaves; the next day is told anew where it was told with something else. */
  private pass(date: string, left: Carried): void {
    const { days } = this.index;
    const carried = sha256Of(JSON.stringify(left));
    const next = Object.keys(days).filter((one) => one > date).sort()[0];
    this.tools.shelf.saveLeft(this.job.hallId, date, left);
    if (next === undefined || days[next]!.carried === carried) return;
    Object.assign(days[next]!, { carried, final: false });
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(join(file, '..'), { recursive: true });
  await writeWhole(file, text);
}
