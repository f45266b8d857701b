/** What one report reads: the closed days there are, the days picked, those they are compared with, and how a single day went. */
import { computed, Injectable, resource, signal } from '@angular/core';
import type { AlertsAnswer } from '../../../shared/commands/alert.js';
import type { HallEntry } from '../../../shared/commands/hall.js';
import type { ClauseKind } from '../../../shared/glossary/clause-kinds.js';
import { formatInstant } from '../../../shared/instant.js';
import type { Daily, DailyList } from '../../../shared/rows/daily.js';
import type { DayCurve } from '../../../shared/rows/behind.js';
import type { StateAnswer } from '../../../shared/rows/rows.js';
import { answered, ask } from '../feed/ask';
import { kept } from '../feed/kept';
import { boundsOf } from '../hall/local-time';
import { eventful } from './day-drawings';
import { daysIn, MOST_DAYS, periodOf, weekBefore, type Period } from './period';
import { closedDay, daysTogether, today, type ReportDay } from './report-day';

/** What the address says; empty where it says nothing. `against`: `week`, or the id of another hall. */
export interface Asked {
  hallId: string;
  day: string;
  from: string;
  against: string;
}

export const AGAINST_WEEK = 'week';

const at = (hallId: string, path: string): string => `/api/v1/halls/${encodeURIComponent(hallId)}/${path}`;
@Injectable()
export class ReportStore {
  readonly asked = signal<Asked>({ hallId: '', day: '', from: '', against: '' });
  readonly hallId = computed(() => this.asked().hallId);

  private readonly ground = resource({ params: () => this.hallId() || undefined, loader: ({ params }) => groundOf(params) });
  private readonly known = kept(this.ground);
  readonly refusal = computed(() => this.known()?.closed ?? null);
  readonly entries = computed(() => answered(this.known()?.closed)?.days ?? []);
  readonly row = computed(() => this.known()?.row ?? null);
  readonly timezone = computed(() => this.row()?.timezone ?? 'UTC');
  readonly otherHalls = computed(() => (this.known()?.halls ?? []).filter(({ id }) => id !== this.hallId()));

  readonly running = computed(() => {
    const day = this.row()?.day;
    return this.entries().some(({ date }) => date === day) ? undefined : day;
  });
  /** Days that can be shown: the closed ones, and today so far. */
  readonly dates = computed(() => [...new Set([...this.entries().map(({ date }) => date), ...(this.running() ? [this.running()!] : [])])].sort());
  /** The day asked for, else the last closed one, else today so far. */
  readonly period = computed<Period | null>(() => {
    const { day, from } = this.asked();
    const to = day || (this.entries().map(({ date }) => date).sort().at(-1) ?? this.row()?.day);
    if (!to) return null;
    const first = periodOf(to, MOST_DAYS).from;
    return { from: !from || from > to ? to : from < first ? first : from, to };
  }, { equal: (a, b) => a?.from === b?.from && a?.to === b?.to });

  private readonly picked = resource({
    params: () => (this.period() ? { hallId: this.hallId(), period: this.period()!, dates: this.dates(), running: this.running() } : undefined),
    loader: async ({ params }) => ({ period: params.period, days: await daysOf(params) }),
  });
  /** Null until the first answer; what was told before stands until the next has come. */
  private readonly told = kept(this.picked);
  readonly days = computed(() => this.told()?.days ?? null);
  readonly single = computed(() => isDay(this.told()?.period ?? null));
  /** The instants that what is told lies between, RFC 3339. */
  readonly range = computed(() => {
    const told = this.told();
    return told && rangeOf(told.period, this.timezone());
  });
  readonly loading = computed(() => this.ground.isLoading() || this.picked.isLoading() || this.wents.isLoading());
  readonly report = computed(() => daysTogether(this.days() ?? []));

