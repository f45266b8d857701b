/**
 * One day of a hall, gathered from its events in (at, seq) order and played once: its columns of marks, who stood where at its
 * hours, when its counters were open. What a day leaves to the next is `leaves`: open tickets, those just ended, counters' words.
 */
import type { QualityFlag } from '../../../shared/glossary/quality.js';
import { ratingDimensions, type RatingDimension } from '../../../shared/glossary/ratings.js';
import { idsOf } from '../../../shared/glossary/word.js';
import type { Daily } from '../../../shared/rows/daily.js';
import type { Levels } from '../../../shared/rows/figures.js';
import type { Day } from '../calendar/day.js';
import { factsFrom, newCounter, type Counter, type CounterFact } from '../counter/counter.js';
import type { EventData, PostedEvent } from '../../../shared/events/cloud-event.js';
import { isOwn } from '../event/own-event.js';
import { counterFact, flagUnknown, looseRating, ticketFact } from '../hall/apply-fact.js';
import { limitAt, wasWithin, type Terms } from '../hall/standard-of.js';
import { zoneOf } from '../hall/zones.js';
import { Columns } from '../kpi/columns.js';
import type { Waits } from '../kpi/honest-wait.js';
import { isOpen, type Mark, type OpenState, type TicketFact } from '../ticket/ticket.js';
import type { Case } from '../case/case.js';
import { AlertsOfDay } from './alerts-of-day.js';
import { CasesOfDay } from './cases-of-day.js';
import { flagEngagements, lateFacts } from './day-flags.js';
import type { DayEvent } from './day-events.js';
import { DevicesOfDay, type KnownDevice } from './devices-of-day.js';
import { hoursOf, type Hour } from './hours.js';
import { Standings } from './standing.js';
import { TicketDay, type TicketOut } from './ticket-day.js';

/** What the day before left: facts by ticket, and whether it is open; facts by counter. */
export interface Carried {
  tickets: [id: string, facts: TicketFact[], open: boolean][];
  counters: [id: string, facts: CounterFact[]][];
  /** Of days told before devices were, there are none. */
  devices?: [id: string, device: KnownDevice][];
  /** Open cases, without their words. */
  cases?: Case[];
}

export interface DayTerms extends Terms {
  day: Day;
  /** Up to when it is told: the day's end, or the hall's closing while the day still runs. */
  cutAt: number;
}

export const NOTHING_CARRIED: Carried = { tickets: [], counters: [] };

/** T13: an ended ticket is remembered for so long. */
const REMEMBERED_MS = 24 * 3_600_000;

const isRemembered = (facts: readonly TicketFact[], startAt: number) => facts.at(-1)!.at >= startAt - REMEMBERED_MS;

export class DayBook {
  readonly columns = new Columns();
  readonly hours: Hour[];
  readonly standings: Standings[];
  /** Known waits by service, null for tickets of none. */
  readonly waits = new Map<string | null, Waits>();
  readonly counters = new Map<string, Counter>();
  /** Services whose board was read. */
  readonly observed = new Set<string>();
  /** How each dimension was marked. */
  readonly dimensions = new Map<RatingDimension, Levels>();
  readonly alerts = new AlertsOfDay();
  readonly cases: CasesOfDay;
  readonly devices: DevicesOfDay;
  readonly quality: Daily['quality'] = {};
  private readonly tickets: Map<string, TicketFact[]>;
  private readonly loose: Mark[] = [];
  /** By seq: an event has each flag once. */
  private readonly flags = new Map<number, QualityFlag[]>();
  private readonly left: Carried['tickets'] = [];

  constructor(
    readonly terms: DayTerms,
    carried: Carried,
  ) {
    const { day, cutAt } = terms;
    this.devices = new DevicesOfDay(carried.devices ?? [], day.startAt);
    this.cases = new CasesOfDay(carried.cases ?? []);
    this.hours = hoursOf(day).flatMap((hour) => (hour.opensAt < cutAt ? [{ ...hour, closesAt: Math.min(hour.closesAt, cutAt) }] : []));
    this.standings = Array.from({ length: this.hours.length + 1 }, () => new Standings());
    const kept = carried.tickets.filter(([, facts, open]) => open || isRemembered(facts, day.startAt));
    this.tickets = new Map(kept.map(([id, facts]) => [id, [...facts]]));
    for (const [id, facts] of carried.counters) this.counterOf(id).facts = factsFrom(facts, day.startAt);
  }

  /** The day's next event. */
  take({ seq, at, event, posted, flags }: DayEvent): void {
    for (const flag of flags) this.flag(seq, flag);
    this.alerts.take(posted);
    this.cases.take(posted);
    if (!event || isOwn(event)) return;
    flagUnknown(this.terms, event, (flag) => this.flag(seq, flag));
    this.takeFact({ seq, at, event });
  }

