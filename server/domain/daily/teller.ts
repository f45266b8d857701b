/** Tells a played day's figures: of the hall, its services, counters, people and zones, and of each of its hours. */
import type { Daily } from '../../../shared/rows/daily.js';
import type { Figures } from '../../../shared/rows/figures.js';
import { openingsOn, type Stretch } from '../calendar/day.js';
import { lengthIn, stretchesOf, type CounterStretches } from '../counter/stretches.js';
import { sharedTarget, waitTargetAt } from '../hall/standard-of.js';
import { zonesOf } from '../hall/zones.js';
import { figuresFrom, type Moment } from '../kpi/figures.js';
import { noTotals, totalsOf, type DayTotals } from '../kpi/totals.js';
import type { DayBook } from './day-book.js';
import { nobody, openIn, type Standing } from './standing.js';

/** Part of the day, and of whom its times are. */
interface Part {
  from: number;
  to: number;
  counterIds: Iterable<string>;
}

export class Teller {
  private readonly totals: DayTotals;
  private readonly stretches: Map<string, CounterStretches>;
  private readonly rosters: Map<string, Stretch[]>;

  constructor(private readonly book: DayBook) {
    const { day, settings, cutAt } = book.terms;
    this.totals = totalsOf(book.columns);
    this.stretches = new Map([...book.counters].map(([id, counter]) => [id, stretchesOf(counter, day.startAt, cutAt)]));
    this.rosters = new Map(settings.counters.flatMap(({ id, roster }) => (roster ? [[id, openingsOn(day, roster, settings.exceptions)]] : [])));
  }

  tell(): Pick<Daily, 'hall' | 'services' | 'counters' | 'staff' | 'zones' | 'hours'> {
    return { hall: this.hall(), services: this.services(), counters: this.counters(), staff: this.staff(), zones: this.zones(), hours: this.hours() };
  }

  private get end() {
    return this.book.standings.at(-1)!;
  }

  private get start() {
    return this.book.standings[0]!;
  }

  /** H3: those of the settings and those that the day speaks of. */
  private get serviceIds(): Set<string> {
    const { terms, columns, observed } = this.book;
    return new Set([...terms.settings.services.map(({ id }) => id), ...observed, ...columns.idsOf('services'), ...this.start.services.keys(), ...this.end.services.keys()]);
  }

  private moment(standing: Standing, { from, to, counterIds }: Part, rest: Pick<Moment, 'carriedIn' | 'targetMs'>): Moment {
    const times = { openMs: 0, pausedMs: 0, busyMs: 0 };
    const rostered = { rosteredMs: 0, keptMs: 0 };
    for (const id of counterIds) {
      const { open = [], paused = [], busy = [] } = this.stretches.get(id) ?? {};
      times.openMs += lengthIn(open, from, to);
      times.pausedMs += lengthIn(paused, from, to);
      times.busyMs += lengthIn(busy, from, to);
      for (const { opensAt, closesAt } of this.rosters.get(id) ?? []) {
        rostered.rosteredMs += lengthIn([{ opensAt, closesAt }], from, to);
        rostered.keptMs += lengthIn(open, Math.max(from, opensAt), Math.min(to, closesAt));
      }
    }
    return { now: to, ...standing, ...times, adherence: rostered.rosteredMs === 0 ? null : rostered.keptMs / rostered.rosteredMs, ...rest };
  }

  private whole(counterIds: Iterable<string>): Part {
    return { from: this.book.terms.day.startAt, to: this.book.terms.cutAt, counterIds };
  }

  private get counterIds(): Set<string> {
    return new Set([...this.stretches.keys(), ...this.rosters.keys()]);
  }

  private hall(): Figures {
    const targetMs = sharedTarget(this.book.terms, this.serviceIds, this.book.terms.cutAt - 1);
    const moment = this.moment(this.end.hall, this.whole(this.counterIds), { carriedIn: openIn(this.start.hall), targetMs });
    return balanced('the hall', figuresFrom(this.totals.hall, moment));
  }

  private services(): Daily['services'] {
    return told(this.serviceIds, (id) => {
      const carriedIn = openIn(this.start.services.get(id) ?? nobody());
      const targetMs = waitTargetAt(this.book.terms, id, this.book.terms.cutAt - 1);
      const moment = this.moment(this.end.services.get(id) ?? nobody(), this.whole([]), { carriedIn, targetMs });
      return balanced(`service ${id}`, figuresFrom(this.totals.by.services.get(id) ?? noTotals(), moment));
    });
  }

