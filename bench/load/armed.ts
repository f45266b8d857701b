import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { HallSettings } from '../../shared/commands/hall.js';
import { Clause } from '../../shared/commands/standard.js';
import type { PostedEvent } from '../../shared/events/cloud-event.js';
import { formatInstant } from '../../shared/instant.js';
import { nextVerdict } from '../../server/domain/hall/advance.js';
import { foldEvent } from '../../server/domain/hall/fold-event.js';
import { newHall, type Hall } from '../../server/domain/hall/hall.js';
import { DeadlineHeap, type Deadline } from '../baselines/deadline-heap.js';
import { serve } from '../child.js';
import { clockMs } from '../stats.js';

/** So many deadlines in a process of their own: what they weigh, and what it costs when one of them changes. Asked by the row deadlines. */
export interface Armed {
  bytesEach: number;
  rearmMicros: number;
  /** Of asking once for the next deadline. */
  askMicros: number;
}

const [NOW, SERVICES, SPREAD_MS, MOVES, EVENTS_AN_ASK] = [Date.UTC(2026, 2, 2, 2), 8, 3_600_000, 50_000, 250];
const settings = HallSettings.parse({ name: 'Armed', services: Array.from({ length: SERVICES }, (_, n) => ({ id: `S${n}`, name: `S${n}` })) });
const clauses = [Clause.parse({ id: 'wait', kind: 'ticket.wait', breachAfter: 'PT2H', during: 'always', source: 'bench' })];
let seq = 0;

function tell(hall: Hall, type: 'ticket.issued' | 'ticket.abandoned', { n, at }: { n: number; at: number }): void {
  const data = type === 'ticket.issued' ? { ticketId: `T${n}`, number: `A${n}`, serviceId: `S${n % SERVICES}` } : { ticketId: `T${n}` };
  const event = { specversion: '1.0', id: `${++seq}`, source: '/k', type, time: formatInstant(at), data } as PostedEvent;
  foldEvent(hall, { seq, loggedAt: NOW, event });
}

/** As many tickets wait; with a limit each of them is a deadline, without one none is. */
function hallOfWaits(count: number, limited: boolean): Hall {
  const hall = newHall('armed', settings, NOW);
  const data = { name: 'n', source: 's', clauses: limited ? clauses : [], effectiveFromAt: 0, putAt: 0, putBy: 'bench' };
  foldEvent(hall, { seq: ++seq, loggedAt: NOW, event: { specversion: '1.0', id: 'put', source: '/hallboard', type: 'standard.put', data } });
  for (let n = 0; n < count; n++) tell(hall, 'ticket.issued', { n, at: NOW - SPREAD_MS + (n * SPREAD_MS) / count });
  nextVerdict(hall);
  return hall;
}

let kept: unknown;

/** What `make` leaves behind, shared out over so many. */
function weigh(count: number, make: () => unknown): number {
  kept = undefined;
  const before = heapUsed();
  kept = make();
  return (heapUsed() - before) / count;
}

/** Time of one of so many moves, in µs. */
function time(move: (n: number) => void): number {
  for (let n = 0; n < MOVES / 10; n++) move(n);
  const begin = clockMs();
  for (let n = MOVES / 10; n < MOVES; n++) move(n);
  return ((clockMs() - begin) * 1000) / (MOVES * 0.9);
}

/** The longest waiting leaves and somebody comes, over and over; the next deadline is asked for as often as the server asks under a thousand events a second. */
function ours(count: number): Armed {
  const bytes = [true, false].map((limited) => weigh(count, () => hallOfWaits(count, limited)));
  const hall = hallOfWaits(count, true);
  let [askedMs, asks] = [0, 0];
  for (let n = 0; n < MOVES; n++) {
    tell(hall, 'ticket.abandoned', { n, at: NOW });
    tell(hall, 'ticket.issued', { n: count + n, at: NOW });
    if (n % (EVENTS_AN_ASK / 2) !== 0) continue;
    const begin = clockMs();
    nextVerdict(hall);
    askedMs += clockMs() - begin;
    asks++;
  }
  return { bytesEach: bytes[0]! - bytes[1]!, rearmMicros: (askedMs * 1000) / (2 * MOVES), askMicros: (askedMs * 1000) / asks };
}

function heap(count: number): Armed {
  const make = () => {
    const made = new DeadlineHeap();
    const deadlines = Array.from({ length: count }, (_, n): Deadline => ({ at: NOW + (n * SPREAD_MS) / count, place: 0 }));
    for (const deadline of deadlines) made.add(deadline);
    return { made, deadlines };
  };
  const bytesEach = weigh(count, make);
  const { made, deadlines } = make();
  let sum = 0;
  const rearmMicros = time((n) => {
    made.move(deadlines[n % count]!, NOW + SPREAD_MS + n);
    sum += made.next;
  });
  if (Number.isNaN(sum)) throw new Error('a deadline that is none');
  return { bytesEach, rearmMicros, askMicros: 0 };
}

function timers(count: number): Armed {
  const timer = () => setTimeout(() => undefined, SPREAD_MS);
  const make = () => Array.from({ length: count }, timer);
  const bytesEach = weigh(count, make);
  const list = kept as NodeJS.Timeout[];
  const rearmMicros = time((n) => {
    clearTimeout(list[n % count]);
    list[n % count] = timer();
  });
  for (const one of list) clearTimeout(one);
  return { bytesEach, rearmMicros, askMicros: 0 };
}

function heapUsed(): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed;
}

const handlers = { ours, heap, timers };
export type ArmedLoad = typeof handlers;
serve(handlers);
