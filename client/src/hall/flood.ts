import type { Alert } from './alerts';
import { minutes } from './format';

/** More standing breaches than these, all new within ten minutes, nobody reads one by one (ISA-18.2's flood). */
const MOST = 10;
const WITHIN_MS = 10 * 60_000;

export function isFlood(alerts: readonly Alert[], now: number | null): boolean {
  const fresh = alerts.filter(({ severity, raisedAt, resolved }) => severity === 'breach' && !resolved && now !== null && now - raisedAt < WITHIN_MS);
  return fresh.length > MOST;
}

/** Alerts of one place and one cause, told as one. */
export interface AlertGroup {
  id: string;
  kind: string;
  severity: Alert['severity'];
  place: string;
  count: number;
  /** The longest that runs among them, in minutes; '' where nothing runs. */
  longest: string;
  /** Somebody has every one of them. */
  acknowledged: boolean;
}

/** In the order of the list: a group stands where the first of its alerts stood. */
export function groupsOf(alerts: readonly Alert[], now: number | null): AlertGroup[] {
  const groups = new Map<string, Alert[]>();
  for (const alert of alerts) {
    if (alert.resolved) continue;
    const id = `${alert.severity} ${alert.kind} ${alert.place}`;
    groups.set(id, [...(groups.get(id) ?? []), alert]);
  }
  return [...groups].map(([id, members]) => groupOf(id, members, now));
}

export function groupOf(id: string, members: readonly Alert[], now: number | null): AlertGroup {
  const { kind, severity, place } = members[0] as Alert;
  const since = Math.min(...members.map(({ sinceAt }) => sinceAt ?? Infinity));
  const longest = now === null || since === Infinity ? '' : minutes(now - since);
  return { id, kind, severity, place, count: members.length, longest, acknowledged: members.every((alert) => alert.acknowledged) };
}
