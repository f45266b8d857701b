import type { Figures } from '../../../shared/rows/figures.js';
import { minutes, percent, timeOfDay, UNKNOWN, whole } from '../hall/format';
import type { Queue } from '../hall/queues';
import type { Severity } from '../hall/severity';
import type { BoardTotals, Totals } from '../hall/totals';
import type { Words } from '../ui/words';

/** One figure of the band: what it is, how much, and what it is measured against. */
export interface Kpi {
  label: string;
  value: string;
  note: string;
  severity: Severity;
}

export interface HallNow {
  totals: Totals;
  longest: Queue | null;
  figures: Figures | null;
  queues: readonly Queue[];
  /** No feed speaks: what is so just now cannot be told. */
  silent: boolean;
}

export interface BoardsNow {
  boards: BoardTotals;
  timezone: string;
  silent: boolean;
}

function kpi(label: string, value: string, note = ''): Kpi {
  return { label, value, note, severity: 'none' };
}

/** A hall of counters: serving, waiting, longest wait, service level, satisfaction, served. */
export function counterKpis({ totals, longest, figures, queues, silent }: HallNow, t: Words): Kpi[] {
  const busy = queues.filter((queue) => queue.waiting > 0).length;
  const { serviceLevel, rating, tickets } = figures ?? {};
  return [
    kpi(t.countersServing, silent ? UNKNOWN : String(totals.serving), silent ? '' : t.inUse(totals.inUse, totals.counters)),
    kpi(t.peopleWaiting, silent ? UNKNOWN : String(totals.waiting), silent ? '' : t.queuesWaiting(busy, queues.length)),
    silent ? kpi(t.longestWait, UNKNOWN) : waitKpi(longest, queues, t),
    kpi(t.serviceLevel, percent(serviceLevel?.share ?? null), serviceLevel ? t.withinOf(serviceLevel.within, serviceLevel.of) : ''),
    kpi(t.satisfaction, percent(rating?.satisfiedShare ?? null), rating ? t.ratings(rating.given) : ''),
    kpi(t.servedToday, whole(tickets?.served), tickets ? t.issuedToday(tickets.issued) : ''),
  ];
}

/** The longest wait is told with its own queue's limit, or says that none was set. */
function waitKpi(longest: Queue | null, queues: readonly Queue[], t: Words): Kpi {
  const limits = queues.some((queue) => queue.limitMs !== null);
  if (!longest) return kpi(t.longestWait, UNKNOWN, limits ? '' : t.noLimit);
  const note = longest.limitMs === null ? t.noLimit : t.limitIs(minutes(longest.limitMs));
  return { ...kpi(t.longestWait, minutes(longest.waitMs), note), severity: longest.severity };
}

/** A hall of boards knows lengths and no waits: it is not shown figures that nobody measured. */
export function boardKpis({ boards, timezone, silent }: BoardsNow, t: Words): Kpi[] {
  const { longest, peak } = boards;
  return [
    kpi(t.peopleWaiting, silent ? UNKNOWN : String(boards.waiting)),
    kpi(t.longestQueue, silent ? UNKNOWN : whole(longest?.waiting ?? 0), silent ? '' : (longest?.name ?? t.none)),
    kpi(t.busyQueues, silent ? UNKNOWN : String(boards.busy), t.ofQueues(boards.queues)),
    kpi(t.openDesks, silent ? UNKNOWN : String(boards.openCounters), t.openDesksNote),
    kpi(t.peakToday, whole(peak?.waiting), peak ? timeOfDay(peak.startAt, timezone) : ''),
  ];
}
