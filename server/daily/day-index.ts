/** Which days a hall's journal speaks of, and what of it concerns each: kept beside the dailies, so that no day is looked for twice. */
import type { StoredEvent } from '../domain/event/fact.js';
import { dayAt, type Day } from '../domain/calendar/day.js';
import type { History } from '../domain/daily/history.js';

export interface IndexedDay {
  firstSeq: number;
  /** Of its events, and of corrections of them. */
  lastSeq: number;
  events: number;
  /** Told up to this seq. */
  toldSeq: number;
  /** The day was over when it was told. */
  final: boolean;
  /** SHA-256 of what the days before left it. */
  carried: string;
}

export interface DayIndex {
  /** Scanned up to this seq. */
  seq: number;
  /** Settings and standards, of which the hall's history is read. */
  own: StoredEvent[];
  days: Record<string, IndexedDay>;
}

export const newIndex = (): DayIndex => ({ seq: 0, own: [], days: {} });

/** The date of an instant; the last days asked for are remembered, for a zone's calendar takes its time. */
export class Dates {
  private days: Day[] = [];

  at(at: number, zone: string): Day {
    let day = this.days.find((one) => at >= one.startAt && at < one.endAt && one.zone === zone);
    if (!day) this.days = [(day = dayAt(Math.max(0, at), zone)), ...this.days.slice(0, 31)];
    return day;
  }
}

/** Takes stored events in seq order into the index; settings and standards must be in the history before. */
export function indexEvent(index: DayIndex, stored: StoredEvent, { history, dates }: { history: History; dates: Dates }): void {
  const { seq, event, corrects } = stored;
  index.seq = seq;
  const dateOf = (one: StoredEvent) => dates.at(history.place(one).at, history.zoneAt(one.seq)).date;
  const day = (index.days[dateOf(stored)] ??= { firstSeq: seq, lastSeq: seq, events: 0, toldSeq: 0, final: false, carried: '' });
  day.events++;
  day.lastSeq = seq;
  // a correction, and a clock set back, say otherwise of days that may be told already
  if (corrects) touch(index, dateOf(corrects), seq);
  if (event.type !== 'hall.configured' || event.data.clock === undefined) return;
  const setTo = dates.at(history.clockSetAt(seq), history.zoneAt(seq)).date;
  for (const date of Object.keys(index.days)) if (date >= setTo && index.days[date]!.lastSeq < seq) touch(index, date, seq);
}

function touch({ days }: DayIndex, date: string, seq: number): void {
  const day = days[date];
  if (day) day.lastSeq = Math.max(day.lastSeq, seq);
}
