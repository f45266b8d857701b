import type { Figures } from '../../../shared/rows/figures.js';
import type { AlertRow } from '../../../shared/rows/rows.js';
import type { Alert } from '../hall/alerts';
import { minutes, percent, UNKNOWN } from '../hall/format';
import type { Queue } from '../hall/queues';
import type { Missing } from '../hall/sources';
import type { BoardTotals, Totals } from '../hall/totals';
import type { Words } from '../ui/words';

export type CellSeverity = AlertRow['severity'] | 'none';

/** One figure of a hall on the city page; every hall has the same five, each in its column. */
export interface Cell {
  of: 'waiting' | 'longest' | 'serving' | 'inTime' | 'alerts';
  label: string;
  value: string;
  /** What it is measured against, '' where nothing was promised. */
  target: string;
  severity: CellSeverity;
}

export interface HallNow {
  totals: Totals;
  longest: Queue | null;
  figures: Figures | null;
  alerts: readonly Alert[];
  missing: Missing;
  /** Of a hall that only publishes boards: nobody's wait and no counter is known there. */
  boards: BoardTotals | null;
}

export function hallCells(now: HallNow, t: Words): Cell[] {
  const { totals, figures, missing, boards } = now;
  const cell = (of: Cell['of'], label: string, value: string): Cell => ({ of, label, value, target: '', severity: 'none' });
  const serving = boards ? UNKNOWN : `${totals.serving}/${totals.inUse}`;
  return [
    cell('waiting', t.peopleWaiting, missing.queues ? UNKNOWN : String(totals.waiting)),
    longestCell(now, t),
    cell('serving', t.cityServingShort, missing.counters ? UNKNOWN : serving),
    cell('inTime', t.cityInTime, percent(figures?.serviceLevel.share ?? null)),
    { ...cell('alerts', t.cityOpenAlerts, String(notTaken(now.alerts))), severity: worstOpen(now.alerts) },
  ];
}

/** Coloured while a breach of its own queue's limit stands. */
function longestCell({ longest, alerts, missing }: HallNow, t: Words): Cell {
  const known = missing.queues === 0 ? longest : null;
  const breached = standing(alerts).some(({ kind, severity, serviceId }) => kind === 'ticket.wait' && severity === 'breach' && serviceId === known?.id);
  return {
    of: 'longest',
    label: t.cityLongestShort,
    value: known ? t.alertValue(minutes(known.waitMs), 'ticket.wait') : UNKNOWN,
    target: known?.limitMs ? t.atMost(minutes(known.limitMs)) : '',
    severity: breached ? 'breach' : 'none',
  };
}

function standing(alerts: readonly Alert[]): Alert[] {
  return alerts.filter((alert) => !alert.resolved);
}

function notTaken(alerts: readonly Alert[]): number {
  return standing(alerts).filter(({ acknowledged }) => !acknowledged).length;
}

/** How bad the hall stands: its worst alert that has not been resolved. */
export function worstOpen(alerts: readonly Alert[]): CellSeverity {
  const open = standing(alerts);
  if (open.some(({ severity }) => severity === 'breach')) return 'breach';
  return open.length > 0 ? 'warning' : 'none';
}
