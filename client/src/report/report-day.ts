/** What the report shows of a day or of days: a closed day as its snapshot tells it, or today as the hall stands now. */
import { devicesTogether } from '../../../shared/devices.js';
import type { AlertEntry } from '../../../shared/commands/alert.js';
import type { Daily } from '../../../shared/rows/daily.js';
import type { Figures } from '../../../shared/rows/figures.js';
import type { Rows } from '../../../shared/rows/rows.js';
import { together } from './together';

export const groups = ['services', 'counters', 'staff', 'hours'] as const;
export type Group = (typeof groups)[number];
type Told = Pick<Daily, 'date' | 'hall' | Group | 'names' | 'quality' | 'devices'>;

export interface ReportDay extends Told {
  raised: number;
  byClause: Record<string, number>;
  /** Of the ledgers; of several days what came and went is added up, and how they stand is the last day's. Undefined of today. */
  cases?: Daily['cases'];
  /** The snapshot it was read from; null of today, and of several days. */
  snapshot: Daily | null;
}

export function closedDay(daily: Daily): ReportDay {
  return { ...daily, raised: daily.alerts.raised, byClause: daily.alerts.byClause, snapshot: daily };
}

const GROUP_OF: Record<string, Group> = { service: 'services', counter: 'counters', staff: 'staff' };

/** Today so far; null where the hall has told no figures yet. */
export function today(rows: Rows, alerts: readonly AlertEntry[]): ReportDay | null {
  const [row] = Object.values(rows.hall);
  const hall = rows.figures['hall'];
  if (!row || !hall || !('tickets' in hall)) return null;
  const told: Record<Group, Record<string, Figures>> = { services: {}, counters: {}, staff: {}, hours: {} };
  for (const [id, figures] of Object.entries(rows.figures)) {
    const group = GROUP_OF[id.slice(0, id.indexOf(':'))];
    if (group && 'tickets' in figures) told[group][id.slice(id.indexOf(':') + 1)] = figures;
  }
  const byClause: Record<string, number> = {};
  for (const { clauseId } of alerts) byClause[clauseId] = (byClause[clauseId] ?? 0) + 1;
  const names = { services: namesOf(rows.services), counters: namesOf(rows.counters) };
  return { date: row.day, hall, ...told, names, quality: row.quality, raised: alerts.length, byClause, snapshot: null };
}

/** Several days as one; a single day is itself. */
export function daysTogether(days: readonly ReportDay[]): ReportDay | null {
  const [first] = days;
  if (!first || days.length === 1) return first ?? null;
  const group = (of: Group): Record<string, Figures> => {
    const ids = new Set(days.flatMap((day) => Object.keys(day[of])));
    return Object.fromEntries([...ids].map((id) => [id, together(days.flatMap((day) => day[of][id] ?? []))]));
  };
  return {
    date: first.date,
    hall: together(days.map(({ hall }) => hall)),
    services: group('services'), counters: group('counters'), staff: group('staff'), hours: group('hours'),
    names: { services: merged(days.map(({ names }) => names.services)), counters: merged(days.map(({ names }) => names.counters)) },
    quality: added(days.map(({ quality }) => quality)),
    devices: devicesTogether(days.map(({ devices }) => devices)),
    raised: days.reduce((sum, { raised }) => sum + raised, 0),
    byClause: added(days.map(({ byClause }) => byClause)),
    ...casesTogether(days),
    snapshot: null,
  };
}

function casesTogether(days: readonly ReportDay[]): Pick<ReportDay, 'cases'> {
  const told = days.flatMap(({ cases }) => cases ?? []);
  if (told.length === 0) return {};
  const sum = (of: 'opened' | 'steps' | 'replied' | 'closed') => added(told.map((cases) => cases[of] ?? {}));
  return { cases: { ...told.at(-1)!, opened: sum('opened'), steps: sum('steps'), replied: sum('replied'), closed: sum('closed') } };
}

function namesOf(rows: Record<string, { name: string }>): Record<string, string> {
  return Object.fromEntries(Object.entries(rows).map(([id, { name }]) => [id, name]));
}

function merged(all: readonly Record<string, string>[]): Record<string, string> {
  return Object.assign({}, ...all) as Record<string, string>;
}

function added(all: readonly Record<string, number>[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const [id, count] of all.flatMap(Object.entries<number>)) sums[id] = (sums[id] ?? 0) + count;
  return sums;
}
