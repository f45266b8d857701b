import type { AlertRow, Rows } from '../../../shared/rows/rows.js';
import type { Severity } from './severity';

/** What the worst alert at a place says of it. */
export interface Standing {
  severity: Severity;
  /** Somebody has acknowledged it. */
  held: boolean;
  /** Who has it in hand. */
  owner: string;
  /** When it was raised: of several as bad, the one that has stood longest. */
  raisedAt: number;
}

/** Where no alert stands. */
export const CALM: Standing = { severity: 'none', held: false, owner: '', raisedAt: 0 };

const RANK: Record<Severity, number> = { none: 0, warning: 1, breach: 2 };

/** A breach before a warning, one that nobody has acknowledged before one in hand, the older before the newer. */
export function worse(a: Standing, b: Standing): Standing {
  const order = RANK[b.severity] - RANK[a.severity] || Number(a.held) - Number(b.held) || a.raisedAt - b.raisedAt;
  return order <= 0 ? a : b;
}

/** The standing of every service that has one: the worst of the alerts which name it. */
export function serviceAlerts(alerts: Rows['alerts']): Map<string, Standing> {
  return worstBy(alerts, (alert) => alert.serviceId);
}

/**
 * The standing of every counter that has one. An alert at a counter is that counter's; any other of a service concerns every
 * counter in use that serves it. A closed counter owes nobody anything.
 */
export function counterAlerts(alerts: Rows['alerts'], counters: Rows['counters']): Map<string, Standing> {
  const own = worstBy(alerts, counterOf);
  const shared = worstBy(alerts, (alert) => (counterOf(alert) === null ? alert.serviceId : null));
  const found = new Map<string, Standing>();
  for (const [id, row] of Object.entries(counters)) {
    if (row.state === 'closed') continue;
    const standing = row.serviceIds.reduce((worst, service) => worse(worst, shared.get(service) ?? CALM), own.get(id) ?? CALM);
    if (standing !== CALM) found.set(id, standing);
  }
  return found;
}

function counterOf({ counterId, subject }: AlertRow): string | null {
  return subject.kind === 'counter' ? subject.id : counterId;
}

function worstBy(alerts: Rows['alerts'], placeOf: (alert: AlertRow) => string | null): Map<string, Standing> {
  const worst = new Map<string, Standing>();
  for (const alert of Object.values(alerts)) {
    const place = placeOf(alert);
    if (place !== null && alert.resolvedAt === null) worst.set(place, worse(standingOf(alert), worst.get(place) ?? CALM));
  }
  return worst;
}

function standingOf({ severity, acknowledgedAt, acknowledgedBy, assignedTo, raisedAt }: AlertRow): Standing {
  return { severity, held: acknowledgedAt !== null, owner: assignedTo ?? acknowledgedBy ?? '', raisedAt };
}

/** More at once would be a flicker that points nowhere. */
const MOST_MOVING = 5;

export interface WatchedSince {
  /** The hall's clock, and how fast it runs. */
  now: number;
  speed: number;
  /** Since when this screen has been told everything as it came. */
  since: number;
}

/**
 * Counters whose tile stands inverted just now: a new breach inverts it twice, for a second each, and then holds still. What
 * was raised while this screen was not there to see it moves nothing.
 */
export function invertedCounters(standings: ReadonlyMap<string, Standing>, { now, speed, since }: WatchedSince): Set<string> {
  const inverted = new Set<string>();
  for (const [id, { severity, held, raisedAt }] of standings) {
    const second = Math.floor((now - raisedAt) / (1000 * speed));
    if (severity === 'breach' && !held && raisedAt > since && (second === 1 || second === 3)) inverted.add(id);
  }
  return inverted.size <= MOST_MOVING ? inverted : new Set();
}
