/** A day as charts draw it: plain data of its quarter-hours, its waits and its counters' states. */
import type { counterStates } from '../../../shared/glossary/states.js';
import type { DayCurve } from '../../../shared/rows/behind.js';
import type { Columns, Curve, CurveLine, Shade, Strip } from '../chart/drawing';
import { meanMinutes, timeOfDay } from '../hall/format';
import { natural } from '../hall/natural';
import type { ReportDay } from './report-day';

const MINUTE_MS = 60_000;
const CALM_PEOPLE = 4;
const CALM_MINUTES = 10;

type Name = 'issued' | 'called' | 'waiting' | 'openCounters';

/** The day up to the last quarter in which anything was, or was open. */
export function eventful(curve: DayCurve): DayCurve {
  const last = curve.quarters.findLastIndex(({ issued, called, ended, waiting, openCounters }) => issued + called + ended + waiting + openCounters > 0);
  return { ...curve, quarters: curve.quarters.slice(0, last + 1) };
}

/** People by quarter-hours: two of its counts on one scale. */
export function peopleCurve(curve: DayCurve, [strong, thin]: readonly [Name, Name], nameOf: (name: Name) => string): Curve {
  const line = (name: Name, style: CurveLine['style']): CurveLine => (
    { name: nameOf(name), values: curve.quarters.map((quarter) => quarter[name]), style, over: false });
  return { kind: 'curve', labels: labelsOf(curve), lines: [line(strong, 'area'), line(thin, 'thin')], limits: { values: [], name: '' }, atLeast: CALM_PEOPLE };
}

export function waitCurve(curve: DayCurve, limit: string): Curve {
  const limitMs = curve.waits.limitMs;
  const values = (of: 'waitP50Ms' | 'waitP90Ms') => curve.quarters.map((quarter) => meanMinutes(quarter[of]));
  return {
    kind: 'curve',
    labels: labelsOf(curve),
    lines: [{ name: 'P90', values: values('waitP90Ms'), style: 'strong', over: false }, { name: 'P50', values: values('waitP50Ms'), style: 'thin', over: false }],
    limits: { values: limitMs === null ? [] : [limitMs / MINUTE_MS], name: limit },
    atLeast: CALM_MINUTES,
  };
}

/** One of the figures day by day, for a report of several. */
export function dayByDay(days: readonly ReportDay[], name: string, of: (day: ReportDay) => number | null): Curve {
  return {
    kind: 'curve', labels: days.map(({ date }) => date.slice(5)), lines: [{ name, values: days.map(of), style: 'area', over: false }],
    limits: { values: [], name: '' }, atLeast: CALM_PEOPLE,
  };
}

/** How many waited so long; what lies past the limit is drawn as such. */
export function waitColumns({ waits }: DayCurve, limit: string): Columns {
  return { kind: 'columns', counts: waits.byMinute, limit: waits.limitMs === null ? null : { at: waits.limitMs / MINUTE_MS, name: limit } };
}

/** Serving and calling are work; free, paused and closed are told apart by lightness as on the wall. */
const SHADES: Record<keyof typeof counterStates, Shade> = { serving: 'light', calling: 'light', open: 'mid', paused: 'dashed', closed: 'none' };
const QUARTER_MS = 15 * MINUTE_MS;
const NAMES_SHOWN = 24;

/** One line a counter, one cell a minute, over the hours in which any of them was open. */
export function counterStrip({ counters, timezone }: DayCurve): Strip | null {
  const lines = Object.values(counters).sort((a, b) => natural(a.name, b.name));
  const stretches = lines.flatMap((line) => line.stretches);
  if (stretches.length === 0) return null;
  const startAt = Math.floor(Math.min(...stretches.map(({ from }) => from)) / QUARTER_MS) * QUARTER_MS;
  const steps = Math.ceil((Math.max(...stretches.map(({ to }) => to)) - startAt) / MINUTE_MS);
  const quarters = Array.from({ length: Math.floor((steps * MINUTE_MS) / QUARTER_MS) + 1 }, (_, i) => startAt + i * QUARTER_MS);
  const every = Math.ceil(lines.length / NAMES_SHOWN);
  return {
    kind: 'strip',
    steps,
    times: quarters.map((at) => ({ at: (at - startAt) / MINUTE_MS, text: timeOfDay(at, timezone) })).filter(({ text }) => text.endsWith(':00')),
    lines: lines.map((line) => cellsOf(line.stretches, startAt, steps)),
    names: lines.flatMap(({ name }, i) => (i % every === 0 ? [{ at: i + 0.5, text: name }] : [])),
  };
}

function cellsOf(stretches: DayCurve['counters'][string]['stretches'], startAt: number, steps: number): Shade[] {
  const cells = new Array<Shade>(steps).fill('none');
  for (const { state, from, to } of stretches) {
    cells.fill(SHADES[state], Math.max(0, Math.round((from - startAt) / MINUTE_MS)), Math.max(0, Math.round((to - startAt) / MINUTE_MS)));
  }
  return cells;
}

function labelsOf({ quarters, timezone }: DayCurve): string[] {
  return quarters.map(({ startAt }) => timeOfDay(startAt, timezone));
}
