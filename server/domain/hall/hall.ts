/**
 * The hall 大厅状态: everything known of one hall at one moment, folded from its journal. Plain data (it is checkpointed as
 * it stands); `fold-event.ts` and `advance.ts` change it in place and nothing else does. Given the same events and the same
 * `now` it is the same hall, whatever order the events of a subject came in.
 */
import type { Silence } from '../../../shared/commands/alert.js';
import type { HallSettings } from '../../../shared/commands/hall.js';
import type { HallRow } from '../../../shared/rows/rows.js';
import { dayAt, type Day } from '../calendar/day.js';
import type { Alert } from '../alert/alert.js';
import type { Frozen } from '../appraisal/frozen.js';
import type { Case } from '../case/case.js';
import { REAL_CLOCK, type Clock } from '../calendar/clock.js';
import { newCounter, type Counter } from '../counter/counter.js';
import { newDistribution, type Distribution } from '../kpi/distribution.js';
import { newTally, type Tally } from '../kpi/tally.js';
import type { Records } from '../record/record.js';
import type { KeptVersion } from '../standard/standard.js';
import type { Queue } from '../ticket/queue.js';
import type { Mark, Ticket } from '../ticket/ticket.js';

/** The fold's version: a checkpoint of another version is set aside and the journal folded anew. */
export const FOLD_VERSION = 17;

/** Open tickets and today's counts of the hall, a service, a counter or a person. */
export interface Group {
  tally: Tally;
  carriedIn: number;
  waiting: number;
  called: number;
  serving: number;
  parked: number;
}

export interface Observation {
  at: number;
  seq: number;
  waiting: number;
  openCounters: number | null;
  lastNumber: string | null;
}

export interface ServiceGroup extends Group {
  queue: Queue;
  observed: Observation | null;
  /** The feeds that today put tickets into its queue or read its board. */
  sources: Set<string>;
}

export interface CounterGroup extends Group {
  counter: Counter;
  /** The feed whose word of it is the newest. */
  source: { id: string; at: number } | null;
}

export interface Source {
  kind: 'feed' | 'device';
  lastHeardAt: number;
  lagMs: number | null;
  beatAt: number | null;
  /** The usual time between two heartbeats, null for a feed that sends none. */
  beatMs: number | null;
  fault: boolean;
  /** Since when it is faulty. */
  faultAt: number;
  silent: boolean;
}

export interface QuarterTally {
  issued: number;
  called: number;
  ended: number;
  abandoned: number;
  queued: number;
  dequeued: number;
  waits: Distribution;
  /** The last board reading of each observed service in this quarter. */
  observed: Map<string, Observation>;
}

/** What the rows must be made anew of; emptied by whoever makes them. */
export interface Dirty {
  all: boolean;
  hall: boolean;
  tickets: Set<string>;
  services: Set<string>;
  counters: Set<string>;
  sources: Set<string>;
  staff: Set<string>;
  alerts: Set<string>;
  quarters: boolean;
  strip: boolean;
}

export type Rated = Extract<Mark, { kind: 'ratingGiven' }>;

export interface Hall {
  id: string;
  settings: HallSettings;
  clock: Clock;
  /** What the hall's clock has reached, and the day that is. */
  now: number;
  /** Up to when rows have been made. */
  shownAt: number;
  day: Day;
  seq: number;
  all: Group;
  /** Tickets at hand: the open ones, and those that changed since rows were last made. */
  tickets: Map<string, Ticket>;
  /** Ended tickets put away as text until a late fact asks for one: a long day stays small in memory and quick to start from. */
  ended: Map<string, string>;
  /** Ended tickets of earlier days, oldest touched first: kept for a while, for facts that come late. */
  past: Set<string>;
  services: Map<string, ServiceGroup>;
  counters: Map<string, CounterGroup>;
  staff: Map<string, Group>;
  /** Today's counts of each zone. */
  zones: Map<string, Tally>;
  sources: Map<string, Source>;
  quarters: Map<number, QuarterTally>;
  quality: Record<string, number>;
  /** Today's ratings that name no ticket. */
  ratings: { seq: number; mark: Mark }[];
  /** `hall.opened` and `hall.closed` of today, in (at, seq) order. */
  openings: { at: number; seq: number; state: 'open' | 'closed' }[];
  /** Alerts that stand, and those of today that are resolved; by id. */
  alerts: Map<string, Alert>;
  /** What was raised already, with its due instant: never twice. */
  raised: Map<string, number>;
  /** Silences that lie or are to come, and those that ended since yesterday began; by id. */
  silences: Map<string, Silence>;
  /** Cases of the ledgers: the open ones, and those of this year and the last; by id. */
  cases: Map<string, Case>;
  /** The last number that was given, of each kind and year. */
  caseNumbers: Map<string, number>;
  /** E8: the files that each event of a case named, also of cases that were let go of; by the event's id. */
  proof: Map<string, string[]>;
  /** Counted anew with each event of a case; `changes` counts those of records too. */
  caseCounts: HallRow['cases'];
  /** Scorecards that were frozen, of this year and the last. */
  frozen: Frozen;
  /** What is published or kept on file, in versions. */
  records: Records;
  /** The versions of the service standard, in the order of their coming. */
  standards: KeptVersion[];
  /** Since when what a clause speaks of has been so, where nothing else in the hall tells it; by clause and subject. */
  since: Map<string, number>;
  /** The newest instant that an event brought. */
  newestAt: number;
  /** Today's ratings, in the order of their coming. */
  rated: Rated[];
  /** Seqs of events that the fold failed on; the first so many. */
  unread?: number[];
  /** Services and counters that the event in hand touched. */
  moved: { services: Set<string>; counters: Set<string> };
  dirty: Dirty;
}

