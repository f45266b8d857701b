/**
 * Days told one after the other from stored events: the one way in which snapshots come about, on the server and for whoever
 * verifies a file. What a day leaves goes on to the next; so a day is told from the day before, or from what that left.
 */
import { createHash } from 'node:crypto';
import { dayOf, openingsOn, type Day } from '../domain/calendar/day.js';
import { dailyOf } from '../domain/daily/daily.js';
import { DayBook, type Carried } from '../domain/daily/day-book.js';
import { DayEvents, type DayEvent } from '../domain/daily/day-events.js';
import { eraseTexts } from '../domain/event/erase-texts.js';
import type { History } from '../domain/daily/history.js';
import type { StoredEvent } from '../domain/event/fact.js';
import type { HallSettings } from '../../shared/commands/hall.js';
import { formatInstant } from '../../shared/instant.js';
import { Dates } from './day-index.js';
import { canonical } from './canonical.js';
import type { Told } from './sealed.js';

/** Sorts stored events of some days to their days. */
export class Gathered {
  private readonly events: DayEvents;
  private readonly dates = new Dates();
  private readonly corrections: { date: string; seq: number }[] = [];
  private days: Map<string, DayEvent[]> | null = null;

  constructor(
    private readonly history: History,
    private readonly wanted: ReadonlySet<string>,
  ) {
    this.events = new DayEvents(history);
  }

  take(stored: StoredEvent): void {
    const placed = this.history.place(stored);
    this.events.take(stored, this.wanted.has(this.dateOf(stored.seq, placed.at)) ? placed : null);
    if (stored.corrects) this.corrections.push({ date: this.dateOf(stored.corrects.seq, this.history.place(stored.corrects).at), seq: stored.seq });
  }

  private dateOf(seq: number, at: number): string {
    return this.dates.at(at, this.history.zoneAt(seq)).date;
  }

  /** By date, each in (at, seq) order. */
  byDate(): Map<string, DayEvent[]> {
    if (this.days) return this.days;
    this.days = new Map([...this.wanted].sort().map((date): [string, DayEvent[]] => [date, []]));
    for (const one of this.events.inOrder()) this.days.get(this.dateOf(one.seq, one.at))!.push(one);
    return this.days;
  }

  /** The seqs of what concerns a day: its events and the corrections of them. */
  seqsOf(date: string): number[] {
    const own = this.byDate().get(date)!.map(({ seq }) => seq);
    return [...new Set([...own, ...this.corrections.filter((one) => one.date === date).map(({ seq }) => seq)])].sort((a, b) => a - b);
  }
}

export interface DayToTell {
  hallId: string;
  date: string;
  firstSeq: number;
  events: DayEvent[];
  carried: Carried;
  /** A day that still runs is told up to here. */
  cutAtMost: number;
}

/** The last closing of a day; its end where the hall has no hours that day. */
export function closingOf(day: Day, { openingHours, exceptions }: HallSettings): number {
  const closings = openingsOn(day, openingHours, exceptions).map(({ closesAt }) => closesAt);
  return closings.length === 0 ? day.endAt : Math.max(...closings);
}

export function tellDay(history: History, { hallId, date, firstSeq, events, carried, cutAtMost }: DayToTell): { told: Told; left: Carried } {
  const zone = history.zoneAt(firstSeq);
  const settings = history.settingsFor({ endAt: dayOf(date, zone).endAt, firstSeq });
  const day = dayOf(date, settings.timezone);
  const cutAt = Math.min(day.endAt, cutAtMost);
  const book = new DayBook({ settings, standards: history.standards, day, cutAt }, carried);
  const heard = events.filter(({ at }) => at < cutAt);
  for (const event of heard) book.take(event);
  book.close();
  const told: Told = {
    hallId, hallName: settings.name, date, timezone: day.zone,
    startAt: formatInstant(day.startAt), endAt: formatInstant(day.endAt),
    journal: journalOf(heard),
    ...dailyOf(book),
  };
  return { told, left: book.leaves() };
}

function journalOf(events: DayEvent[]): Told['journal'] {
  const hash = createHash('sha256');
  let [firstSeq, lastSeq] = [Infinity, 0];
  for (const { seq, posted } of events) {
    hash.update(`${canonical(eraseTexts(posted))}\n`); // no figure is made of a free text, and one may be erased later
    [firstSeq, lastSeq] = [Math.min(firstSeq, seq), Math.max(lastSeq, seq)];
  }
  const none = events.length === 0;
  return { firstSeq: none ? null : firstSeq, lastSeq: none ? null : lastSeq, events: events.length, sha256: hash.digest('hex') };
}