  private readonly others = resource({
    params: () => (this.asked().against && this.period() ? { hallId: this.hallId(), period: this.period()!, dates: this.dates(), against: this.asked().against } : undefined),
    loader: async ({ params: { hallId, period, dates, against } }) => (
      against === AGAINST_WEEK ? daysOf({ hallId, period: weekBefore(period), dates }) : daysOf({ hallId: against, period, dates: await closedDates(against) })),
  });
  readonly compared = computed(() => daysTogether((this.others.hasValue() ? this.others.value() : null) ?? []));

  private readonly wents = resource({
    params: () => (isDay(this.period()) ? { hallId: this.hallId(), date: this.period()!.to } : undefined),
    loader: async ({ params: { hallId, date } }) => {
      const curve = answered(await ask<DayCurve>('GET', at(hallId, `daily/${date}/curve`)));
      return curve && eventful(curve);
    },
  });
  /** How a single day went, quarter by quarter. */
  readonly curve = computed(() => (this.single() && this.wents.hasValue() ? this.wents.value() : null));

  private readonly clauses = resource({ params: () => this.hallId() || undefined, loader: ({ params }) => clausesOf(params) });

  /** What kind of promise a clause is; null where no clause of that id is in force any more. */
  clauseKind(id: string): ClauseKind | null {
    return (this.clauses.hasValue() ? this.clauses.value().get(id) : undefined) ?? null;
  }

  reload(): void {
    this.ground.reload();
  }
}

async function groundOf(hallId: string) {
  const [closed, state, halls] = await Promise.all([
    ask<DailyList>('GET', at(hallId, 'daily')),
    ask<StateAnswer>('GET', at(hallId, 'state')),
    ask<{ halls: HallEntry[] }>('GET', '/api/v1/halls'),
  ]);
  return { closed, row: Object.values(answered(state)?.rows.hall ?? {})[0] ?? null, halls: answered(halls)?.halls ?? [] };
}

async function clausesOf(hallId: string): Promise<ReadonlyMap<string, ClauseKind>> {
  const standard = answered(await ask<{ clauses: { id: string; kind: ClauseKind }[] }>('GET', at(hallId, 'standard')));
  return new Map((standard?.clauses ?? []).map(({ id, kind }) => [id, kind]));
}

function isDay(period: Period | null): boolean {
  return period !== null && period.from === period.to;
}

interface Picked {
  hallId: string;
  period: Period;
  /** Those that can be had at all. */
  dates: readonly string[];
  /** Today, while it has no snapshot yet. */
  running?: string | undefined;
}

async function daysOf({ hallId, period, dates, running }: Picked): Promise<ReportDay[]> {
  const wanted = daysIn(period).filter((date) => dates.includes(date));
  const told = await Promise.all(wanted.map((date) => (date === running ? dayNow(hallId, date) : closed(hallId, date))));
  return told.filter((day) => day !== null);
}

async function closedDates(hallId: string): Promise<string[]> {
  return (answered(await ask<DailyList>('GET', at(hallId, 'daily')))?.days ?? []).map(({ date }) => date);
}

async function closed(hallId: string, date: string): Promise<ReportDay | null> {
  const daily = answered(await ask<Daily>('GET', at(hallId, `daily/${date}`)));
  return daily && closedDay(daily);
}

async function dayNow(hallId: string, date: string): Promise<ReportDay | null> {
  const state = answered(await ask<StateAnswer>('GET', at(hallId, 'state')));
  if (!state) return null;
  const { from, to } = rangeOf({ from: date, to: date }, Object.values(state.rows.hall)[0]?.timezone ?? 'UTC');
  const alerts = answered(await ask<AlertsAnswer>('GET', at(hallId, `alerts?${new URLSearchParams({ status: 'all', from, to })}`)));
  return today(state.rows, alerts?.alerts ?? []);
}

function rangeOf({ from, to }: Period, timezone: string): { from: string; to: string } {
  return { from: formatInstant(boundsOf(from, timezone).from), to: formatInstant(boundsOf(to, timezone).to) };
}