  private counters(): Daily['counters'] {
    const ids = new Set([...this.book.terms.settings.counters.map(({ id }) => id), ...this.totals.by.counters.keys(), ...this.movedIds(), ...this.end.counters.keys()]);
    return told(ids, (id) => {
      const moment = this.moment(this.end.counters.get(id) ?? nobody(), this.whole([id]), { carriedIn: 0, targetMs: null });
      return figuresFrom(this.totals.by.counters.get(id) ?? noTotals(), moment);
    });
  }

  /** Counters that were open, or said anything at all. */
  private movedIds(): string[] {
    const { counters, terms } = this.book;
    return [...counters].filter(([id, { facts }]) => this.stretches.get(id)!.open.length > 0 || facts.some(({ at }) => at >= terms.day.startAt)).map(([id]) => id);
  }

  private staff(): Daily['staff'] {
    const ids = new Set([...this.totals.by.staff.keys(), ...this.end.staff.keys()]);
    return told(ids, (id) => {
      const moment = this.moment(this.end.staff.get(id) ?? nobody(), this.whole([]), { carriedIn: 0, targetMs: null });
      return figuresFrom(this.totals.by.staff.get(id) ?? noTotals(), moment);
    });
  }

  /** F11 */
  private zones(): Daily['zones'] {
    const { all } = zonesOf(this.book.terms);
    return told(all.keys(), (zone) => {
      const { counterIds, serviceIds } = all.get(zone)!;
      const [services, counters] = [serviceIds.map((id) => this.end.services.get(id)), counterIds.map((id) => this.end.counters.get(id))];
      const standing = { waiting: sum(services, 'waiting'), parked: sum(services, 'parked'), overdue: sum(services, 'overdue'), called: sum(counters, 'called'), serving: sum(counters, 'serving') };
      const carriedIn = serviceIds.reduce((total, id) => total + openIn(this.start.services.get(id) ?? nobody()), 0);
      const targetMs = sharedTarget(this.book.terms, serviceIds, this.book.terms.cutAt - 1);
      return figuresFrom(this.totals.by.zones.get(zone) ?? noTotals(), this.moment(standing, this.whole(counterIds), { carriedIn, targetMs }));
    });
  }

  /** An hour is told as a day is: what is open when it begins is carried in. Hours in which nothing was, are left out. */
  private hours(): Daily['hours'] {
    const hours = this.book.hours.flatMap(({ name, opensAt, closesAt }, index): [string, Figures][] => {
      const totals = this.totals.by.hours.get(name);
      const carriedIn = openIn(this.book.standings[index]!.hall);
      const part = { from: opensAt, to: closesAt, counterIds: this.counterIds };
      const targetMs = sharedTarget(this.book.terms, this.serviceIds, closesAt - 1);
      const moment = this.moment(this.book.standings[index + 1]!.hall, part, { carriedIn, targetMs });
      if (!totals && carriedIn === 0 && moment.openMs === 0) return [];
      return [[name, balanced(`hour ${name}`, figuresFrom(totals ?? noTotals(), moment))]];
    });
    return Object.fromEntries(hours);
  }
}

function told(ids: Iterable<string>, tell: (id: string) => Figures): Record<string, Figures> {
  return Object.fromEntries([...ids].sort().map((id) => [id, tell(id)]));
}

function sum(standings: (Standing | undefined)[], state: keyof Standing): number {
  return standings.reduce((total, standing) => total + (standing?.[state] ?? 0), 0);
}

/** L5: what came and what is accounted for. A day that does not balance is a fault of ours and must not go out. */
function balanced(of: string, figures: Figures): Figures {
  const { issued, carriedIn, transferredIn, served, returned, referred, noShow, abandoned, removed, transferredOut, stillWaiting, inService, parked } = figures.tickets;
  const [came, accounted] = [issued + carriedIn + transferredIn, served + returned + referred + noShow + abandoned + removed + transferredOut + stillWaiting + inService + parked];
  if (came !== accounted) throw new Error(`The day does not balance: in ${of} ${came} tickets came and ${accounted} are accounted for.`);
  return figures;
}
