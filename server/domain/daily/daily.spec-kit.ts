/** Past days for specs: a journal told day by day as the server tells it, up to an instant. Only specs call this. */
import { dayAt, isWithin } from '../calendar/day.js';
import type { StoredEvent } from '../event/fact.js';
import { DayBook, NOTHING_CARRIED } from './day-book.js';
import { DayEvents, type DayEvent } from './day-events.js';
import { History } from './history.js';
import type { HallSettings } from '../../../shared/commands/hall.js';

/** The book of the day that `untilAt` lies in, cut there, and of each day with events before it. */
export function booksUntil(journal: StoredEvent[], settings: HallSettings, untilAt: number): DayBook[] {
  const history = new History();
  history.take({ seq: 0, loggedAt: 0, event: { specversion: '1.0', id: 'put', source: '/hallboard', type: 'hall.configured', data: settings } });
  for (const stored of journal) history.take(stored);
  const events = new DayEvents(history);
  for (const stored of journal) events.take(stored, history.place(stored));
  const byDay = new Map<number, DayEvent[]>([[dayAt(untilAt, settings.timezone).startAt, []]]);
  let day = dayAt(untilAt, settings.timezone);
  for (const one of events.inOrder()) {
    if (one.at >= untilAt) continue;
    if (!isWithin(day, one.at)) day = dayAt(Math.max(0, one.at), settings.timezone);
    const list = byDay.get(day.startAt);
    if (list) list.push(one);
    else byDay.set(day.startAt, [one]);
  }
  return tell(byDay, { settings, untilAt, history });
}

function tell(byDay: Map<number, DayEvent[]>, { settings, untilAt, history: { standards } }: { settings: HallSettings; untilAt: number; history: History }): DayBook[] {
  const books: DayBook[] = [];
  for (const [startAt, list] of [...byDay].sort(([a], [b]) => a - b)) {
    const day = dayAt(startAt, settings.timezone);
    const book = new DayBook({ settings, standards, day, cutAt: Math.min(day.endAt, untilAt) }, books.at(-1)?.leaves() ?? NOTHING_CARRIED);
    for (const one of list) book.take(one);
    books.push(book.close());
  }
  return books;
}
