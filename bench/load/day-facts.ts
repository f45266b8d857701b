import { serve } from '../child.js';
import { Columns, type Place } from '../../server/domain/kpi/columns.js';
import { totalsOf } from '../../server/domain/kpi/totals.js';
import { NOTHING_CARRIED } from '../../server/domain/daily/day-book.js';
import { dayOf } from '../../server/domain/calendar/day.js';
import { HallSettings } from '../../shared/commands/hall.js';
import { History } from '../../server/domain/daily/history.js';
import { Gathered, tellDay } from '../../server/daily/tell-days.js';
import type { StoredEvent } from '../../server/domain/event/fact.js';
import { factsOf, type TicketFacts } from './ticket-facts.js';
import { cloudEventText, laneEvents, type TicketPlan } from './tickets.js';

/** Our side of the row `daily`, in a process of its own: figures of every group from a day's columns, and a whole day from raw events. */
let columns = new Columns();
let texts: string[] = [];

function prepareFacts({ tickets }: { tickets: number }): number {
  columns = new Columns();
  for (const facts of factsOf(tickets)) addMarks(facts);
  return columns.rows;
}

function addMarks({ service, counter, staff, zone, hour, waitMs, walkMs, serviceMs, abandonMs, within }: TicketFacts): void {
  const place: Place = { services: service, counters: counter, staff, zones: zone, hours: hour };
  const base = { at: 0, serviceId: service, counterId: counter, staffId: staff };
  columns.add({ kind: 'issued', ...base }, place, null);
  const wait = { legAt: 0, pauses: [], customerClass: null };
  if (abandonMs !== null) return columns.add({ kind: 'abandoned', ...base, ...wait, abandonMs }, place, within);
  columns.add({ kind: 'called', ...base, ...wait, waitMs }, place, within);
  columns.add({ kind: 'started', ...base, waitToServiceMs: waitMs! + walkMs!, walkMs }, place, null);
  columns.add({ kind: 'ended', ...base, outcome: 'completed', serviceMs }, place, null);
}

function tellFacts(_: null): { seconds: number; hall: unknown; groups: number } {
  const begin = performance.now();
  const { hall, by } = totalsOf(columns);
  const seconds = (performance.now() - begin) / 1000;
  return { seconds, hall: hall.spreads, groups: Object.values(by).reduce((sum, groups) => sum + groups.size, 1) };
}

function prepareEvents(plan: TicketPlan): number {
  texts = [];
  const lanes = Array.from({ length: plan.lanes }, (_, lane) => laneEvents(plan, lane));
  for (let open = true; open; ) {
    open = false;
    for (const lane of lanes) {
      const next = lane.next();
      if (next.done) continue;
      texts.push(cloudEventText(next.value));
      open = true;
    }
  }
  return texts.length;
}

/** As the worker does it from the journal's links: parsed, sorted to its day, played, told. */
function tellEvents({ date, settings: put }: { date: string; settings: unknown }): { seconds: number; served: number; mb: number } {
  const begin = performance.now();
  const settings = HallSettings.parse(put);
  const history = new History();
  history.take({ seq: 0, loggedAt: 0, event: { specversion: '1.0', id: 'put', source: '/hallboard', type: 'hall.configured', data: settings } });
  const gathered = new Gathered(history, new Set([date]));
  const { endAt: loggedAt } = dayOf(date, settings.timezone);
  texts.forEach((text, index) => gathered.take({ seq: index + 1, loggedAt, event: JSON.parse(text) as StoredEvent['event'] }));
  const { told } = tellDay(history, { hallId: 'bench', date, firstSeq: 1, events: gathered.byDate().get(date)!, carried: NOTHING_CARRIED, cutAtMost: Infinity });
  return { seconds: (performance.now() - begin) / 1000, served: told.hall.tickets.served, mb: process.memoryUsage().rss / 1e6 };
}

const handlers = { prepareFacts, tellFacts, prepareEvents, tellEvents };
export type DayFacts = typeof handlers;
serve(handlers);
