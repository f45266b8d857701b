import type { AlertRow, Rows } from '../../../shared/rows/rows.js';
import { minutes, whole } from './format';
import type { Queue } from './queues';

/**
 * An alert as a list tells it, in the order of what to look at first. Whether and how badly a promise is broken is the
 * server's word alone (`alerts` rows); here it is only ranked, and what still runs is counted on.
 */
export interface Alert {
  id: string;
  clauseId: string;
  kind: string;
  severity: AlertRow['severity'];
  label: string;
  /** The service it is about, '' where there is none. */
  service: string;
  serviceId: string | null;
  /** Where in the hall: the zone, or the service where its counters stand in several. */
  place: string;
  sinceAt: number | null;
  raisedAt: number;
  value: string;
  limit: string;
  /** Minutes since it was raised, or for how long it stood. */
  age: string;
  /** Who has it. */
  owner: string;
  acknowledged: boolean;
  /** How often it went to the next person because nobody took it. */
  escalations: number;
  /** Nobody is called to it for now. */
  silenced: boolean;
  resolved: boolean;
  /** It was raised while this screen was cut off. */
  missed: boolean;
  /** A source that it rests on is dead. */
  stale: boolean;
}

/** Between which of the hall's instants this screen was last cut off. */
export interface Lost {
  from: number | null;
  to: number | null;
}

export interface AlertsAround {
  now: number | null;
  counters: Rows['counters'];
  queues: ReadonlyMap<string, Queue>;
  places: ReadonlyMap<string, string>;
  staleIds: ReadonlySet<string>;
  lost: Lost;
}

/** Kinds whose value is a count, a level or a mean; every other one with a beginning is a length that runs on. */
const COUNTED = new Set(['queue.length', 'hall.crowding', 'counters.open', 'ticket.transfers', 'rating.bad', 'rating.mean', 'staff.conduct']);
/** How long these have stood tells nothing: what they are due by stands on their own page. */
const UNMEASURED = new Set(['record.expires', 'guide.missing']);

export function alertsOf(alerts: Rows['alerts'], around: AlertsAround): Alert[] {
  return worstOfEach(alerts).map(([id, row]) => alertOf(id, row, around));
}

/** One a subject and clause, ranked. */
function worstOfEach(alerts: Rows['alerts']): [string, AlertRow][] {
  const worst = new Map<string, [string, AlertRow]>();
  for (const entry of Object.entries(alerts).sort(rank)) {
    const { clauseId, subject } = entry[1];
    const key = `${clauseId} ${subject.kind} ${subject.id}`;
    if (!worst.has(key)) worst.set(key, entry);
  }
  return [...worst.values()];
}

/** Standing before resolved, breach before warning, nobody's before somebody's, then the oldest. */
function rank([a, left]: [string, AlertRow], [b, right]: [string, AlertRow]): number {
  const weight = (row: AlertRow): number =>
    (row.resolvedAt === null ? 0 : 4) + (row.severity === 'breach' ? 0 : 2) + (ownerOf(row) === '' ? 0 : 1);
  return weight(left) - weight(right) || left.raisedAt - right.raisedAt || (a < b ? -1 : 1);
}

function ownerOf(row: AlertRow): string {
  return row.assignedTo ?? row.acknowledgedBy ?? '';
}

export function alertOf(id: string, row: AlertRow, { now, counters, queues, places, staleIds, lost }: AlertsAround): Alert {
  const { clauseId, kind, severity, label, serviceId, counterId, sinceAt, raisedAt, escalations, resolvedAt } = row;
  const end = resolvedAt ?? now;
  const queue = queues.get(serviceId ?? '');
  const service = queue?.name ?? '';
  return {
    id, clauseId, kind, severity, label, service, serviceId, sinceAt, raisedAt, escalations,
    place: counters[counterId ?? '']?.zone ?? places.get(serviceId ?? '') ?? service,
    value: valueOf(row, end),
    limit: limitOf(row),
    age: minutes(end === null ? null : end - raisedAt),
    owner: ownerOf(row),
    acknowledged: row.acknowledgedAt !== null,
    silenced: isSilenced(row, now),
    resolved: resolvedAt !== null,
    missed: isWithin(lost, raisedAt),
    stale: staleIds.has(counterId ?? '') || queue?.stale === true,
  };
}

function isSilenced({ silencedUntil }: AlertRow, now: number | null): boolean {
  return silencedUntil !== null && now !== null && silencedUntil > now;
}

function isWithin({ from, to }: Lost, at: number): boolean {
  return from !== null && at > from && at <= (to ?? Infinity);
}

function isLength({ kind, sinceAt }: AlertRow): boolean {
  return sinceAt !== null && !COUNTED.has(kind);
}

/** None where it was due at once. */
function limitOf(row: AlertRow): string {
  return row.limit === null || UNMEASURED.has(row.kind) || (row.limit === 0 && isLength(row)) ? '' : amount(row, row.limit);
}

function valueOf(row: AlertRow, end: number | null): string {
  if (UNMEASURED.has(row.kind)) return '';
  if (isLength(row) && end !== null && row.sinceAt !== null) return minutes(end - row.sinceAt);
  return row.value === null ? '' : amount(row, row.value);
}

function amount(row: AlertRow, value: number): string {
  return isLength(row) ? minutes(value) : whole(Math.round(value * 10) / 10);
}

/** The last to have been raised of those that stand. */
export function newestOf(alerts: readonly Alert[]): Alert | null {
  return alerts.reduce<Alert | null>((best, one) => (one.resolved || (best && best.raisedAt >= one.raisedAt) ? best : one), null);
}

/** Where each service is given: the zone of the counters that serve it, if they all stand in one. */
export function placesOf(counters: Rows['counters']): Map<string, string> {
  const zones = new Map<string, Set<string>>();
  for (const { zone, serviceIds } of Object.values(counters)) {
    for (const id of serviceIds) zones.set(id, (zones.get(id) ?? new Set()).add(zone ?? ''));
  }
  const one = [...zones].flatMap(([id, names]) => (names.size === 1 && !names.has('') ? [[id, [...names][0] as string] as const] : []));
  return new Map(one);
}