export const QUARTER_MS = 15 * 60_000;

export function newMoved(): Hall['moved'] {
  return { services: new Set(), counters: new Set() };
}

export function newDirty(all: boolean): Dirty {
  return {
    all, hall: all, quarters: all, strip: all,
    tickets: new Set(), services: new Set(), counters: new Set(), sources: new Set(), staff: new Set(), alerts: new Set(),
  };
}

export function newGroup(): Group {
  return { tally: newTally(), carriedIn: 0, waiting: 0, called: 0, serving: 0, parked: 0 };
}

/** Nothing of today speaks of the group any more (a late fact or a correction may have taken back all that did). */
export function isIdle({ tally, carriedIn, waiting, called, serving, parked }: Group): boolean {
  const { counts, rating, waitsToService, walks } = tally;
  const open = carriedIn + waiting + called + serving + parked;
  const rated = rating.requested + rating.given + rating.defaulted;
  return open === 0 && rated === 0 && waitsToService.count + walks.count === 0 && Object.values(counts).every((count) => count === 0);
}

export function newHall(id: string, settings: HallSettings, now: number): Hall {
  const hall: Hall = {
    id, settings, clock: REAL_CLOCK, now, shownAt: now, day: dayAt(now, settings.timezone), seq: 0, all: newGroup(),
    tickets: new Map(), ended: new Map(), past: new Set(), services: new Map(), counters: new Map(), staff: new Map(), zones: new Map(), sources: new Map(),
    quarters: new Map(), quality: {}, ratings: [], openings: [], alerts: new Map(), raised: new Map(), silences: new Map(), records: new Map(), frozen: new Map(), cases: new Map(), caseNumbers: new Map(), proof: new Map(), caseCounts: { open: 0, unanswered: 0, changes: 0 }, standards: [], since: new Map(), newestAt: 0, rated: [], moved: newMoved(), dirty: newDirty(true),
  };
  for (const { id: serviceId } of settings.services) serviceOf(hall, serviceId);
  for (const { id: counterId } of settings.counters) counterOf(hall, counterId);
  return hall;
}

export function serviceOf(hall: Hall, id: string): ServiceGroup {
  let service = hall.services.get(id);
  if (!service) {
    hall.services.set(id, (service = { ...newGroup(), queue: [], observed: null, sources: new Set() }));
    hall.dirty.services.add(id);
    hall.dirty.hall = true;
  }
  return service;
}

export function counterOf(hall: Hall, id: string): CounterGroup {
  let counter = hall.counters.get(id);
  if (!counter) {
    hall.counters.set(id, (counter = { ...newGroup(), counter: newCounter(id), source: null }));
    hall.dirty.counters.add(id);
  }
  return counter;
}

export function staffOf(hall: Hall, id: string): Group {
  let group = hall.staff.get(id);
  if (!group) hall.staff.set(id, (group = newGroup()));
  return group;
}

/** Start of the quarter-hour that the instant lies in. */
export function quarterStart({ day }: Hall, at: number): number {
  return day.startAt + Math.floor((at - day.startAt) / QUARTER_MS) * QUARTER_MS;
}

export function quarterOf(hall: Hall, at: number): QuarterTally {
  const index = Math.floor((at - hall.day.startAt) / QUARTER_MS);
  let quarter = hall.quarters.get(index);
  if (!quarter) {
    quarter = {
      issued: 0, called: 0, ended: 0, abandoned: 0, queued: 0, dequeued: 0, waits: newDistribution(), observed: new Map(),
    };
    hall.quarters.set(index, quarter);
  }
  return quarter;
}