  private takeFact(fact: { seq: number; at: number; event: PostedEvent }): void {
    const { type, data } = fact.event;
    this.devices.take(fact);
    if (type === 'rating.given') this.takeDimensions(data);
    const { ticketId, counterId, serviceId } = data as { ticketId?: string; counterId?: string; serviceId?: string };
    if (type.startsWith('counter.') || type.startsWith('staff.')) this.counterOf(counterId!).facts.push(counterFact(fact));
    else if (type === 'queue.observed') this.observed.add(serviceId!);
    else if (!/^(?:ticket|service|rating)\./.test(type)) return;
    else if (ticketId !== undefined) this.addTicketFact(ticketId, ticketFact(fact));
    else this.loose.push(looseRating(fact));
  }

  private takeDimensions({ dimensions = {} }: EventData<'rating.given'>): void {
    for (const id of idsOf(ratingDimensions)) {
      const level = dimensions[id] as keyof Levels | undefined;
      if (level === undefined) continue;
      const marked = this.dimensions.get(id) ?? { 5: 0, 4: 0, 3: 0, 2: 0, 1: 0 };
      this.dimensions.set(id, { ...marked, [level]: marked[level] + 1 });
    }
  }

  private addTicketFact(id: string, fact: TicketFact): void {
    const facts = this.tickets.get(id);
    if (facts) facts.push(fact);
    else this.tickets.set(id, [fact]);
  }

  private counterOf(id: string): Counter {
    let counter = this.counters.get(id);
    if (!counter) this.counters.set(id, (counter = newCounter(id)));
    return counter;
  }

  /** Plays the day; afterwards everything of it can be read. */
  close(): this {
    const { day, cutAt } = this.terms;
    const played = new TicketDay({ day, bounds: [...this.hours.map(({ opensAt }) => opensAt), cutAt] }, this.out());
    for (const [id, facts] of this.tickets) {
      const ticket = played.play(id, facts);
      for (const { seq } of lateFacts(facts, day.startAt)) this.flag(seq, 'outOfOrder');
      const open = isOpen(ticket);
      if (open || isRemembered(facts, day.endAt)) this.left.push([id, facts, open]);
      this.tickets.delete(id);
    }
    for (const mark of this.loose) this.mark(mark);
    for (const counter of this.counters.values()) {
      for (const { seq } of lateFacts(counter.facts, day.startAt)) this.flag(seq, 'outOfOrder');
      flagEngagements(counter, day.startAt, (seq, flag) => this.flag(seq, flag));
    }
    for (const flags of this.flags.values()) for (const flag of flags) this.quality[flag] = (this.quality[flag] ?? 0) + 1;
    return this;
  }

  /** What the next day has of this one. */
  leaves(): Carried {
    const { endAt } = this.terms.day;
    const counters = [...this.counters].map(([id, { facts }]): [string, CounterFact[]] => [id, factsFrom(facts, endAt)]);
    return { tickets: this.left, counters: counters.filter(([, facts]) => facts.length > 0), devices: this.devices.leaves(), cases: this.cases.leaves() };
  }

  private out(): TicketOut {
    return {
      mark: (mark) => this.mark(mark),
      stood: (bound, state, where) => this.stood(bound, state, where),
      cut: ({ serviceId, lengthMs }) => this.waitsOf(serviceId).cut.push(lengthMs),
      engaged: (counterId, engagement) => this.counterOf(counterId).engagements.push(engagement),
      flag: (flag, { seq }) => this.flag(seq, flag),
    };
  }

  private mark(mark: Mark): void {
    const { serviceId, counterId, staffId } = mark;
    const place = { services: serviceId, counters: counterId, staff: staffId, zones: zoneOf(this.terms, mark) ?? null, hours: this.hourOf(mark.at) };
    this.columns.add(mark, place, wasWithin(this.terms, mark));
    if (mark.kind === 'called' && mark.waitMs !== null) this.waitsOf(serviceId).called.push(mark.waitMs);
  }

  private waitsOf(serviceId: string | null): Waits {
    let waits = this.waits.get(serviceId);
    if (!waits) this.waits.set(serviceId, (waits = { called: [], cut: [] }));
    return waits;
  }

  private hourOf(at: number): string {
    return this.hours.findLast(({ opensAt }) => opensAt <= at)!.name;
  }

  private stood(bound: number, state: OpenState, { wait, ...where }: Parameters<TicketOut['stood']>[2]): void {
    const at = bound < this.hours.length ? this.hours[bound]!.opensAt : this.terms.cutAt;
    const due = wait && state === 'waiting' ? limitAt(this.terms, wait, at) : null;
    this.standings[bound]!.add(state, { ...where, overdue: due !== null && due < at });
    if (wait && bound === this.hours.length) this.waitsOf(wait.serviceId).cut.push(at - wait.legAt);
  }

  private flag(seq: number, flag: QualityFlag): void {
    const flags = this.flags.get(seq);
    if (!flags) this.flags.set(seq, [flag]);
    else if (!flags.includes(flag)) flags.push(flag);
  }
}
